// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/batchwriter.h"

#include "ingest/memorystore.h"
#include "model/dice.h"
#include "model/samples.h"
#include "storage/spoolfile.h"
#include "support/testprogram.h"

#include <QLoggingCategory>
#include <QTemporaryDir>

#include <future>
#include <mutex>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant noon = at("2026-01-15T12:00:00Z");
const Failure lost{Failure::Kind::ConnectionLost, QStringLiteral("The server has gone away.")};

using Answer = std::future<Result<BatchResult>>;

struct Nobody final : CommitListener {
    void groupCommitted(const CommittedGroup & /*group*/) override { }
};

/** Whether the database can be reached, and how its next commit ends; any thread. */
class Reach
{
public:
    explicit Reach(MemoryDisk &disk)
    {
        disk.tellsWhatItCommitted = true;
        disk.fault = [this, &disk](Step step) -> std::optional<Failure> {
            const std::scoped_lock lock(m_mutex);
            disk.keepsWhatFailedToCommit = step == Step::Commit && m_doubts > 0;
            if (step == Step::Commit && m_doubts > 0) {
                --m_doubts;
                return Failure{Failure::Kind::CommitUnknown, QStringLiteral("Gone while it committed.")};
            }
            return m_isAway ? std::optional(lost) : std::nullopt;
        };
    }
    void setAway(bool away)
    {
        const std::scoped_lock lock(m_mutex);
        m_isAway = away;
    }
    /** The next so many commits are made, and nobody is told. */
    void setDoubts(int commits)
    {
        const std::scoped_lock lock(m_mutex);
        m_doubts = commits;
    }

private:
    std::mutex m_mutex;
    bool m_isAway = false;
    int m_doubts = 0;
};

/** A process that takes batches in, with a spool in a file that outlives it. */
class Process
{
public:
    Process(MemoryDisk &disk, const SpoolPlace &place)
        : m_file(SpoolFile::open(place, QStringLiteral("plant")))
    {
        if (!m_file)
            qFatal("%s", qPrintable(m_file.failure().message));
        m_writer.emplace([&disk] { return openMemoryStore(disk); }, m_queue, statistics, m_nobody,
                         SpoolUse{[this] { return (*m_file)->openSpool(); }, gauge, 1ms});
    }
    ~Process()
    {
        m_queue.close();
        m_writer.reset();
    }
    Q_DISABLE_COPY_MOVE(Process)

    Answer post(BatchEvents events, Instant arrival = noon)
    {
        const auto promise = std::make_shared<std::promise<Result<BatchResult>>>();
        PendingBatch batch{std::move(events), arrival, "10.0.0.7",
                           [promise](Result<BatchResult> result) { promise->set_value(std::move(result)); }};
        if (!m_queue.push(batch))
            qFatal("the queue of the test is too small");
        return promise->get_future();
    }
    bool isEmpty() const { return gauge.read().isEmpty(); }

    IngestStatistics statistics;
    BacklogGauge gauge;

private:
    Result<std::unique_ptr<SpoolFile>> m_file;
    IngestQueue m_queue{1'000'000};
    Nobody m_nobody;
    std::optional<BatchWriter> m_writer;
};

IncomingEvent eventOf(const std::string &id, std::int32_t defects = 0)
{
    return incoming(id, payloadOf("M-1", noon, defects));
}

RefusedEvent refusedOf(const std::string &id)
{
    return {RejectReason::InvalidDuration, id, "M-1", "{\"eventId\":\"" + id + "\"}"};
}

std::vector<Outcome> outcomesOf(Answer answer)
{
    return answer.get().value().outcomes;
}

const std::vector<Outcome> queued{Outcome::queued()};

} // namespace

