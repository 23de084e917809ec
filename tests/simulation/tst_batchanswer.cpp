// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/batchanswer.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::simulation;

namespace {

Element good(const char *id)
{
    IncomingEvent event;
    event.eventId = EventId(std::string(id));
    return {event, NoiseKind::Clean, TimeStyle::Zulu};
}

/** E-1 is new, E-2 known, one has no id and one breaks a rule. */
Batch posted()
{
    Batch batch;
    batch.elements = {good("E-1"),
                      good("E-2"),
                      {BrokenElement{"7", RejectReason::MalformedEvent, {}}, NoiseKind::Invalid, {}},
                      {BrokenElement{"{}", RejectReason::InvalidDuration, "E-99"}, NoiseKind::Invalid, {}}};
    return batch;
}

ExpectedOutcomes expected()
{
    return {{Outcome::accepted(), Outcome::deduped(DedupDetail::Identical),
             Outcome::rejected(RejectReason::MalformedEvent),
             Outcome::rejected(RejectReason::InvalidDuration)},
            {},
            false};
}

const char *const rightAnswer = R"({"accepted":1,"deduped":1,"updated":0,"rejected":2,
 "rejections":[{"index":2,"reason":"MALFORMED_EVENT"},{"index":3,"eventId":"E-99","reason":"INVALID_DURATION"}],
 "results":[{"index":0,"eventId":"E-1","status":"ACCEPTED"},
            {"index":1,"eventId":"E-2","status":"DEDUPED","detail":"IDENTICAL"},
            {"index":2,"status":"REJECTED","reason":"MALFORMED_EVENT"},
            {"index":3,"eventId":"E-99","status":"REJECTED","reason":"INVALID_DURATION"}]})";

QByteArray tampered(const char *what, const char *with)
{
    QByteArray body(rightAnswer);
    const qsizetype at = body.lastIndexOf(what);
    return at < 0 ? QByteArray() : body.replace(at, qstrlen(what), with);
}

} // namespace

class TestBatchAnswer : public QObject
{
    Q_OBJECT

private slots:
    void rightAnswerHasNoDifference()
    {
        const BatchAnswer answer = checkAnswer(posted(), expected(), rightAnswer);
        QCOMPARE(answer.differences, QStringList());
        QCOMPARE(answer.counts, (OutcomeCounts{1, 1, 0, 2}));
    }

    void everyOtherAnswerIsFoundOut_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << QByteArray("oops");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("another outcome") << tampered(R"("status":"ACCEPTED")", R"("status":"UPDATED")");
        QTest::newRow("another detail") << tampered("IDENTICAL", "STALE");
        QTest::newRow("no detail") << tampered(R"(,"detail":"IDENTICAL")", "");
        QTest::newRow("a detail too many")
            << tampered(R"("status":"ACCEPTED")", R"("status":"ACCEPTED","detail":"STALE")");
        QTest::newRow("another reason")
            << tampered(R"(ED","reason":"INVALID_DURATION")", R"(ED","reason":"INVALID_LINE_ID")");
        QTest::newRow("another event") << tampered(R"("eventId":"E-2")", R"("eventId":"E-3")");
        QTest::newRow("an id from nowhere") << tampered(R"({"index":2,)", R"({"index":2,"eventId":"E-4",)");
        QTest::newRow("an id is missing") << tampered(R"("eventId":"E-99",)", "");
        QTest::newRow("another index") << tampered(R"({"index":1,)", R"({"index":0,)");
        QTest::newRow("a count") << tampered(R"("deduped":1)", R"("deduped":2)");
        QTest::newRow("queued from nowhere") << tampered(R"({"accepted":1)", R"({"queued":1,"accepted":1)");
        QTest::newRow("a rejection is missing") << tampered(R"({"index":2,"reason":"MALFORMED_EVENT"},)", "");
        QTest::newRow("queued without a spool") << tampered(R"("status":"ACCEPTED")", R"("status":"QUEUED")");
    }

    void everyOtherAnswerIsFoundOut()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!body.isEmpty());
        QVERIFY(!checkAnswer(posted(), expected(), body).differences.isEmpty());
    }

    void repeatedOutcomeIsRightOnlyAfterALostAnswer()
    {
        const QByteArray body =
            tampered(R"("status":"ACCEPTED")", R"("status":"DEDUPED","detail":"IDENTICAL")")
                .replace(R"("accepted":1,"deduped":1)", R"("accepted":0,"deduped":2)");
        QVERIFY(!checkAnswer(posted(), expected(), body).differences.isEmpty());

        ExpectedOutcomes inDoubt = expected();
        inDoubt.repeated = inDoubt.first;
        inDoubt.repeated[0] = Outcome::deduped(DedupDetail::Identical);
        QCOMPARE(checkAnswer(posted(), inDoubt, body).differences, QStringList());
        QCOMPARE(checkAnswer(posted(), inDoubt, rightAnswer).differences, QStringList());
        QVERIFY(!checkAnswer(posted(), inDoubt, tampered("IDENTICAL", "STALE")).differences.isEmpty());
    }

    void spoolMayQueueWhatIsNotRejected()
    {
        ExpectedOutcomes spooled = expected();
        spooled.mayBeQueued = true;
        QByteArray body = tampered(R"("status":"ACCEPTED")", R"("status":"QUEUED")");
        body.replace(R"("status":"DEDUPED","detail":"IDENTICAL")", R"("status":"QUEUED")");
        body.replace(R"("accepted":1,"deduped":1)", R"("accepted":0,"deduped":0,"queued":2)");
        const BatchAnswer answer = checkAnswer(posted(), spooled, body);
        QCOMPARE(answer.differences, QStringList());
        QCOMPARE(answer.queued, 2);
        body.replace(R"("status":"REJECTED","reason":"INVALID_DURATION")", R"("status":"QUEUED")");
        QVERIFY(!checkAnswer(posted(), spooled, body).differences.isEmpty());
    }

    void eventThatLostAgainstOthersIsToBeSentAgain()
    {
        const BatchAnswer answer =
            checkAnswer(posted(), expected(),
                        tampered(R"("status":"ACCEPTED")",
                                 R"("status":"REJECTED","reason":"CONCURRENCY_FAILURE","retryable":true)"));
        QVERIFY(answer.mustBeSentAgain);
    }
};

LINEWATCH_TEST(TestBatchAnswer)
#include "tst_batchanswer.moc"
