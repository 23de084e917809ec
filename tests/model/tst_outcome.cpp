// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome.h"

#include "model/samples.h"
#include "support/testprogram.h"

#include <set>

using namespace linewatch;

class OutcomeTest : public QObject
{
    Q_OBJECT

private slots:
    void everyReasonIsFoundByItsName()
    {
        std::set<std::string_view> names;
        for (std::size_t i = 1; i < RejectReasonCount; ++i) {
            const auto reason = static_cast<RejectReason>(i);
            QVERIFY(!wireName(reason).empty());
            QCOMPARE(rejectReasonFromWire(wireName(reason)), reason);
            names.insert(wireName(reason));
        }
        QCOMPARE(names.size(), RejectReasonCount - 1);
    }

    void whatIsNoNameOfAReasonIsNone_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::newRow("empty") << std::string();
        QTest::newRow("lower case") << std::string("invalid_duration");
        QTest::newRow("cut") << std::string("INVALID_DURATIO");
        QTest::newRow("longer") << std::string("INVALID_DURATION ");
        QTest::newRow("a status") << std::string("REJECTED");
    }
    void whatIsNoNameOfAReasonIsNone()
    {
        QFETCH(const std::string, name);
        QCOMPARE(rejectReasonFromWire(name), RejectReason::None);
    }

    void reasonsHaveTheContractsNames()
    {
        using enum RejectReason;
        const std::pair<RejectReason, std::string_view> names[] = {
            {MalformedEvent, "MALFORMED_EVENT"},
            {MissingEventId, "MISSING_EVENT_ID"},
            {InvalidEventId, "INVALID_EVENT_ID"},
            {MissingMachineId, "MISSING_MACHINE_ID"},
            {InvalidMachineId, "INVALID_MACHINE_ID"},
            {MissingEventTime, "MISSING_EVENT_TIME"},
            {InvalidEventTime, "INVALID_EVENT_TIME"},
            {EventInFuture, "EVENT_IN_FUTURE"},
            {MissingDuration, "MISSING_DURATION"},
            {InvalidDuration, "INVALID_DURATION"},
            {MissingDefectCount, "MISSING_DEFECT_COUNT"},
            {InvalidDefectCount, "INVALID_DEFECT_COUNT"},
            {InvalidLineId, "INVALID_LINE_ID"},
            {InvalidFactoryId, "INVALID_FACTORY_ID"},
            {InvalidReceivedTime, "INVALID_RECEIVED_TIME"},
            {EventTooOld, "EVENT_TOO_OLD"},
            {ConcurrencyFailure, "CONCURRENCY_FAILURE"},
        };
        QCOMPARE(std::size(names), RejectReasonCount - 1);
        for (const auto &[reason, name] : names)
            QVERIFY2(wireName(reason) == name, name.data());
    }

    void statusesAndDetailsHaveTheContractsNames()
    {
        QVERIFY(wireName(OutcomeStatus::Accepted) == "ACCEPTED");
        QVERIFY(wireName(OutcomeStatus::Deduped) == "DEDUPED");
        QVERIFY(wireName(OutcomeStatus::Updated) == "UPDATED");
        QVERIFY(wireName(OutcomeStatus::Rejected) == "REJECTED");
        QVERIFY(wireName(DedupDetail::Identical) == "IDENTICAL");
        QVERIFY(wireName(DedupDetail::Stale) == "STALE");
        QVERIFY(wireName(DedupDetail::None).empty());
    }

    void onlyALostRaceIsWorthAnotherTry()
    {
        for (std::size_t i = 1; i < RejectReasonCount; ++i) {
            const auto reason = static_cast<RejectReason>(i);
            QCOMPARE(Outcome::rejected(reason).isRetryable(), reason == RejectReason::ConcurrencyFailure);
        }
        QVERIFY(!Outcome::accepted().isRetryable());
        QVERIFY(!Outcome::deduped(DedupDetail::Stale).isRetryable());
    }

    void countsAddUp()
    {
        OutcomeCounts counts;
        counts.add(OutcomeStatus::Accepted);
        counts.add(OutcomeStatus::Deduped);
        counts.add(OutcomeStatus::Deduped);
        counts.add(OutcomeStatus::Updated);
        counts.add(OutcomeStatus::Rejected);
        QVERIFY((counts == OutcomeCounts{1, 2, 1, 1}));
        counts += OutcomeCounts{10, 20, 30, 40};
        QVERIFY((counts == OutcomeCounts{11, 22, 31, 41}));
        QCOMPARE(counts.total(), std::int64_t{105});
    }
};

LINEWATCH_TEST(OutcomeTest)
#include "tst_outcome.moc"
