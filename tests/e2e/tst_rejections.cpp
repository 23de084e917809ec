// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/servertest.h"
#include "support/testprogram.h"

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** GET /rejections */
class RejectionsTest : public ServerTest
{
    Q_OBJECT

private slots:
    void aRejectedEventIsKeptAsItWasSent()
    {
        QByteArray raw = R"({"eventId":"E","machineId":"$","more":[1, 2.50,"é\u00e9"],"eventTime":null})";
        raw.replace("$", own(u"M"_s).toUtf8());
        const Micros before = nowMicros();
        api().postRaw("[ " + raw + " ]", 1);
        const QJsonArray items = mine();
        QCOMPARE(items.size(), 1);
        QCOMPARE(items[0][u"reason"_s].toString(), u"INVALID_EVENT_TIME"_s);
        QCOMPARE(items[0][u"sender"_s].toString(), u"127.0.0.1"_s);
        QCOMPARE(items[0][u"raw"_s].toString(), QString::fromUtf8(raw));
        const Micros received = fromWireTime(items[0][u"receivedTime"_s].toString());
        QVERIFY(received >= before && received <= nowMicros());
    }

    void everyReasonIsKeptAndCanBeAskedFor()
    {
        QCOMPARE(api().get(u"/rejections"_s, {{u"reason"_s, u"INVALID_LINE_ID"_s}}).items().size(), 0);
        const BatchAnswer answer = api().postBatch(
            {17, event().without(u"eventId"_s), event().with(u"eventId"_s, 1),
             event().without(u"machineId"_s), event().with(u"machineId"_s, u""_s),
             event().without(u"eventTime"_s), event().with(u"eventTime"_s, u""_s),
             event().at(nowMicros() + OneHour), event().without(u"durationMs"_s), event().lasting(-1),
             event().without(u"defectCount"_s), event().defects(-2), event().line(u""_s),
             event().factory(u""_s), event().with(u"receivedTime"_s, u""_s)});
        QCOMPARE(answer.object()[u"rejected"_s].toInt(), 15);
        for (const QJsonValue &rejection : answer.object()[u"rejections"_s].toArray()) {
            const QString reason = rejection[u"reason"_s].toString();
            const QJsonArray kept = api().get(u"/rejections"_s, {{u"reason"_s, reason}}).items();
            QVERIFY2(!kept.isEmpty(), qPrintable(reason));
            for (const QJsonValue &item : kept)
                QCOMPARE(item[u"reason"_s].toString(), reason);
        }
    }

    void theMachineFilters()
    {
        api().postBatch({event().defects(-2), event().defects(-2).with(u"machineId"_s, own(u"m"_s)),
                         event().defects(-2).without(u"machineId"_s)});
        QCOMPARE(mine().size(), 1);
        QCOMPARE(api().get(u"/rejections"_s, {{u"machineId"_s, own(u"m"_s)}}).items().size(), 1);
    }

    void theNewestComesFirstAndReceiptsDiffer()
    {
        QJsonArray events;
        for (int i = 0; i < 30; ++i)
            events.append(event(u"E%1"_s.arg(i)).defects(-2));
        api().postBatch(events);
        const QJsonArray items = mine();
        QCOMPARE(items.size(), 30);
        for (qsizetype i = 1; i < items.size(); ++i)
            QVERIFY(received(items[i]) < received(items[i - 1]));
        QVERIFY(items[0][u"raw"_s].toString().contains(own(u"E29"_s)));
    }

    void theWindowIsHalfOpenOnTheReceipt()
    {
        api().postBatch({event().defects(-2).at(TestDay - 100 * OneDay)});
        const Micros time = received(mine().first());
        const auto count = [this](Micros from, Micros to) {
            return mine({{u"from"_s, wireTime(from)}, {u"to"_s, wireTime(to)}}).size();
        };
        QCOMPARE(count(time, time + 1), 1);
        QCOMPARE(count(time - 1, time), 0);
        QCOMPARE(count(time + 1, time + OneDay), 0);
        QCOMPARE(mine({{u"from"_s, wireTime(time + 1)}}).size(), 0);
        QCOMPARE(mine({{u"to"_s, wireTime(time + 1)}}).size(), 1);
    }

