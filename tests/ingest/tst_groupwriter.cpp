// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/groupwriter.h"

#include "ingest/memorystore.h"
#include "ingest/posting.h"
#include "support/testprogram.h"

#include <QLoggingCategory>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

/** Fails each call of a step with the next of these, then never more. */
std::function<std::optional<Failure>(Step)> failing(Step step, std::vector<Failure::Kind> kinds)
{
    return [=, next = std::size_t{0}](Step reached) mutable -> std::optional<Failure> {
        if (reached != step || next == kinds.size())
            return std::nullopt;
        return Failure{kinds[next++], QStringLiteral("Step failed.")};
    };
}

/** A writer over a store in memory, whose pauses are counted and not waited for. */
class Writing
{
public:
    explicit Writing(MemoryDisk &disk, std::chrono::milliseconds patience = GroupWriter::ConnectionPatience)
        : m_writer([&disk] { return openMemoryStore(disk); }, statistics,
                   [this](std::chrono::milliseconds pause) {
                       pauses.push_back(pause);
                       return !ends;
                   },
                   patience)
    {
    }

    Result<WrittenGroup> write(std::vector<IncomingEvent> events)
    {
        return m_writer.write({batchOf(std::move(events))});
    }

    IngestStatistics statistics;
    std::vector<std::chrono::milliseconds> pauses;
    bool ends = false; ///< the program

private:
    GroupWriter m_writer;
};

} // namespace

