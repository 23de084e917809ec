// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/servertest.h"
#include "support/testprogram.h"

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** POST /events/batch: what becomes of each event, step by step as the contract's reconciliation says. */
class BatchOutcomesTest : public ServerTest
{
    Q_OBJECT

private slots:
    void aNewEventIsAccepted()
    {
        const BatchAnswer answer = api().postBatch({event()});
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.outcomes(), QStringList{u"ACCEPTED"_s});
        QCOMPARE(answer.object()[u"accepted"_s].toInt(), 1);
        QCOMPARE(stored()[u"version"_s].toInt(), 1);
        QVERIFY(stored()[u"revisions"_s].toArray().isEmpty());
    }

    void theAnswerLooksAsTheContractShowsIt()
    {
        api().postBatch({event(u"E-2"_s)});
        const BatchAnswer answer =
            api().postBatch({event(u"E-1"_s), event(u"E-2"_s), event(u"E-99"_s).lasting(-1)});
        const QByteArray expected = R"({"accepted":1,"deduped":1,"updated":0,"rejected":1,
            "rejections":[{"index":2,"eventId":"E-99$","reason":"INVALID_DURATION"}],
            "results":[{"index":0,"eventId":"E-1$","status":"ACCEPTED"},
                       {"index":1,"eventId":"E-2$","status":"DEDUPED","detail":"IDENTICAL"},
                       {"index":2,"eventId":"E-99$","status":"REJECTED","reason":"INVALID_DURATION"}]})";
        const QByteArray suffix = own(QString()).toUtf8();
        QCOMPARE(answer.json, QJsonDocument::fromJson(QByteArray(expected).replace("$", suffix)));
    }

    void theSameEventAgainIsIdentical()
    {
        api().postBatch({event()});
        const QJsonObject before = stored();
        QCOMPARE(api().postBatch({event()}).outcomes(), QStringList{u"DEDUPED IDENTICAL"_s});
        QCOMPARE(stored(), before);
    }

    void theSamePayloadInOtherWordsIsIdentical()
    {
        api().postBatch({event().with(u"eventTime"_s, u"2026-01-15T10:00:00.000001Z"_s).defects(5)});
        const BatchAnswer answer = api().postBatch({
            event().with(u"eventTime"_s, u"2026-01-15T12:00:00.000001+02:00"_s).defects(5),
            event().with(u"eventTime"_s, u"2026-01-15T10:00:00.000001999Z"_s).defects(5).with(u"more"_s, 1),
        });
        QCOMPARE(answer.outcomes(), (QStringList{u"DEDUPED IDENTICAL"_s, u"DEDUPED IDENTICAL"_s}));
    }

    void aLaterDifferentPayloadCorrects_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("machineId") << u"machineId"_s << QJsonValue(u"another machine"_s);
        QTest::newRow("eventTime") << u"eventTime"_s << QJsonValue(u"2026-01-15T10:00:00.000001Z"_s);
        QTest::newRow("durationMs") << u"durationMs"_s << QJsonValue(1001);
        QTest::newRow("defectCount") << u"defectCount"_s << QJsonValue(-1);
        QTest::newRow("lineId") << u"lineId"_s << QJsonValue(u"LINE-B"_s);
        QTest::newRow("factoryId") << u"factoryId"_s << QJsonValue(u"F-2"_s);
    }
    void aLaterDifferentPayloadCorrects()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        const WireEvent first = event().line(u"LINE-A"_s).factory(u"F-1"_s);
        api().postBatch({first});
        QCOMPARE(api().postBatch({first.with(member, value)}).outcomes(), QStringList{u"UPDATED"_s});
        const QJsonObject after = stored();
        QCOMPARE(after[member], value);
        QCOMPARE(after[u"version"_s].toInt(), 2);
        QCOMPARE(after[u"revisions"_s][0][member], first.json()[member]);
    }

    void theLastOfSeveralCorrectionsWins()
    {
        for (int defects = 0; defects < 4; ++defects)
            api().postBatch({event().defects(defects)});
        QCOMPARE(stored()[u"defectCount"_s].toInt(), 3);
        QCOMPARE(stored()[u"version"_s].toInt(), 4);
    }

    void whatACorrectionLeavesOutStays()
    {
        api().postBatch({event().line(u"LINE-A"_s).factory(u"F-1"_s)});
        QCOMPARE(api().postBatch({event().defects(2)}).outcomes(), QStringList{u"UPDATED"_s});
        QCOMPARE(stored()[u"lineId"_s].toString(), u"LINE-A"_s);
        QCOMPARE(stored()[u"factoryId"_s].toString(), u"F-1"_s);
        QCOMPARE(stored()[u"defectCount"_s].toInt(), 2);
    }

    void leavingOutLineAndFactoryIsNoDifference()
    {
        api().postBatch({event().line(u"LINE-A"_s).factory(u"F-1"_s)});
        QCOMPARE(api().postBatch({event()}).outcomes(), QStringList{u"DEDUPED IDENTICAL"_s});
        QCOMPARE(api().postBatch({event().with(u"lineId"_s, QJsonValue::Null)}).outcomes(),
                 QStringList{u"DEDUPED IDENTICAL"_s});
    }

    void statingALineLaterCorrects()
    {
        api().postBatch({event()});
        QVERIFY(!stored().contains(u"lineId"_s));
        QCOMPARE(api().postBatch({event().line(u"LINE-A"_s)}).outcomes(), QStringList{u"UPDATED"_s});
        QCOMPARE(stored()[u"line"_s].toString(), u"LINE-A"_s);
        QVERIFY(!stored()[u"revisions"_s][0].toObject().contains(u"lineId"_s));
    }

    void anEarlierReceiptDoesNotCorrect()
    {
        api().postBatch({event()});
        const QJsonObject before = stored();
        const Micros earlier = nowMicros() - OneHour;
        QCOMPARE(api().postBatch({event().defects(9).received(earlier)}).outcomes(),
                 QStringList{u"DEDUPED STALE"_s});
        QCOMPARE(api().postBatch({event().received(earlier)}).outcomes(),
                 QStringList{u"DEDUPED IDENTICAL"_s});
        QCOMPARE(stored(), before);
    }

    void anEqualReceiptDoesNotCorrect()
    {
        const Micros claim = nowMicros() - OneHour;
        api().postBatch({event().received(claim)});
        QCOMPARE(api().postBatch({event().defects(9).received(claim)}).outcomes(),
                 QStringList{u"DEDUPED STALE"_s});
        QCOMPARE(api().postBatch({event().defects(9).received(claim + 1)}).outcomes(),
                 QStringList{u"UPDATED"_s});
        QCOMPARE(stored()[u"receivedTime"_s].toString(), wireTime(claim + 1));
    }

    void anEarlierReceiptMayBeClaimedALaterOneNot()
    {
        const Micros claim = nowMicros() - OneDay;
        const Micros before = nowMicros();
        api().postBatch({event(u"early"_s).received(claim), event(u"late"_s).received(before + OneHour)});
        QCOMPARE(stored(u"early"_s)[u"receivedTime"_s].toString(), wireTime(claim));
        const Micros late = fromWireTime(stored(u"late"_s)[u"receivedTime"_s].toString());
        QVERIFY(late >= before && late < before + OneHour);
    }

    void anIdenticalEventReceivedLaterWritesNothing()
    {
        const Micros claim = nowMicros() - OneHour;
        api().postBatch({event().received(claim)});
        QCOMPARE(api().postBatch({event()}).outcomes(), QStringList{u"DEDUPED IDENTICAL"_s});
        QCOMPARE(stored()[u"receivedTime"_s].toString(), wireTime(claim));
        QCOMPARE(stored()[u"version"_s].toInt(), 1);
    }

    void oneIdSeveralTimesInABatchIsJudgedInOrder()
    {
        const BatchAnswer answer =
            api().postBatch({event(), event(), event().defects(1), event().defects(1), event(),
                             event().defects(1).received(nowMicros() - OneHour)});
        QCOMPARE(answer.outcomes(),
                 (QStringList{u"ACCEPTED"_s, u"DEDUPED IDENTICAL"_s, u"UPDATED"_s, u"DEDUPED IDENTICAL"_s,
                              u"UPDATED"_s, u"DEDUPED STALE"_s}));
        QCOMPARE(stored()[u"version"_s].toInt(), 3);
        QCOMPARE(stored()[u"defectCount"_s].toInt(), 0);
    }

    void oneBadEventNeverFailsTheOthers()
    {
        const BatchAnswer answer =
            api().postBatch({event(u"A"_s), 17, event(u"B"_s).defects(-2), event(u"C"_s)});
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.outcomes(),
                 (QStringList{u"ACCEPTED"_s, u"REJECTED MALFORMED_EVENT"_s,
                              u"REJECTED INVALID_DEFECT_COUNT"_s, u"ACCEPTED"_s}));
        QVERIFY(!stored(u"C"_s).isEmpty());
        QVERIFY(!stored(u"B"_s).contains(u"eventId"_s));
    }

    void aRejectedEventChangesNothingOfTheStoredOne()
    {
        api().postBatch({event()});
        const QJsonObject before = stored();
        api().postBatch({event().defects(-2)});
        QCOMPARE(stored(), before);
    }

    void aBatchOfRejectedEventsIsStill200()
    {
        const BatchAnswer answer = api().postBatch({1, 2});
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.object()[u"rejected"_s].toInt(), 2);
    }

    void anEmptyBatchIsZeros()
    {
        QCOMPARE(api().postBatch({}).json,
                 QJsonDocument::fromJson(
                     R"({"accepted":0,"deduped":0,"updated":0,"rejected":0,"rejections":[],"results":[]})"));
    }

    void minimalLeavesOutTheResults()
    {
        const QByteArray body = QJsonDocument(QJsonArray{event(), 1}).toJson();
        const BatchAnswer answer = api().postRaw(body, 2, {{"Prefer", "return=minimal"}});
        QCOMPARE(answer.json, QJsonDocument::fromJson(R"({"accepted":1,"deduped":0,"updated":0,"rejected":1,
                                             "rejections":[{"index":1,"reason":"MALFORMED_EVENT"}]})"));
    }

    void theEventIdIsEchoedWhereItWasAText()
    {
        const BatchAnswer answer =
            api().postBatch({event().with(u"eventId"_s, u""_s), event().with(u"eventId"_s, 5),
                             event().without(u"eventId"_s), event(u"Ω"_s).defects(-7)});
        const QJsonArray results = answer.object()[u"results"_s].toArray();
        QCOMPARE(results[0][u"eventId"_s], QJsonValue(u""_s));
        QVERIFY(!results[1].toObject().contains(u"eventId"_s));
        QVERIFY(!results[2].toObject().contains(u"eventId"_s));
        QCOMPARE(results[3][u"eventId"_s].toString(), own(u"Ω"_s));
        QCOMPARE(answer.object()[u"rejections"_s][3][u"eventId"_s].toString(), own(u"Ω"_s));
    }

    void receiptsStrictlyIncreaseWithinAndAcrossBatches()
    {
        QStringList names;
        for (int batch = 0; batch < 5; ++batch) {
            QJsonArray events;
            for (int i = 0; i < 20; ++i) {
                names.append(u"E%1"_s.arg(names.size()));
                events.append(event(names.last()));
            }
            api().postBatch(events);
        }
        Micros last = 0;
        for (const QString &name : names) {
            const Micros received = fromWireTime(stored(name)[u"receivedTime"_s].toString());
            QVERIFY(received > last);
            last = received;
        }
    }

    void idsAreComparedByteByByte()
    {
        const QString uuid =
            u"7d444840-9dc0-11d1-b245-5ffdce74fad%1"_s.arg(QTest::currentTestFunction()[0] % 10);
        const QStringList ids{own(u"a"_s), own(u"A"_s),       own(u"a"_s) + u' ', u' ' + own(u"a"_s),
                              own(u"é"_s), own(u"e\u0301"_s), own(u"ß"_s),        own(u"ss"_s),
                              uuid,        uuid.toUpper(),    u'{' + uuid + u'}', QString(uuid).remove(u'-')};
        QJsonArray events;
        for (const QString &id : ids)
            events.append(event().with(u"eventId"_s, id));
        const BatchAnswer answer = api().postBatch(events);
        QCOMPARE(answer.outcomes().count(u"ACCEPTED"_s), ids.size());
        for (const QString &id : ids) {
            const QByteArray path = "/events/" + QUrl::toPercentEncoding(id);
            QCOMPARE(api().request({"GET", path}).object()[u"eventId"_s].toString(), id);
        }
    }

    void aCorrectionMayMoveAnEventToAnotherMachine()
    {
        const Micros day = ownDay();
        api().postBatch({event().at(day).defects(3)});
        api().postBatch({event().at(day).defects(3).with(u"machineId"_s, own(u"N"_s))});
        QCOMPARE(stats(day, day + OneDay)[u"eventsCount"_s].toInt(), 0);
        const QJsonObject other = api()
                                      .get(u"/stats"_s,
                                           {{u"machineId"_s, own(u"N"_s)},
                                            {u"start"_s, wireTime(day)},
                                            {u"end"_s, wireTime(day + OneDay)}})
                                      .object();
        QCOMPARE(other[u"eventsCount"_s].toInt(), 1);
        QCOMPARE(other[u"defectsCount"_s].toInt(), 3);
    }
};

LINEWATCH_TEST(BatchOutcomesTest)
#include "tst_batchoutcomes.moc"