/** Store and forward, with a database in memory that comes and goes and a spool on disk. */
class ForwarderTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("linewatch.*=false")); }
    void init()
    {
        m_folder.emplace();
        m_place = {m_folder->filePath(QStringLiteral("spool.db")), 64 * 1024 * 1024};
    }

    void whileTheDatabaseIsAwayBatchesAreQueuedAndRejectedOnesSaidSo()
    {
        MemoryDisk disk;
        Reach reach(disk);
        reach.setAway(true);
        Process process(disk, m_place);
        const Result<BatchResult> result = process.post({eventOf("A"), refusedOf("B")}).get();
        QVERIFY(result);
        QVERIFY(result->isSpooled);
        QVERIFY((result->outcomes
                 == std::vector{Outcome::queued(), Outcome::rejected(RejectReason::InvalidDuration)}));
        const Backlog backlog = process.gauge.read();
        QCOMPARE(backlog.batches, 1);
        QCOMPARE(backlog.events, 2);
        QVERIFY(backlog.oldestArrival == noon);
        QVERIFY(backlog.bytes > 0);
        QVERIFY(backlog.takesMore);
        QCOMPARE(process.statistics.outcomes().queued, 1);
        QCOMPARE(process.statistics.outcomes().rejected, 0);
        reach.setAway(false);
        QTRY_VERIFY(process.isEmpty());
        QCOMPARE(process.statistics.outcomes().rejected, 1);
        QCOMPARE(process.statistics.outcomes().accepted, 1);
    }

    void whatWasQueuedComesInWithTheReceiptOfItsArrival()
    {
        MemoryDisk disk;
        Reach reach(disk);
        {
            Process process(disk, m_place);
            QCOMPARE(outcomesOf(process.post({eventOf("before")})), std::vector{Outcome::accepted()});
            reach.setAway(true);
            QCOMPARE(outcomesOf(process.post({eventOf("A", 1)}, noon + 1s)), queued);
            QCOMPARE(outcomesOf(process.post({eventOf("A", 2)}, noon + 2s)), queued);
            reach.setAway(false);
            QTRY_VERIFY(process.isEmpty());
        }
        const StoredEvent &row = disk.rows.at(EventId(std::string("A")));
        QCOMPARE(row.version, 2);
        QCOMPARE(row.payload.defectCount, 2);
        QVERIFY(row.receivedTime == noon + 2s);
        QCOMPARE(disk.revisions.size(), std::size_t{1});
        QVERIFY(disk.revisions.front().event.receivedTime == noon + 1s);
    }

    void receiptsGrowWithinABatchAndWhenTheClockStepsBack()
    {
        MemoryDisk disk;
        Reach reach(disk);
        reach.setAway(true);
        {
            Process process(disk, m_place);
            QCOMPARE(outcomesOf(process.post({eventOf("A", 1), eventOf("A", 2)})),
                     (std::vector{Outcome::queued(), Outcome::queued()}));
        }
        {
            Process process(disk, m_place);
            QCOMPARE(outcomesOf(process.post({eventOf("A", 3)}, noon - 1h)), queued);
            reach.setAway(false);
            QTRY_VERIFY(process.isEmpty());
        }
        QCOMPARE(disk.rows.at(EventId(std::string("A"))).version, 3);
        QCOMPARE(disk.rows.at(EventId(std::string("A"))).payload.defectCount, 3);
    }

    void whoComesWhileOthersWaitComesAfterThem()
    {
        MemoryDisk disk;
        Reach reach(disk);
        reach.setAway(true);
        {
            Process process(disk, m_place);
            QCOMPARE(outcomesOf(process.post({eventOf("A", 1)})), queued);
        }
        reach.setAway(false);
        Process process(disk, m_place); // A waits from the run before
        const std::vector<Outcome> outcomes = outcomesOf(process.post({eventOf("A", 2)}, noon + 1s));
        QVERIFY(outcomes == queued || outcomes == std::vector{Outcome::updated()});
        QTRY_VERIFY(process.isEmpty());
        QCOMPARE(outcomesOf(process.post({eventOf("A", 2)}, noon + 2s)),
                 std::vector{Outcome::deduped(DedupDetail::Identical)});
    }

    void aSpoolThatIsFullTurnsBatchesAwayAndHeals()
    {
        MemoryDisk disk;
        Reach reach(disk);
        reach.setAway(true);
        m_place.maxBytes = 1024 * 1024;
        Process process(disk, m_place);
        std::size_t kept = 0;
        std::optional<Failure> failure;
        for (; !failure && kept < 10'000; ++kept) {
            Result<BatchResult> result =
                process
                    .post({incoming("E-" + std::to_string(kept) + std::string(500, 'x'),
                                    payloadOf("M-1", noon))})
                    .get();
            if (!result)
                failure = result.failure();
        }
        --kept; // the last one was not
        QVERIFY(failure && failure->kind == Failure::Kind::Unavailable);
        QVERIFY(!process.gauge.read().takesMore);
        QCOMPARE(process.gauge.read().batches, static_cast<std::int64_t>(kept));
        reach.setAway(false);
        QTRY_VERIFY(process.isEmpty());
        QVERIFY(process.gauge.read().takesMore);
        QCOMPARE(process.statistics.outcomes().accepted, static_cast<std::int64_t>(kept));
        QCOMPARE(outcomesOf(process.post({eventOf("new")})), std::vector{Outcome::accepted()});
    }

    void aCommitThatNobodyHeardOfBringsNothingTwice()
    {
        MemoryDisk disk;
        Reach reach(disk);
        reach.setAway(true);
        {
            Process process(disk, m_place);
            QCOMPARE(outcomesOf(process.post({eventOf("A")})), queued);
            QVERIFY(process.post({refusedOf("B")}).get());
            reach.setDoubts(1);
            reach.setAway(false);
            QTRY_VERIFY(process.isEmpty());
        }
        QCOMPARE(disk.rows.size(), std::size_t{1});
        QCOMPARE(disk.rejections.size(), std::size_t{1});
    }

    /** Against the same batches, each taken in directly. */
    void afterAnyOutagesAndRestartsTheStoreIsAsIfThereHadBeenNone_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 20; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void afterAnyOutagesAndRestartsTheStoreIsAsIfThereHadBeenNone()
    {
        QFETCH(const int, seed);
        Dice dice(static_cast<std::uint32_t>(seed));
        std::vector<BatchEvents> batches(60);
        for (BatchEvents &batch : batches) {
            for (std::size_t i = dice.below(5); i > 0; --i) {
                const std::string id = "E-" + std::to_string(dice.below(12));
                if (dice.chance(20))
                    batch.emplace_back(refusedOf(id));
                else
                    batch.emplace_back(eventOf(id, static_cast<std::int32_t>(dice.below(3))));
            }
        }
        MemoryDisk disk;
        Reach reach(disk);
        std::optional<Process> process;
        process.emplace(disk, m_place);
        Instant arrival = noon;
        for (const BatchEvents &batch : batches) {
            if (dice.chance(15)) {
                process.reset();
                process.emplace(disk, m_place);
            }
            reach.setAway(dice.chance(50));
            arrival += 1s;
            QVERIFY(process->post(batch, arrival).get());
            if (dice.chance(20))
                reach.setDoubts(1); // of what is forwarded, or of a later batch; its writer finds out
        }
        reach.setAway(false);
        QTRY_VERIFY(process->isEmpty());
        process.reset();

        MemoryDisk plain;
        Instant plainArrival = noon;
        for (const BatchEvents &batch : batches) {
            Process direct(plain, {m_folder->filePath(QStringLiteral("unused.db")), m_place.maxBytes});
            plainArrival += 1s;
            QVERIFY(!direct.post(batch, plainArrival).get().value().isSpooled);
        }
        compare(disk, plain);
    }