    void pagesAreCompleteWhileMoreComeIn()
    {
        QJsonArray events;
        for (int i = 0; i < 250; ++i)
            events.append(event(u"E%1"_s.arg(i)).defects(-2));
        api().postBatch(events);
        QCOMPARE(mine().size(), 100);
        QCOMPARE(mine({{u"limit"_s, u"1000"_s}}).size(), 250);
        QJsonArray paged;
        Query query{{u"machineId"_s, own(u"M"_s)}, {u"limit"_s, u"60"_s}};
        for (;;) {
            const ApiAnswer page = api().get(u"/rejections"_s, query);
            for (const QJsonValue &item : page.items())
                paged.append(item);
            if (page.object()[u"nextCursor"_s].isNull())
                break;
            query.resize(2);
            query.append({u"cursor"_s, page.object()[u"nextCursor"_s].toString()});
            api().postBatch({event(u"later"_s).defects(-2)});
        }
        QCOMPARE(paged.size(), 250);
        for (qsizetype i = 1; i < paged.size(); ++i)
            QVERIFY(received(paged[i]) < received(paged[i - 1]));
    }

    void longTextsAreCutAt4KiB()
    {
        api().postBatch({event(u"A"_s).defects(-2).with(u"more"_s, QString(10'000, u'x')),
                         event(u"B"_s).defects(-2).with(u"more"_s, u"é"_s.repeated(5'000)),
                         event(u"C"_s).defects(-2).with(u"more"_s, u"x"_s + u"😀"_s.repeated(3'000))});
        for (const QJsonValue &item : mine()) {
            const QByteArray raw = item[u"raw"_s].toString().toUtf8();
            QVERIFY2(raw.size() <= 4096 && raw.size() > 4096 - 4, qPrintable(QString::number(raw.size())));
            QVERIFY(!raw.contains("\xef\xbf\xbd")); // no character was cut in half
        }
    }

    void whatIsNoObjectIsKeptToo()
    {
        api().postRaw("[\"nonsense " + own(QString()).toUtf8() + "\"]", 1);
        const QJsonArray items = api().get(u"/rejections"_s, {{u"reason"_s, u"MALFORMED_EVENT"_s}}).items();
        QCOMPARE(items[0][u"raw"_s].toString(), u"\"nonsense %1\""_s.arg(own(QString())));
    }

    void aRefusedBodyLeavesNothing()
    {
        const QByteArray element = QJsonDocument(event().defects(-2).json()).toJson();
        QCOMPARE(api().postRaw('[' + element + ",]").status(), 400);
        QCOMPARE(mine().size(), 0);
    }

    void aBadParameterIsNamed_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("named");
        for (const char *limit : {"0", "1001", "-5", "", "all"})
            QTest::addRow("limit '%s'", limit) << ("limit=" + QByteArray(limit)) << u"limit"_s;
        for (const char *cursor : {"", "x", "garbage", "%00"})
            QTest::addRow("cursor '%s'", cursor) << ("cursor=" + QByteArray(cursor)) << u"cursor"_s;
        for (const char *reason : {"", "BAD", "invalid_duration", "ACCEPTED"})
            QTest::addRow("reason '%s'", reason) << ("reason=" + QByteArray(reason)) << u"reason"_s;
        QTest::newRow("machineId too long") << ("machineId=" + QByteArray(65, 'x')) << u"machineId"_s;
        QTest::newRow("reason twice")
            << QByteArray("reason=MALFORMED_EVENT&reason=MALFORMED_EVENT") << u"reason"_s;
        QTest::newRow("bad from") << QByteArray("from=x") << u"from"_s;
        QTest::newRow("empty window")
            << QByteArray("from=2026-01-15T00:00:00Z&to=2026-01-15T00:00:00Z") << u"to"_s;
    }
    void aBadParameterIsNamed()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, named);
        const ApiAnswer answer = api().request({"GET", "/rejections?" + query});
        QCOMPARE(answer.status(), 400);
        QVERIFY2(answer.detail().contains(named), qPrintable(answer.detail()));
    }

private:
    QJsonArray mine(const Query &more = {})
    {
        return api().get(u"/rejections"_s, Query{{u"machineId"_s, own(u"M"_s)}} + more).items();
    }
    static Micros received(const QJsonValue &item)
    {
        return fromWireTime(item[u"receivedTime"_s].toString());
    }
};

LINEWATCH_TEST(RejectionsTest)
#include "tst_rejections.moc"