/** What becomes of a transaction that others are in the way of, or whose connection is lost. */
class GroupWriterTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("linewatch.ingest.warning=false"));
    }

    void whatAnotherWriterChangedIsReadAndReconciledAgain()
    {
        MemoryDisk disk;
        int times = 0;
        disk.missed = [&](const ChangeSet &changes) -> std::vector<EventId> {
            if (times++ > 0)
                return {};
            // The other writer has brought the same event the moment before.
            const StoredEvent &ours = changes.changes.front().after;
            disk.rows[ours.eventId] = ours;
            return {ours.eventId};
        };
        Writing writing(disk);
        const Result<WrittenGroup> written = writing.write({eventOf("A"), eventOf("B")});
        QVERIFY(written);
        QVERIFY((written->outcomes.front()
                 == std::vector{Outcome::deduped(DedupDetail::Identical), Outcome::accepted()}));
        QCOMPARE(disk.rollbacks, 1);
        QCOMPARE(disk.opened, 1);
        QCOMPARE(writing.statistics.retries(Retry::Changed), std::uint64_t{1});
        QCOMPARE(writing.statistics.conflicts(), std::uint64_t{1});
    }

    void anEventThatLostThreeTriesIsRejectedAloneAndCanBeSentAgain()
    {
        MemoryDisk disk;
        disk.missed = [](const ChangeSet &changes) {
            std::vector<EventId> missed;
            for (const EventChange &change : changes.changes) {
                if (change.after.eventId.utf8() == "A")
                    missed.push_back(change.after.eventId);
            }
            return missed;
        };
        Writing writing(disk);
        const Result<WrittenGroup> written = writing.write({eventOf("A"), eventOf("B"), eventOf("A", 1)});
        QVERIFY(written);
        const Outcome lost = Outcome::rejected(RejectReason::ConcurrencyFailure);
        QVERIFY((written->outcomes.front() == std::vector{lost, Outcome::accepted(), lost}));
        QVERIFY(lost.isRetryable());
        QCOMPARE(writing.statistics.conflicts(), std::uint64_t{GroupWriter::EventTries});
        QCOMPARE(disk.rows.size(), std::size_t{1});
        QVERIFY(disk.rejections.empty()); // there is nothing wrong with it
        QCOMPARE(disk.misuses, 0);
    }

    void aGroupInWhichEverOtherEventsAreChangedIsGivenUpWhole()
    {
        MemoryDisk disk;
        std::size_t next = 0;
        disk.missed = [&](const ChangeSet &changes) {
            return std::vector{changes.changes[next++ % changes.changes.size()].after.eventId};
        };
        std::vector<IncomingEvent> events;
        for (int i = 0; i < 100; ++i)
            events.push_back(eventOf("E-" + std::to_string(i)));
        Writing writing(disk);
        const Result<WrittenGroup> written = writing.write(events);
        QVERIFY(!written);
        QCOMPARE(written.failure().kind, Failure::Kind::Contended);
        QCOMPARE(next, std::size_t{GroupWriter::ChangedTries});
        QVERIFY(disk.rows.empty());
    }

    void aDeadlockIsTriedAgainAfterAPauseOnTheSameConnection_data()
    {
        QTest::addColumn<Step>("step");
        QTest::newRow("look up") << Step::LookUp;
        QTest::newRow("apply") << Step::Apply;
        QTest::newRow("commit") << Step::Commit; // as in a Galera cluster
    }
    void aDeadlockIsTriedAgainAfterAPauseOnTheSameConnection()
    {
        QFETCH(const Step, step);
        MemoryDisk disk;
        disk.fault = failing(step, {Failure::Kind::Contended, Failure::Kind::Contended});
        Writing writing(disk);
        const Result<WrittenGroup> written = writing.write({eventOf("A")});
        QVERIFY(written);
        QVERIFY((written->outcomes.front() == std::vector{Outcome::accepted()}));
        QCOMPARE(writing.pauses.size(), std::size_t{2});
        QCOMPARE(writing.statistics.retries(Retry::Contended), std::uint64_t{2});
        QCOMPARE(disk.opened, 1);
        QCOMPARE(disk.rows.size(), std::size_t{1});
    }

    void deadlocksWithoutEndAreGivenUp()
    {
        MemoryDisk disk;
        disk.fault = failing(Step::Apply, std::vector(100, Failure::Kind::Contended));
        Writing writing(disk);
        QCOMPARE(writing.write({eventOf("A")}).failure().kind, Failure::Kind::Contended);
        QCOMPARE(writing.pauses.size(), std::size_t{GroupWriter::ContendedTries - 1});
        disk.fault = failing(Step::Apply, {});
        QVERIFY(writing.write({eventOf("A")}));
    }

    void aDeadlockIsTriedAgainAlsoWhileTheProgramEnds()
    {
        MemoryDisk disk;
        disk.fault = failing(Step::Apply, {Failure::Kind::Contended});
        Writing writing(disk);
        writing.ends = true;
        QVERIFY(writing.write({eventOf("A")}));
    }

    void aLostConnectionIsRebuiltAndTheGroupReplayed_data()
    {
        QTest::addColumn<Step>("step");
        QTest::newRow("open") << Step::Open;
        QTest::newRow("last stamp") << Step::LastStamp;
        QTest::newRow("begin") << Step::Begin;
        QTest::newRow("look up") << Step::LookUp;
        QTest::newRow("apply") << Step::Apply;
    }
    void aLostConnectionIsRebuiltAndTheGroupReplayed()
    {
        QFETCH(const Step, step);
        MemoryDisk disk;
        disk.fault = failing(step, {Failure::Kind::ConnectionLost});
        Writing writing(disk);
        const Result<WrittenGroup> written = writing.write({eventOf("A")});
        QVERIFY(written);
        QVERIFY((written->outcomes.front() == std::vector{Outcome::accepted()}));
        QCOMPARE(writing.statistics.retries(Retry::ConnectionLost), std::uint64_t{1});
        QCOMPARE(disk.opened, step == Step::Open ? 1 : 2);
        QCOMPARE(disk.misuses, 0);
    }

    void aServerThatStaysAwayIsGivenUp()
    {
        MemoryDisk disk;
        disk.fault = failing(Step::Open, std::vector(100, Failure::Kind::ConnectionLost));
        Writing writing(disk);
        QCOMPARE(writing.write({eventOf("A")}).failure().kind, Failure::Kind::ConnectionLost);
        QCOMPARE(writing.pauses.size(), std::size_t{GroupWriter::ConnectionTries - 1});
    }

    void aServerThatTakesLongToFailIsTriedOnceMore()
    {
        MemoryDisk disk;
        disk.fault = failing(Step::LookUp, std::vector(100, Failure::Kind::ConnectionLost));
        Writing writing(disk, 0ms);
        QCOMPARE(writing.write({eventOf("A")}).failure().kind, Failure::Kind::ConnectionLost);
        QCOMPARE(writing.pauses.size(), std::size_t{1});
        QCOMPARE(disk.opened, 2);
    }

    void aProgramThatEndsDoesNotWaitForAServer()
    {
        MemoryDisk disk;
        disk.fault = failing(Step::Open, std::vector(100, Failure::Kind::ConnectionLost));
        Writing writing(disk);
        writing.ends = true;
        QVERIFY(!writing.write({eventOf("A")}));
        QCOMPARE(writing.pauses.size(), std::size_t{1});
    }

    void aCommitInDoubtIsSettledByWhatTheStoreHas_data()
    {
        QTest::addColumn<bool>("wasStored");
        QTest::newRow("it was stored") << true;
        QTest::newRow("it was not") << false;
    }
    void aCommitInDoubtIsSettledByWhatTheStoreHas()
    {
        QFETCH(const bool, wasStored);
        MemoryDisk disk;
        disk.tellsWhatItCommitted = true;
        disk.committedStamp = Instant{};
        disk.keepsWhatFailedToCommit = wasStored;
        disk.fault = failing(Step::Commit, {Failure::Kind::CommitUnknown});
        Writing writing(disk);
        const Result<WrittenGroup> written = writing.write({eventOf("A"), eventOf("A", 1)});
        QVERIFY(written);
        QVERIFY((written->outcomes.front() == std::vector{Outcome::accepted(), Outcome::updated()}));
        QCOMPARE(disk.rows.size(), std::size_t{1});
        QCOMPARE(disk.rows.begin()->second.version, 2);
        QCOMPARE(disk.revisions.size(), std::size_t{1});
        QCOMPARE(written->changes.changes.size(),
                 std::size_t{1}); // for the live board, whichever way it went
    }

    void aReplayInDoubtIsSettledToo()
    {
        MemoryDisk disk;
        disk.tellsWhatItCommitted = true;
        disk.committedStamp = Instant{};
        disk.fault = failing(Step::Commit, {Failure::Kind::CommitUnknown, Failure::Kind::CommitUnknown});
        Writing writing(disk);
        QVERIFY((writing.write({eventOf("A")})->outcomes.front() == std::vector{Outcome::accepted()}));
        QCOMPARE(disk.rows.size(), std::size_t{1});
        QCOMPARE(disk.rows.begin()->second.version, 1);
    }

    void aCommitThatStaysInDoubtIsSaidToBe_data()
    {
        QTest::addColumn<Failure::Kind>("thenOnOpening");
        QTest::newRow("the server stays away") << Failure::Kind::ConnectionLost;
        QTest::newRow("the server refuses") << Failure::Kind::Unavailable;
    }
    void aCommitThatStaysInDoubtIsSaidToBe()
    {
        QFETCH(const Failure::Kind, thenOnOpening);
        MemoryDisk disk;
        disk.tellsWhatItCommitted = true;
        disk.committedStamp = Instant{};
        disk.keepsWhatFailedToCommit = true;
        disk.fault = [thenOnOpening, inDoubt = false](Step step) mutable -> std::optional<Failure> {
            if (step == Step::Open && inDoubt)
                return Failure{thenOnOpening, QStringLiteral("No server.")};
            if (step != Step::Commit)
                return std::nullopt;
            inDoubt = true;
            return Failure{Failure::Kind::CommitUnknown, QStringLiteral("Lost.")};
        };
        Writing writing(disk);
        QCOMPARE(writing.write({eventOf("A")}).failure().kind, Failure::Kind::CommitUnknown);
        disk.fault = failing(Step::Open, {});
        const Result<WrittenGroup> again = writing.write({eventOf("A")});
        QVERIFY(again);
        QVERIFY((again->outcomes.front() == std::vector{Outcome::deduped(DedupDetail::Identical)}));
    }

    void aStoreThatCannotTellLeavesTheDoubtWithTheSender()
    {
        MemoryDisk disk;
        disk.keepsWhatFailedToCommit = true;
        disk.fault = failing(Step::Commit, {Failure::Kind::CommitUnknown});
        Writing writing(disk);
        const Failure failure = writing.write({eventOf("A")}).failure();
        QCOMPARE(failure.kind, Failure::Kind::CommitUnknown);
        QCOMPARE(failure.message, QStringLiteral("Step failed."));
        QVERIFY(writing.pauses.empty());
        QCOMPARE(disk.opened, 1);
    }

    void stampsOfTriesAreNeverGivenOutAgain()
    {
        MemoryDisk disk;
        disk.fault = failing(Step::Commit, {Failure::Kind::Contended, Failure::Kind::ConnectionLost});
        Writing writing(disk);
        QVERIFY(writing.write({eventOf("A"), eventOf("B")}));
        QCOMPARE(disk.stampsSeen.size(), std::size_t{6});
        QVERIFY(std::adjacent_find(disk.stampsSeen.begin(), disk.stampsSeen.end(), std::greater_equal<>())
                == disk.stampsSeen.end());
    }
};

LINEWATCH_TEST(GroupWriterTest)
#include "tst_groupwriter.moc"
