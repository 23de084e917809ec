// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/batchwriter.h"

#include "ingest/batchdecoder.h"
#include "ingest/ingestion.h"
#include "support/testprogram.h"

#include <QLoggingCategory>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

/** Never at its end. */
class EndlessChore final : public WriterChore
{
public:
    Result<bool> step(EventStore &store) override
    {
        ++steps;
        if (store.begin().ok()) // nobody else has a transaction open
            store.rollback();
        if (failure)
            return *failure;
        return true;
    }

    std::optional<Failure> failure;
    std::atomic<int> steps = 0;
};

} // namespace

/** What a batch writer does besides batches, and what it does not take because of it. */
class BatchWriterChoresTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // Failures are asked for here; that they are logged needs no showing.
        QLoggingCategory::setFilterRules(QStringLiteral("linewatch.ingest.warning=false"));
    }

    void aChoreGetsOnWithAndWithoutBatches()
    {
        MemoryDisk disk;
        EndlessChore chore;
        Ingestion ingestion(disk);
        ingestion.chore = &chore;
        ingestion.start();
        QTRY_VERIFY(chore.steps > 5);
        const int stepsBefore = chore.steps;
        int posted = 0;
        for (; chore.steps < stepsBefore + 5; ++posted) {
            Answer answer = ingestion.post({eventOf("E-" + std::to_string(posted))});
            QVERIFY(outcomesOf(answer) == accepted);
        }
        ingestion.stop(); // a chore that has more to do keeps nobody waiting
        QCOMPARE(disk.rows.size(), static_cast<std::size_t>(posted));
        QCOMPARE(disk.misuses, 0);
    }

    void aChoreThatFailsHarmsNoBatch()
    {
        MemoryDisk disk;
        EndlessChore chore;
        chore.failure = full;
        Ingestion ingestion(disk);
        ingestion.chore = &chore;
        ingestion.start();
        QTRY_VERIFY(chore.steps > 0);
        Answer answer = ingestion.post({eventOf("E-1")});
        QVERIFY(outcomesOf(answer) == accepted);
        QVERIFY(ingestion.isHealthy());
        ingestion.stop();
        QCOMPARE(disk.opened, 2); // anew after the failure
    }

    void whatIsBeforeTheHorizonIsTooOld()
    {
        MemoryDisk disk;
        disk.horizon = noon;
        Ingestion ingestion(disk);
        ingestion.start();
        IncomingEvent old = incoming("E-2", payloadOf("M-1", noon - 1us));
        Answer answer = ingestion.post({eventOf("E-1"), old});
        const std::vector<Outcome> expected{Outcome::accepted(),
                                            Outcome::rejected(RejectReason::EventTooOld)};
        QVERIFY(outcomesOf(answer) == expected);
        ingestion.stop();
        QCOMPARE(disk.rows.size(), 1U);
        QCOMPARE(disk.rejections.size(), 1U);
        QCOMPARE(disk.rejections.front().machineId, std::string("M-1"));
        const auto again =
            decodeBatch('[' + QByteArray::fromStdString(disk.rejections.front().raw) + ']', noon, 1);
        const auto &sent = std::get<IncomingEvent>(std::get<BatchEvents>(again).front());
        QVERIFY(sent.eventId == old.eventId && sent.payload == old.payload);
        QCOMPARE(ingestion.statistics.rejections(RejectReason::EventTooOld), 1U);
        QCOMPARE(ingestion.statistics.horizon(), noon);
    }
};

LINEWATCH_TEST(BatchWriterChoresTest)
#include "tst_batchwriterchores.moc"
