// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/batchwriter.h"

#include "ingest/ingestion.h"
#include "model/dice.h"
#include "support/testprogram.h"

#include <QLoggingCategory>

#include <set>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

/** Fails the first @p times of @p step. */
std::function<std::optional<Failure>(Step)> failing(Step step, int times, const Failure &failure)
{
    return [=, left = times](Step reached) mutable -> std::optional<Failure> {
        if (reached != step || left == 0)
            return std::nullopt;
        --left;
        return failure;
    };
}

} // namespace

class BatchWriterTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // Failures are asked for here; that they are logged needs no showing.
        QLoggingCategory::setFilterRules(QStringLiteral("linewatch.ingest.warning=false"));
    }

    void answersComeAfterTheCommitAndAfterItsListener()
    {
        MemoryDisk disk;
        Ingestion ingestion(disk);
        PendingBatch batch;
        batch.events.emplace_back(eventOf("A"));
        std::promise<std::pair<std::size_t, int>> seen;
        batch.done = [&](const Result<BatchResult> &) {
            seen.set_value({disk.rows.size(), ingestion.commits.groups});
        };
        QVERIFY(ingestion.queue.push(batch));
        ingestion.start();
        QVERIFY((seen.get_future().get() == std::pair<std::size_t, int>{1, 1}));
    }

    void everyElementHasItsOutcome()
    {
        MemoryDisk disk;
        Ingestion ingestion(disk);
        PendingBatch batch;
        batch.sender = "10.0.0.1";
        batch.events.emplace_back(eventOf("A"));
        batch.events.emplace_back(RefusedEvent{RejectReason::InvalidDuration, "B", "M-1", "{}"});
        batch.events.emplace_back(eventOf("A"));
        batch.events.emplace_back(eventOf("A", 1));
        Answer answer = ingestion.post(std::move(batch));
        ingestion.start();
        const BatchResult result = answer.get().value();
        QVERIFY((result.outcomes
                 == std::vector{Outcome::accepted(), Outcome::rejected(RejectReason::InvalidDuration),
                                Outcome::deduped(DedupDetail::Identical), Outcome::updated()}));
        QCOMPARE(result.events.size(), std::size_t{4});
        QVERIFY(*eventIdOf(result.events[1]) == "B");
        ingestion.stop();
        QVERIFY((ingestion.commits.outcomes == OutcomeCounts{1, 1, 1, 1}));
        QVERIFY((ingestion.statistics.outcomes() == OutcomeCounts{1, 1, 1, 1}));
        QCOMPARE(ingestion.statistics.rejections(RejectReason::InvalidDuration), std::uint64_t{1});
        QVERIFY(disk.rejections.at(0).sender == "10.0.0.1");
        QCOMPARE(disk.misuses, 0);
    }

    void batchesThatWaitShareOneTransaction()
    {
        MemoryDisk disk;
        Ingestion ingestion(disk);
        Answer first = ingestion.post({eventOf("A")}, noon);
        Answer second = ingestion.post({eventOf("A"), eventOf("B")}, noon + 1s);
        Answer none = ingestion.post(std::vector<IncomingEvent>{}, noon + 2s);
        ingestion.start();
        QVERIFY(outcomesOf(first) == accepted);
        QVERIFY((outcomesOf(second)
                 == std::vector{Outcome::deduped(DedupDetail::Identical), Outcome::accepted()}));
        QVERIFY(outcomesOf(none).empty());
        ingestion.stop();
        QCOMPARE(ingestion.commits.groups, 1);
        QCOMPARE(ingestion.commits.changes, std::size_t{2});
        QCOMPARE(text(ingestion.commits.lastArrival), text(noon + 2s));
        QCOMPARE(ingestion.statistics.commitTime().cumulative.back(), std::uint64_t{1});
    }

    void aStepThatFailsAnswersEveryBatchWithTheFailureAndTheNextSucceed_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<Failure::Kind>("kind");
        QTest::newRow("open") << Step::Open << Failure::Kind::Unavailable;
        QTest::newRow("last stamp") << Step::LastStamp << Failure::Kind::Internal;
        QTest::newRow("begin") << Step::Begin << Failure::Kind::Unavailable;
        QTest::newRow("look up") << Step::LookUp << Failure::Kind::Internal;
        QTest::newRow("apply") << Step::Apply << Failure::Kind::Unavailable;
        QTest::newRow("commit") << Step::Commit << Failure::Kind::CommitUnknown;
    }
    void aStepThatFailsAnswersEveryBatchWithTheFailureAndTheNextSucceed()
    {
        QFETCH(const Step, step);
        QFETCH(const Failure::Kind, kind);
        MemoryDisk disk;
        disk.fault = failing(step, 1, {kind, QStringLiteral("Step failed.")});
        Ingestion ingestion(disk);
        Answer first = ingestion.post({eventOf("A")});
        Answer second = ingestion.post({eventOf("B")});
        ingestion.start();
        for (Answer *answer : {&first, &second}) {
            const Result<BatchResult> result = answer->get();
            QVERIFY(!result.ok());
            QCOMPARE(result.failure().kind, kind);
            QCOMPARE(result.failure().message, QStringLiteral("Step failed."));
        }
        QVERIFY(!ingestion.isHealthy());

        Answer again = ingestion.post({eventOf("A")});
        QVERIFY(outcomesOf(again) == accepted);
        QVERIFY(ingestion.isHealthy());
        ingestion.stop();
        QCOMPARE(disk.rows.size(), std::size_t{1});
        QCOMPARE(disk.opened, step == Step::Open ? 1 : 2);
        QCOMPARE(disk.misuses, 0);
        QCOMPARE(ingestion.commits.groups, 1);
        QCOMPARE(ingestion.statistics.failedGroups(), std::uint64_t{1});
        QVERIFY((ingestion.statistics.outcomes() == OutcomeCounts{1, 0, 0, 0}));
    }

    void aStoreThatStaysAwayAnswersEachBatchInItsTurn()
    {
        MemoryDisk disk;
        disk.fault = failing(Step::Open, 5, full);
        Ingestion ingestion(disk);
        ingestion.start();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(ingestion.post({eventOf("A")}).get().failure().kind, Failure::Kind::Unavailable);
        Answer answer = ingestion.post({eventOf("A")});
        QVERIFY(outcomesOf(answer) == accepted);
    }

    void sendingAgainIsSafeWhenTheCommitWasNotKnown()
    {
        MemoryDisk disk;
        disk.fault = failing(Step::Commit, 1, {Failure::Kind::CommitUnknown, {}});
        disk.keepsWhatFailedToCommit = true;
        Ingestion ingestion(disk);
        ingestion.start();
        QCOMPARE(ingestion.post({eventOf("A")}).get().failure().kind, Failure::Kind::CommitUnknown);
        Answer again = ingestion.post({eventOf("A")});
        QVERIFY(outcomesOf(again) == identical);
    }

    void stampsGoOnWhereTheLastRunEnded()
    {
        MemoryDisk disk;
        for (const Instant arrival : {noon, noon - 1h}) {
            Ingestion ingestion(disk);
            ingestion.start();
            ingestion.post({eventOf("A", arrival == noon ? 0 : 1)}, arrival).wait();
        }
        const StoredEvent &row = disk.rows.begin()->second;
        QCOMPARE(row.version, 2);
        QCOMPARE(text(row.recordedTime), text(noon + 1us));
    }

    void closingAnswersEverythingThatWaits()
    {
        MemoryDisk disk;
        std::vector<Answer> answers;
        {
            Ingestion ingestion(disk);
            for (int i = 0; i < 100; ++i)
                answers.push_back(ingestion.post({eventOf("E-" + std::to_string(i))}));
            ingestion.start();
        }
        for (Answer &answer : answers)
            QVERIFY(answer.wait_for(0s) == std::future_status::ready && outcomesOf(answer) == accepted);
        QCOMPARE(disk.rows.size(), std::size_t{100});
    }

    void ofTheSamePostFromManyThreadsOneIsAccepted()
    {
        MemoryDisk disk;
        Ingestion ingestion(disk);
        ingestion.start();
        constexpr std::size_t events = 50;
        constexpr int senders = 8;
        std::atomic<std::int64_t> acceptedEvents = 0;
        std::vector<std::thread> threads;
        for (int sender = 0; sender < senders; ++sender) {
            threads.emplace_back([&] {
                for (std::size_t i = 0; i < events; ++i) {
                    Answer answer = ingestion.post({eventOf("E-" + std::to_string(i))});
                    acceptedEvents += outcomesOf(answer) == accepted ? 1 : 0;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        ingestion.stop();
        QCOMPARE(acceptedEvents.load(), std::int64_t{events});
        QVERIFY((ingestion.statistics.outcomes() == OutcomeCounts{events, events * (senders - 1), 0, 0}));
        QCOMPARE(disk.rows.size(), events);
        QCOMPARE(disk.rows.begin()->second.version, 1);
    }

    void stampsAreNeverUsedTwiceWhateverFailsAndHoweverTheClockGoes()
    {
        Dice dice(17);
        Dice faults(18);
        MemoryDisk disk;
        disk.fault = [&faults](Step) { return faults.chance(5) ? std::optional(full) : std::nullopt; };
        std::int64_t answered = 0;
        OutcomeSum sum;
        for (int run = 0; run < 10; ++run) {
            Ingestion ingestion(disk);
            ingestion.start();
            std::vector<Answer> answers;
            for (int i = 0; i < 100; ++i) {
                PendingBatch batch;
                batch.events.emplace_back(eventOf("E-" + std::to_string(dice.between(1, 20)),
                                                  static_cast<std::int32_t>(dice.between(0, 2))));
                batch.events.emplace_back(RefusedEvent{RejectReason::MalformedEvent, {}, {}, "5"});
                answers.push_back(
                    ingestion.post(std::move(batch), noon + std::chrono::microseconds{dice.between(-5, 5)}));
                if (dice.chance(50))
                    answers.back().wait();
            }
            ingestion.stop();
            for (Answer &answer : answers) {
                const Result<BatchResult> result = answer.get();
                answered += 1;
                sum.add(result ? result->outcomes : std::vector<Outcome>{});
            }
        }
        QCOMPARE(answered, std::int64_t{1000});
        QVERIFY(disk.rollbacks > 0);
        QCOMPARE(disk.misuses, 0);
        QCOMPARE(sum.counts.accepted, static_cast<std::int64_t>(disk.rows.size()));
        QCOMPARE(sum.counts.updated, static_cast<std::int64_t>(disk.revisions.size()));
        QCOMPARE(sum.counts.rejected, static_cast<std::int64_t>(disk.rejections.size()));
        std::set<Instant> committed;
        for (const RejectedEvent &rejection : disk.rejections)
            QVERIFY(committed.insert(rejection.receivedTime).second);
    }

    void stampsOfAFailedTransactionAreNotGivenOutAgain()
    {
        Dice faults(19);
        MemoryDisk disk;
        disk.fault = [&faults](Step step) {
            const bool late = step == Step::Apply || step == Step::Commit;
            return late && faults.chance(50) ? std::optional(full) : std::nullopt;
        };
        {
            Ingestion ingestion(disk);
            ingestion.start();
            for (int i = 0; i < 200; ++i)
                ingestion.post({eventOf("A", i), eventOf("B", i)}, noon - std::chrono::microseconds{i})
                    .wait();
        }
        QVERIFY(disk.stampsSeen.size() >= 200);
        QVERIFY(std::adjacent_find(disk.stampsSeen.begin(), disk.stampsSeen.end(), std::greater_equal<>())
                == disk.stampsSeen.end());
    }
};

LINEWATCH_TEST(BatchWriterTest)
#include "tst_batchwriter.moc"
