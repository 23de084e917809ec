// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/retentionchore.h"
#include "storage/sqlconnection.h"
#include "storage/sqleventstore.h"
#include "storage/sqlitedialect.h"
#include "storage/storefactory.h"
#include "support/testprogram.h"

#include <QTemporaryDir>
#include <QUuid>
#include <QtTest>

using namespace linewatch;
using namespace std::chrono_literals;
using std::chrono::days;

/** Three months of a small plant that keeps ten days of events: what they took up is used again. */
class TestRetentionSize : public QObject
{
    Q_OBJECT

private slots:
    void ninetyDaysTakeHardlyMoreThanThirty();

private:
    /** The day that the plant is in. */
    class PlantClock final : public Clock
    {
    public:
        Instant now() const override { return time; }
        Instant time{days{20'000}};
    };

    static constexpr days keptDays{10};
    static constexpr int eventsADay = 2'000;
    static constexpr int eventsACommit = 500;

    void writeDay(EventStore &store);
    qint64 ask(const QString &question);

    QTemporaryDir m_folder;
    SqliteDialect m_dialect{m_folder.filePath(QStringLiteral("a.db"))};
    PlantClock m_clock;
    std::int64_t m_written = 0;
};

void TestRetentionSize::writeDay(EventStore &store)
{
    for (int commit = 0; commit < eventsADay / eventsACommit; ++commit) {
        ChangeSet changes;
        for (int i = 0; i < eventsACommit; ++i) {
            StoredEvent event;
            const auto key = QByteArray::number(qlonglong{++m_written});
            event.eventId = EventId(QUuid::createUuidV5(QUuid(), key).toString(QUuid::WithoutBraces));
            event.payload.machineId = MachineId("M-" + std::to_string(m_written % 4));
            m_clock.time += std::chrono::microseconds{days{1}} / eventsADay;
            event.payload.eventTime = m_clock.time;
            event.receivedTime = event.recordedTime = m_clock.time;
            changes.changes.push_back({std::nullopt, std::move(event)});
        }
        changes.lastStamp = m_clock.time;
        StoreTransaction transaction(store);
        QVERIFY(store.apply(changes));
        QVERIFY(transaction.commit());
    }
}

qint64 TestRetentionSize::ask(const QString &question)
{
    const auto connection = std::move(*SqlConnection::open(m_dialect, SqlConnection::Access::ReadOnly));
    Result<SqlRows> row = connection->ask(question);
    return row && row->next() ? row->value(0).toLongLong() : -1;
}

void TestRetentionSize::ninetyDaysTakeHardlyMoreThanThirty()
{
    const auto factory = StoreFactory::open({m_folder.filePath(QStringLiteral("a.db"))});
    QVERIFY(factory);
    // As many runs of keys as a large store has.
    auto store = SqlEventStore::open(m_dialect, SqlEventStore::soleWriter({1'000, 4}));
    QVERIFY(store);
    IngestStatistics statistics;
    RetentionChore chore(m_clock, Retention{keptDays}, statistics);
    const QString pages = QStringLiteral("SELECT page_count FROM pragma_page_count");
    qint64 pagesThen = 0;
    for (int day = 1; day <= 90; ++day) {
        writeDay(**store);
        for (bool more = true; more;) {
            const Result<bool> step = chore.step(**store);
            QVERIFY(step);
            more = *step;
        }
        if (day == 30)
            pagesThen = ask(pages);
    }
    const qint64 pagesNow = ask(pages);
    QVERIFY2(pagesNow < pagesThen * 3 / 2,
             qPrintable(QStringLiteral("%1 pages, %2 after 30 days").arg(pagesNow).arg(pagesThen)));

    const qint64 kept = ask(QStringLiteral("SELECT count(*) FROM event"));
    QVERIFY(kept >= keptDays.count() * eventsADay && kept <= (keptDays.count() + 1) * eventsADay);
    QCOMPARE(statistics.removed(), m_written - kept);
    QVERIFY(ask(QStringLiteral("SELECT sum(length(entries)) / 16 FROM key_block")) < 3 * kept);
    QCOMPARE(ask(QStringLiteral("SELECT sum(events) FROM rollup_bucket WHERE bucket_width = 3600")),
             m_written);
    QCOMPARE(ask(QStringLiteral("SELECT sum(events) FROM rollup_bucket WHERE bucket_width = 60")), kept);
}

LINEWATCH_TEST(TestRetentionSize)
#include "tst_retentionsize.moc"
