// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/servertest.h"
#include "e2e/threads.h"
#include "support/testprogram.h"

#include <atomic>
#include <latch>
#include <random>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** Many senders and readers at once. */
class ConcurrencyTest : public ServerTest
{
    Q_OBJECT

private slots:
    void twentyThreadsPostOneNewEventAndOneIsAccepted()
    {
        for (int round = 0; round < 10; ++round) {
            const QString name = u"E%1"_s.arg(round);
            const QStringList outcomes = postAtOnce(20, [&](int) { return QJsonArray{event(name)}; });
            QCOMPARE(outcomes.count(u"ACCEPTED"_s), 1);
            QCOMPARE(outcomes.count(u"DEDUPED IDENTICAL"_s), 19);
            QCOMPARE(stored(name)[u"version"_s].toInt(), 1);
        }
        QCOMPARE(stats(TestDay, TestDay + 1)[u"eventsCount"_s].toInt(), 10);
    }

    void tenThreadsCorrectOneEventAndEveryStepIsKept()
    {
        for (int round = 0; round < 10; ++round) {
            const QString name = u"E%1"_s.arg(round);
            api().postBatch({event(name)});
            const QStringList outcomes =
                postAtOnce(10, [&](int i) { return QJsonArray{event(name).defects(i + 1)}; });
            QCOMPARE(outcomes.count(u"UPDATED"_s), 10);
            checkHistory(name, 10);
        }
    }

    void threadsThatCorrectTheSameEventsInOppositeOrderAllSucceed()
    {
        constexpr int events = 50;
        std::atomic<int> updated = 0;
        std::atomic<int> accepted = 0;
        for (int round = 0; round < 5; ++round) {
            const QStringList outcomes = postAtOnce(8, [&](int thread) {
                QJsonArray batch;
                for (int i = 0; i < events; ++i)
                    batch.append(event(u"E%1"_s.arg(thread % 2 == 0 ? i : events - 1 - i))
                                     .defects(thread + 10 * round));
                return batch;
            });
            updated += static_cast<int>(outcomes.count(u"UPDATED"_s));
            accepted += static_cast<int>(outcomes.count(u"ACCEPTED"_s));
            QCOMPARE(outcomes.filter(u"REJECTED"_s), QStringList());
        }
        QCOMPARE(accepted, events);
        int revisions = 0;
        for (int i = 0; i < events; ++i) {
            const QString name = u"E%1"_s.arg(i);
            const int version = stored(name)[u"version"_s].toInt();
            checkHistory(name, version - 1);
            revisions += version - 1;
        }
        QCOMPARE(revisions, updated);
        QCOMPARE(stats(TestDay, TestDay + 1)[u"eventsCount"_s].toInt(), events);
    }

    void everyAnswerIsOneStateOfTheStore()
    {
        // Each event runs 1000 ms and has one defect, also while corrections move them between the two hours.
        const Micros day = ownDay();
        std::atomic<bool> writing = true;
        std::atomic<int> wrong = 0;
        inThreads(4, [&](int thread) {
            ApiClient client = newClient();
            if (thread == 0) {
                std::mt19937 random(7);
                for (int round = 0; round < 60; ++round) {
                    QJsonArray batch;
                    for (int i = 0; i < 40; ++i)
                        batch.append(event(u"E%1"_s.arg(random() % 200))
                                         .at(day + static_cast<Micros>(random() % 2) * OneHour)
                                         .defects(1));
                    client.postBatch(batch);
                }
                writing = false;
                return;
            }
            const Query query{{u"machineId"_s, own(u"M"_s)},
                              {u"start"_s, wireTime(day)},
                              {u"end"_s, wireTime(day + OneDay)}};
            int last = 0;
            while (writing) {
                const QJsonObject answer = client.get(u"/stats"_s, query).object();
                const int events = answer[u"eventsCount"_s].toInt();
                const bool whole = answer[u"runTimeMs"_s].toInt() == 1000 * events
                    && answer[u"defectsCount"_s].toInt() == events;
                wrong += whole && events >= last ? 0 : 1;
                last = events;
            }
        });
        QCOMPARE(wrong, 0);
        QVERIFY(stats(day, day + OneDay)[u"eventsCount"_s].toInt() > 100);
    }

    void whatWasAnsweredIsSeenByTheNextQuestion()
    {
        std::atomic<int> unseen = 0;
        inThreads(4, [&](int thread) {
            ApiClient client = newClient();
            ApiClient other = newClient();
            for (int i = 0; i < 50; ++i) {
                const QString name = u"E%1.%2"_s.arg(thread).arg(i);
                client.postBatch({event(name)});
                unseen += other.get(u"/events/"_s + own(name)).status() == 200 ? 0 : 1;
            }
        });
        QCOMPARE(unseen, 0);
    }

    void receiptsNeverRepeatOverConnections()
    {
        constexpr int threads = 8;
        constexpr int batches = 10;
        inThreads(threads, [&](int thread) {
            ApiClient client = newClient();
            for (int i = 0; i < batches; ++i) {
                QJsonArray batch;
                for (int k = 0; k < 10; ++k)
                    batch.append(event(u"E%1.%2.%3"_s.arg(thread).arg(i).arg(k)));
                client.postBatch(batch);
            }
        });
        QSet<QString> receipts;
        const QJsonArray items =
            api().getAllItems(u"/events"_s, {{u"machineId"_s, own(u"M"_s)}, {u"limit"_s, u"1000"_s}});
        for (const QJsonValue &item : items)
            receipts.insert(item[u"receivedTime"_s].toString());
        QCOMPARE(items.size(), threads * batches * 10);
        QCOMPARE(receipts.size(), items.size());
    }

private:
    /** Each thread posts its batch once all of them are connected; every outcome, in no order. */
    template <class MakeBatch>
    QStringList postAtOnce(int threads, const MakeBatch &makeBatch)
    {
        std::latch ready(threads);
        QList<QStringList> outcomes(threads);
        inThreads(threads, [&](int i) {
            ApiClient client = newClient();
            const QJsonArray batch = makeBatch(i);
            client.get(u"/healthz"_s);
            ready.arrive_and_wait();
            outcomes[i] = client.postBatch(batch).outcomes();
        });
        QStringList all;
        for (const QStringList &some : outcomes)
            all += some;
        return all;
    }

    /** So many corrections were kept, each once and in order, each superseded when the next came. */
    void checkHistory(const QString &name, int corrections)
    {
        const QJsonObject event = stored(name);
        const QJsonArray revisions = event[u"revisions"_s].toArray();
        QCOMPARE(event[u"version"_s].toInt(), corrections + 1);
        QCOMPARE(revisions.size(), corrections);
        for (qsizetype i = 0; i < revisions.size(); ++i) {
            const QJsonObject next = i + 1 < revisions.size() ? revisions[i + 1].toObject() : event;
            QCOMPARE(revisions[i][u"version"_s].toInt(), i + 1);
            QCOMPARE(revisions[i][u"supersededAt"_s], next[u"receivedTime"_s]);
            QVERIFY(revisions[i][u"defectCount"_s] != next[u"defectCount"_s]);
        }
    }
};

LINEWATCH_TEST(ConcurrencyTest)
#include "tst_concurrency.moc"
