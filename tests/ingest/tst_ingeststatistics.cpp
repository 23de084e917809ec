// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingeststatistics.h"

#include "model/samples.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace std::chrono_literals;

class IngestStatisticsTest : public QObject
{
    Q_OBJECT

private slots:
    void outcomesAreCountedByStatusAndReason()
    {
        IngestStatistics statistics;
        statistics.countOutcome(Outcome::accepted());
        statistics.countOutcome(Outcome::accepted());
        statistics.countOutcome(Outcome::deduped(DedupDetail::Identical));
        statistics.countOutcome(Outcome::deduped(DedupDetail::Stale));
        statistics.countOutcome(Outcome::updated());
        statistics.countOutcome(Outcome::rejected(RejectReason::InvalidDuration));
        statistics.countOutcome(Outcome::rejected(RejectReason::InvalidDuration));
        statistics.countOutcome(Outcome::rejected(RejectReason::ConcurrencyFailure));
        QVERIFY((statistics.outcomes() == OutcomeCounts{2, 2, 1, 3}));
        QCOMPARE(statistics.rejections(RejectReason::InvalidDuration), std::uint64_t{2});
        QCOMPARE(statistics.rejections(RejectReason::ConcurrencyFailure), std::uint64_t{1});
        QCOMPARE(statistics.rejections(RejectReason::MalformedEvent), std::uint64_t{0});
    }

    void theLastCommitIsRemembered()
    {
        IngestStatistics statistics;
        QVERIFY(statistics.lastCommit() == 0us);
        statistics.countCommit(7ms);
        statistics.countCommit(3ms);
        QVERIFY(statistics.lastCommit() == 3ms);
        QCOMPARE(statistics.commitTime().cumulative.back(), std::uint64_t{2});
        QCOMPARE(statistics.commitTime().sumSeconds, 0.01);
    }

    void batchesAndTroublesAreCountedApart()
    {
        IngestStatistics statistics;
        statistics.countBatch(1ms);
        statistics.countFailedGroup();
        statistics.countFailedGroup();
        statistics.countTurnedAway();
        QCOMPARE(statistics.batchLatency().cumulative.back(), std::uint64_t{1});
        QCOMPARE(statistics.failedGroups(), std::uint64_t{2});
        QCOMPARE(statistics.turnedAway(), std::uint64_t{1});
        QCOMPARE(statistics.commitTime().cumulative.back(), std::uint64_t{0});
    }
};

LINEWATCH_TEST(IngestStatisticsTest)
#include "tst_ingeststatistics.moc"
