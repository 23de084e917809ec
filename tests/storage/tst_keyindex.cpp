// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keyindex.h"

#include "storage/eventkey.h"
#include "storage/keysearch.h"
#include "storage/sqleventstore.h"
#include "storage/sqlitedialect.h"
#include "storage/storefactory.h"
#include "support/testprogram.h"

#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

using namespace linewatch;

/** The index over keys of a real store that grows through several levels of runs. */
class TestKeyIndex : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyEventIsFoundWhileTheStoreGrows();
    void aLostTransactionLeavesTheIndexTrue();
    void aProcessThatEndsAtAnyCommitFindsEverythingAgain();
    void aStoreWithoutRunsIsIndexedWhenItIsOpened();
    void readersFindWhatIsInRunsAndWhatIsNot();
    void mergedRunsLeaveNoBlocksBehind();
    void keysWithTheSameHashAreToldApart();
    void runsOfRemovedRowsGo();
    void numbersOfRemovedRowsAreNotGivenAgain();

private:
    static constexpr KeyIndexSizes sizes{200,
                                         4}; // each level has some four times as many keys as the one below
    static constexpr std::int64_t groupSize = 90;

    static EventId idOf(std::int64_t number);
    StoredEvent event(std::int64_t number) const;
    void writeGroup(bool commit = true);
    bool writeNothing();
    void removeBefore(std::chrono::hours horizon);
    bool isFound(std::int64_t number);
    void checkAll(std::int64_t stride);
    qint64 ask(const QString &question);
    void openStore();

    std::int64_t m_written = 0;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StoreFactory> m_factory;
    std::unique_ptr<SqlDialect> m_dialect;
    std::unique_ptr<EventStore> m_store;
};

void TestKeyIndex::init()
{
    m_written = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    const QString path = m_folder->filePath(QStringLiteral("a.db"));
    m_factory = std::move(*StoreFactory::open({path}));
    m_dialect = std::make_unique<SqliteDialect>(path);
    openStore();
}

void TestKeyIndex::openStore()
{
    m_store.reset();
    auto store = SqlEventStore::open(*m_dialect, SqlEventStore::soleWriter(sizes));
    QVERIFY(store);
    m_store = std::move(*store);
}

void TestKeyIndex::cleanup()
{
    m_store.reset();
    m_factory.reset();
}

/** Two in three are UUIDs, as senders make them; their order says nothing of their number. */
EventId TestKeyIndex::idOf(std::int64_t number)
{
    if (number % 3 == 0)
        return EventId("E-" + std::to_string(number));
    const QUuid uuid = QUuid::createUuidV5(QUuid(), QByteArray::number(qlonglong{number}));
    return EventId(uuid.toString(QUuid::WithoutBraces));
}

StoredEvent TestKeyIndex::event(std::int64_t number) const
{
    StoredEvent event;
    event.eventId = idOf(number);
    event.payload.machineId = MachineId("M-" + std::to_string(number % 5));
    event.payload.eventTime = Instant{std::chrono::seconds{number}};
    event.receivedTime = event.recordedTime = Instant{std::chrono::microseconds{number + 1}};
    return event;
}

void TestKeyIndex::writeGroup(bool commit)
{
    ChangeSet changes;
    for (std::int64_t i = 0; i < groupSize; ++i)
        changes.changes.push_back({std::nullopt, event(m_written + i)});
    changes.lastStamp = changes.changes.back().after.recordedTime;
    StoreTransaction transaction(*m_store);
    QVERIFY(transaction.begun());
    QVERIFY(m_store->apply(changes));
    if (!commit)
        return;
    QVERIFY(transaction.commit());
    m_written += groupSize;
}

bool TestKeyIndex::writeNothing()
{
    StoreTransaction transaction(*m_store);
    return m_store->apply({}) && transaction.commit();
}

bool TestKeyIndex::isFound(std::int64_t number)
{
    const EventId id = idOf(number);
    const auto found = m_store->lookUp({&id, 1});
    return found && found->size() == 1 && found->front() == event(number);
}

