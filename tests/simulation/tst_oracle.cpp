// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/oracle.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::simulation;
using namespace std::chrono_literals;

namespace {

const Instant runStart = std::chrono::sys_days{std::chrono::year{2026} / 1 / 15} + 6h;

IncomingEvent says(const char *id, std::int32_t defects, std::optional<Instant> claim = {})
{
    IncomingEvent event;
    event.eventId = EventId(std::string(id));
    event.payload.machineId = MachineId(std::string("M-1"));
    event.payload.eventTime = runStart;
    event.payload.duration = 4s;
    event.payload.defectCount = defects;
    event.payload.lineId = LineId(std::string("LINE-A"));
    event.claimedReceipt = claim;
    return event;
}

Batch batchOf(std::vector<IncomingEvent> events)
{
    Batch batch;
    for (IncomingEvent &one : events)
        batch.elements.push_back({std::move(one), NoiseKind::Clean, TimeStyle::Zulu});
    return batch;
}

constexpr Outcome accepted = Outcome::accepted();
constexpr Outcome updated = Outcome::updated();
constexpr Outcome identical = Outcome::deduped(DedupDetail::Identical);
constexpr Outcome stale = Outcome::deduped(DedupDetail::Stale);
using Outcomes = std::vector<Outcome>;

} // namespace

class TestOracle : public QObject
{
    Q_OBJECT

private slots:
    void newEventIsAcceptedAndTheSameAgainIsIdentical()
    {
        Oracle oracle(runStart);
        QCOMPARE(oracle.expect(batchOf({says("A", 0), says("A", 0)})), (Outcomes{accepted, identical}));
        QCOMPARE(oracle.rows().size(), std::size_t{1});
        QCOMPARE(oracle.rows().begin()->second.version(), 1);
    }

    void laterCorrectionWinsAndKeepsWhatItReplaced()
    {
        Oracle oracle(runStart);
        QCOMPARE(oracle.expect(batchOf({says("A", 0), says("A", 2), says("A", 0)})),
                 (Outcomes{accepted, updated, updated}));
        const ExpectedRow &row = oracle.rows().begin()->second;
        QCOMPARE(row.payload.defectCount, 0);
        QCOMPARE(row.version(), 3);
        QCOMPARE(row.revisions.at(0).defectCount, 0);
        QCOMPARE(row.revisions.at(1).defectCount, 2);
    }

    void earlierClaimIsStaleOrIdentical()
    {
        Oracle oracle(runStart);
        oracle.expect(batchOf({says("A", 0)}));
        QCOMPARE(oracle.expect(batchOf({says("A", 1, runStart - 1h), says("A", 0, runStart - 1h)})),
                 (Outcomes{stale, identical}));
    }

    void amongClaimsTheLaterWins()
    {
        Oracle oracle(runStart);
        QCOMPARE(oracle.expect(batchOf({says("A", 1, runStart - 2h), says("A", 2, runStart - 3h),
                                        says("A", 3, runStart - 2h), says("A", 4, runStart - 1h)})),
                 (Outcomes{accepted, stale, stale, updated}));
        QCOMPARE(oracle.rows().begin()->second.claim, std::optional(runStart - 1h));
    }

    void claimAheadOfTheReceiptDoesNotCount()
    {
        Oracle oracle(runStart);
        QCOMPARE(oracle.expect(
                     batchOf({says("A", 0), says("A", 1, runStart + std::chrono::years{10}), says("A", 2)})),
                 (Outcomes{accepted, updated, updated}));
        QVERIFY(!oracle.rows().begin()->second.claim);
    }

    void identicalResendLeavesTheClaimAsItWas()
    {
        Oracle oracle(runStart);
        QCOMPARE(
            oracle.expect(batchOf({says("A", 0, runStart - 2h), says("A", 0), says("A", 1, runStart - 1h)})),
            (Outcomes{accepted, identical, updated}));
    }

    void lineThatIsLeftOutStays()
    {
        Oracle oracle(runStart);
        IncomingEvent silent = says("A", 0);
        silent.payload.lineId = {};
        IncomingEvent correction = says("A", 5);
        correction.payload.lineId = {};
        QCOMPARE(oracle.expect(batchOf({says("A", 0), silent, correction})),
                 (Outcomes{accepted, identical, updated}));
        QCOMPARE(oracle.rows().begin()->second.payload.lineId.utf8(), std::string("LINE-A"));
    }

    void everyMemberOfThePayloadCounts()
    {
        std::vector<IncomingEvent> changed(6, says("A", 0));
        changed[0].payload.machineId = MachineId(std::string("M-2"));
        changed[1].payload.eventTime += 1us;
        changed[2].payload.duration += 1ms;
        changed[3].payload.defectCount = UnknownDefects;
        changed[4].payload.lineId = LineId(std::string("LINE-B"));
        changed[5].payload.factoryId = FactoryId(std::string("P1"));
        for (const IncomingEvent &correction : changed) {
            Oracle oracle(runStart);
            QCOMPARE(oracle.expect(batchOf({says("A", 0), correction})), (Outcomes{accepted, updated}));
        }
    }

    void brokenElementIsRejectedForItsReasonAndLeavesNothing()
    {
        Oracle oracle(runStart);
        Batch batch;
        batch.elements.push_back(
            {BrokenElement{"1", RejectReason::MalformedEvent, {}}, NoiseKind::Invalid, {}});
        QCOMPARE(oracle.expect(batch), (Outcomes{Outcome::rejected(RejectReason::MalformedEvent)}));
        QVERIFY(oracle.rows().empty());
    }

    void repeatedBatchIsDedupedThroughout()
    {
        Oracle oracle(runStart);
        oracle.expect(batchOf({says("A", 0)}));
        const Batch batch = batchOf({says("A", 1), says("B", 0, runStart - 2h), says("B", 1, runStart - 1h)});
        QCOMPARE(oracle.expect(batch), (Outcomes{updated, accepted, updated}));
        QCOMPARE(oracle.expectRepeated(batch), (Outcomes{identical, stale, identical}));
    }
};

LINEWATCH_TEST(TestOracle)
#include "tst_oracle.moc"
