// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/servertest.h"
#include "e2e/threads.h"
#include "support/testprogram.h"

#include <QMutex>

#include <atomic>
#include <csignal>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** What was answered 200 is there after any end of the process. */
class DurabilityTest : public ServerTest
{
    Q_OBJECT

private slots:
    void everythingAnsweredSurvivesAKill_data()
    {
        QTest::addColumn<int>("answersBefore");
        for (const int answers : {1, 20, 100, 300})
            QTest::addRow("after %d answers", answers) << answers;
    }
    void everythingAnsweredSurvivesAKill()
    {
        QFETCH(int, answersBefore);
        const QStringList answered = postUntilTheEnd(answersBefore, [this] { server().kill(); });
        QVERIFY2(server().start(), server().log().constData());
        reconnect();
        checkAllThere(answered);
        checkSums();
    }

    void everythingAnsweredSurvivesATermination_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void everythingAnsweredSurvivesATermination()
    {
        QFETCH(int, signal);
        std::optional<int> exitCode;
        const QStringList answered = postUntilTheEnd(50, [&] {
            server().signal(signal);
            exitCode = server().waitForExit();
        });
        QCOMPARE(exitCode, std::optional(0));
        QVERIFY2(server().start(), server().log().constData());
        reconnect();
        checkAllThere(answered);
        checkSums();
    }

    void aBatchThatWasReceivedIsAnsweredDespiteATermination()
    {
        // Pipelined, so that the later ones are received while the first are written.
        QJsonArray batch;
        for (int i = 0; i < 2000; ++i)
            batch.append(event(u"E%1"_s.arg(i)));
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        const RequestLine post{"POST", "/events/batch"};
        client.write(wireRequest(post, {}, QJsonDocument(batch).toJson(QJsonDocument::Compact)));
        server().terminate();
        const std::optional<HttpAnswer> answer = client.readAnswer(post);
        QCOMPARE(server().waitForExit(), std::optional(0));
        QVERIFY2(server().start(), server().log().constData());
        reconnect();
        // Received whole or not: either it was answered and is there, or it was not and nothing is.
        const int stored = stats(TestDay, TestDay + 1)[u"eventsCount"_s].toInt();
        QVERIFY(answer ? answer->status == 200 && stored == 2000 : stored == 0 || stored == 2000);
    }

    void nothingIsHalfStored()
    {
        // Batches of ten: after a kill each is there whole or not at all.
        const QStringList answered = postUntilTheEnd(
            30, [this] { server().kill(); }, 10);
        QVERIFY2(server().start(), server().log().constData());
        reconnect();
        QMap<QString, int> found;
        for (const QJsonValue &item :
             api().getAllItems(u"/events"_s, {{u"machineId"_s, own(u"M"_s)}, {u"limit"_s, u"1000"_s}}))
            ++found[item[u"eventId"_s].toString().section(u'/', 0, 0)];
        for (const int count : found)
            QCOMPARE(count, 10);
        QVERIFY(found.size() >= answered.size());
    }

    void receiptsGoOnIncreasingAfterARestart()
    {
        Micros last = 0;
        for (int life = 0; life < 3; ++life) {
            api().postBatch({event(u"A%1"_s.arg(life)), event(u"B%1"_s.arg(life))});
            for (const QString &name : {u"A%1"_s.arg(life), u"B%1"_s.arg(life)}) {
                const Micros received = fromWireTime(stored(name)[u"receivedTime"_s].toString());
                QVERIFY(received > last);
                last = received;
            }
            if (life == 0)
                server().kill();
            else
                QCOMPARE(server().stop(), std::optional(0));
            QVERIFY2(server().start(), server().log().constData());
            reconnect();
        }
    }

    void theSameEventAfterARestartIsADuplicate()
    {
        api().postBatch({event().defects(1)});
        api().postBatch({event().defects(2)});
        const QJsonObject before = stored();
        server().kill();
        QVERIFY2(server().start(), server().log().constData());
        reconnect();
        QCOMPARE(stored(), before);
        QCOMPARE(api().postBatch({event().defects(2)}).outcomes(), QStringList{u"DEDUPED IDENTICAL"_s});
        QCOMPARE(api().postBatch({event().defects(3)}).outcomes(), QStringList{u"UPDATED"_s});
    }

    void rejectionsSurviveAKill()
    {
        api().postBatch({event().defects(-2)});
        server().kill();
        QVERIFY2(server().start(), server().log().constData());
        reconnect();
        QCOMPARE(api().get(u"/rejections"_s, {{u"machineId"_s, own(u"M"_s)}}).items().size(), 1);
    }

private:
    /**
     * Posts from four threads until the server goes away, which @p end brings about once so many batches were
     * answered. The first id of each answered batch; the ids of a batch are NAME-serial/0, /1 ...
     */
    template <class End>
    QStringList postUntilTheEnd(int answersBefore, const End &end, int batchSize = 1)
    {
        QMutex mutex;
        QStringList answered;
        std::atomic<int> answers = 0;
        const auto post = [&](int thread) {
            ApiClient client = newClient();
            for (int i = 0;; ++i) {
                const QString id = own(u"T%1.%2"_s.arg(thread).arg(i));
                QJsonArray batch;
                for (int k = 0; k < batchSize; ++k)
                    batch.append(event().with(u"eventId"_s, u"%1/%2"_s.arg(id).arg(k)));
                if (client.postBatch(batch).status() != 200)
                    return;
                const QMutexLocker lock(&mutex);
                answered.append(id + u"/0"_s);
                ++answers;
                answers.notify_all();
            }
        };
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread)
            threads.emplace_back(post, thread);
        for (int seen = answers; seen < answersBefore; seen = answers)
            answers.wait(seen);
        end();
        threads.clear();
        return answered;
    }

    void checkAllThere(const QStringList &ids)
    {
        QVERIFY(!ids.isEmpty());
        QSet<QString> there;
        for (const QJsonValue &item :
             api().getAllItems(u"/events"_s, {{u"machineId"_s, own(u"M"_s)}, {u"limit"_s, u"1000"_s}}))
            there.insert(item[u"eventId"_s].toString());
        for (const QString &id : ids)
            QVERIFY2(there.contains(id), qPrintable(id));
    }

    /** The kept sums say the same as the events one by one. */
    void checkSums()
    {
        const auto events =
            api().getAllItems(u"/events"_s, {{u"machineId"_s, own(u"M"_s)}, {u"limit"_s, u"1000"_s}}).size();
        QCOMPARE(stats(TestDay - OneDay, TestDay + OneDay)[u"eventsCount"_s].toInt(), events);
    }
};

LINEWATCH_TEST(DurabilityTest)
#include "tst_durability.moc"