/** One in @p stride of what was written is there, and nothing that was not. */
void TestKeyIndex::checkAll(std::int64_t stride)
{
    for (std::int64_t number = 0; number < m_written; number += stride)
        QVERIFY2(isFound(number), qPrintable(QString::number(number)));
    for (std::int64_t number = m_written; number < m_written + 100; ++number)
        QVERIFY(m_store->lookUp({std::vector<EventId>{idOf(number)}})->empty());
}

qint64 TestKeyIndex::ask(const QString &question)
{
    const auto connection = std::move(*SqlConnection::open(*m_dialect, SqlConnection::Access::ReadOnly));
    Result<SqlRows> query = connection->ask(question);
    return query && query->next() ? query->value(0).toLongLong() : -1;
}

void TestKeyIndex::everyEventIsFoundWhileTheStoreGrows()
{
    for (int group = 0; group < 240; ++group) {
        writeGroup();
        checkAll(1'009);
    }
    checkAll(1);
    QVERIFY(ask(QStringLiteral("SELECT max(level) FROM key_run")) >= 3);
}

void TestKeyIndex::aLostTransactionLeavesTheIndexTrue()
{
    for (int group = 0; group < 40; ++group) {
        writeGroup(false); // its keys must not be found, nor the run be trusted that it may have written
        writeGroup();
        checkAll(101);
    }
}

void TestKeyIndex::aProcessThatEndsAtAnyCommitFindsEverythingAgain()
{
    for (int group = 0; group < 100; ++group) {
        writeGroup();
        openStore(); // in the middle of a merge, too
        checkAll(307);
    }
    checkAll(1);
}

void TestKeyIndex::aStoreWithoutRunsIsIndexedWhenItIsOpened()
{
    for (int group = 0; group < 50; ++group)
        writeGroup();
    const auto connection = std::move(*SqlConnection::open(*m_dialect, SqlConnection::Access::ReadWrite));
    for (const char *statement : {"DELETE FROM key_run", "DELETE FROM key_run_end", "DELETE FROM key_block",
                                  "DELETE FROM store_state WHERE name = 'keys_indexed'"})
        QVERIFY(connection->run(QString::fromLatin1(statement)));
    openStore();
    checkAll(1);
    QVERIFY(ask(QStringLiteral("SELECT value FROM store_state WHERE name = 'keys_indexed'")) > 4'000);
}

void TestKeyIndex::readersFindWhatIsInRunsAndWhatIsNot()
{
    for (int group = 0; group < 31; ++group)
        writeGroup();
    const qint64 indexed = ask(QStringLiteral("SELECT value FROM store_state WHERE name = 'keys_indexed'"));
    QVERIFY(indexed > 0 && indexed < m_written);
    const auto reader = m_factory->openReader();
    for (std::int64_t number = 0; number < m_written; number += 7) {
        const auto history = (*reader)->event(idOf(number));
        QVERIFY(history && *history);
        QVERIFY((*history)->current.event == event(number));
    }
    QVERIFY(!*(*reader)->event(idOf(m_written)));
}

void TestKeyIndex::mergedRunsLeaveNoBlocksBehind()
{
    for (int group = 0; group < 200; ++group)
        writeGroup();
    for (int turn = 0; turn < 60; ++turn) // each does a part of what is left to do
        QVERIFY(writeNothing());
    const QString orphans = QStringLiteral("SELECT count(*) FROM key_block"
                                           " WHERE run_id NOT IN (SELECT run_id FROM key_run)");
    QCOMPARE(ask(orphans), 0);
    QCOMPARE(ask(QStringLiteral("SELECT sum(length(entries)) / 16 FROM key_block")),
             ask(QStringLiteral("SELECT value FROM store_state WHERE name = 'keys_indexed'")));
    QCOMPARE(ask(QStringLiteral("SELECT sum(entries) FROM key_run")),
             ask(QStringLiteral("SELECT value FROM store_state WHERE name = 'keys_indexed'")));
    QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM (SELECT level FROM key_run GROUP BY level"
                                " HAVING count(*) >= 4)")),
             0);
}

/** Drawn at random no two keys do; so the seed is made known, and the hashes of the rows are made to be
 * equal. */