private:
    static void compare(const MemoryDisk &disk, const MemoryDisk &plain)
    {
        QCOMPARE(disk.misuses, 0);
        QCOMPARE(disk.rows.size(), plain.rows.size());
        for (const auto &[id, expected] : plain.rows) {
            const StoredEvent &row = disk.rows.at(id);
            QVERIFY(row.payload == expected.payload);
            // Within the batch it differs: rejected events take stamps as well where they come in directly.
            QVERIFY(std::chrono::floor<std::chrono::seconds>(row.receivedTime)
                    == std::chrono::floor<std::chrono::seconds>(expected.receivedTime));
            QCOMPARE(row.version, expected.version);
        }
        QCOMPARE(disk.revisions.size(), plain.revisions.size());
        for (std::size_t i = 0; i < plain.revisions.size(); ++i)
            QVERIFY(disk.revisions[i].event.payload == plain.revisions[i].event.payload);
        QCOMPARE(disk.rejections.size(), plain.rejections.size());
        for (std::size_t i = 0; i < plain.rejections.size(); ++i)
            QCOMPARE(disk.rejections[i].raw, plain.rejections[i].raw);
    }

    std::optional<QTemporaryDir> m_folder;
    SpoolPlace m_place;
};

LINEWATCH_TEST(ForwarderTest)
#include "tst_forwarder.moc"