void TestKeyIndex::keysWithTheSameHashAreToldApart()
{
    for (int group = 0; group < 4; ++group)
        writeGroup();
    const auto connection = std::move(*SqlConnection::open(*m_dialect, SqlConnection::Access::ReadWrite));
    auto index = std::move(*KeyIndex::load(*connection, sizes));
    const std::int64_t hash = index->hashOf(toEventKey(idOf(5)));
    index->add(hash, 3); // as if row 3 had a key with that hash, too
    std::vector<std::int64_t> rows;
    QVERIFY(index->find(hash, rows));
    QCOMPARE(rows.size(), 2U);

    // The same in a block of its own, where the store itself meets it.
    KeyBlocks blocks = std::move(*KeyBlocks::prepare(*connection));
    const KeyEntry wrong[] = {{hash, 3}};
    QVERIFY(blocks.write(900, wrong));
    KeyFilter filter(1);
    filter.add(hash);
    QVERIFY(connection->ask(QStringLiteral("INSERT INTO key_run (run_id, level, entries, filter)"
                                           " VALUES (900, 0, 1, ?)"),
                            {filter.bytes()}));
    QVERIFY(connection->run(QStringLiteral("INSERT INTO key_run_end (run_id, last_row_id) VALUES (900, 3)")));
    openStore();
    QVERIFY(isFound(5));
    const auto reader = m_factory->openReader();
    const auto history = (*reader)->event(idOf(5));
    QVERIFY(history && *history);
    QVERIFY((*history)->current.event == event(5));
}

void TestKeyIndex::removeBefore(std::chrono::hours horizon)
{
    QVERIFY(m_store->raiseHorizon(Instant{horizon}));
    for (bool more = true; more;) {
        const auto removal = m_store->removeSome(70);
        QVERIFY(removal);
        more = removal->more;
    }
}

/** An event a second, of which the last two to three hours are kept, and one that stays for ever. */
void TestKeyIndex::runsOfRemovedRowsGo()
{
    constexpr int hours = 10;
    constexpr int groupsAnHour = 3'600 / groupSize;
    {
        ChangeSet ofTimesToCome;
        ofTimesToCome.changes.push_back({std::nullopt, event(1'000'000)});
        ofTimesToCome.lastStamp = ofTimesToCome.changes.back().after.recordedTime;
        StoreTransaction transaction(*m_store);
        QVERIFY(m_store->apply(ofTimesToCome) && transaction.commit());
    }
    for (int hour = 1; hour <= hours; ++hour) {
        for (int group = 0; group < groupsAnHour; ++group)
            writeGroup();
        removeBefore(std::chrono::hours{hour - 2});
        if (hour % 3 == 0)
            openStore();
        for (std::int64_t number = std::max(0, hour - 2) * 3'600; number < m_written; number += 97)
            QVERIFY(isFound(number));
        QVERIFY(isFound(1'000'000));
        QVERIFY(hour < 3 || !isFound(0));
        const qint64 entries = ask(QStringLiteral("SELECT sum(entries) FROM key_run"));
        QVERIFY2(entries < 3 * 7'200, qPrintable(QString::number(entries)));
    }
    for (int turn = 0; turn < 60; ++turn)
        QVERIFY(writeNothing());
    QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM key_block"
                                " WHERE run_id NOT IN (SELECT run_id FROM key_run)")),
             0);
    QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM key_run_end"
                                " WHERE run_id NOT IN (SELECT run_id FROM key_run)")),
             0);
}

/** A row that took the number of one which a run still names would be taken to be in that run. */
void TestKeyIndex::numbersOfRemovedRowsAreNotGivenAgain()
{
    for (int group = 0; group < 5; ++group)
        writeGroup();
    removeBefore(std::chrono::hours{1});
    QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM event")), 0);
    openStore();
    m_written = 10'000;
    writeGroup();
    openStore();
    QVERIFY(isFound(10'000));
    const auto reader = m_factory->openReader();
    const auto history = (*reader)->event(idOf(10'000));
    QVERIFY(history && *history);
}

LINEWATCH_TEST(TestKeyIndex)
#include "tst_keyindex.moc"
