// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/doubledevents.h"
#include "storage/keyindexcheck.h"
#include "storage/sqleventstore.h"
#include "storage/sqlitedialect.h"
#include "storage/storefactory.h"
#include "support/testprogram.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace linewatch;

/** An index over keys in several runs, held against its events and harmed in each way. */
class TestKeyIndexCheck : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void runsAndTailOfAGrowingStoreAreSound();
    void eachFaultIsFound_data();
    void eachFaultIsFound();
    void aRowInTwoRunsIsFound();
    void entriesOfRowsThatWereRemovedAreNoFault();
    void anEventThatIsThereTwiceIsFound_data();
    void anEventThatIsThereTwiceIsFound();

private:
    static constexpr KeyIndexSizes sizes{200, 4};
    static constexpr std::size_t sliceEvents = 150; ///< so that there are many

    void writeGroup(EventStore &store);
    std::int64_t number(const QString &question);
    void run(const QString &sql);
    std::vector<CheckedPart> check(KeyIndexCheck::Rows rows);
    /** What is told of faults, in both parts. */
    QString told(KeyIndexCheck::Rows rows = KeyIndexCheck::Rows::AllThere);

    std::int64_t m_written = 0;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqlDialect> m_dialect;
    std::unique_ptr<SqlConnection> m_connection;
};

void TestKeyIndexCheck::init()
{
    m_connection.reset();
    m_written = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    const QString path = m_folder->filePath(QStringLiteral("a.db"));
    QVERIFY(StoreFactory::open({path}));
    m_dialect = std::make_unique<SqliteDialect>(path);
    m_connection = std::move(*SqlConnection::open(*m_dialect, SqlConnection::Access::ReadWrite));
    const auto store = SqlEventStore::open(*m_dialect, SqlEventStore::soleWriter(sizes));
    QVERIFY(store);
    for (int group = 0; group < 25; ++group)
        writeGroup(**store);
    QVERIFY(number(QStringLiteral("SELECT count(*) FROM key_run")) >= 2);
}

void TestKeyIndexCheck::writeGroup(EventStore &store)
{
    ChangeSet changes;
    for (int i = 0; i < 90; ++i) {
        StoredEvent event;
        event.eventId = EventId("E-" + std::to_string(++m_written));
        event.payload.machineId = MachineId(std::string("M"));
        event.payload.eventTime = Instant{std::chrono::seconds{m_written}};
        event.receivedTime = event.recordedTime = Instant{std::chrono::microseconds{m_written}};
        changes.changes.push_back({std::nullopt, event});
    }
    changes.lastStamp = changes.changes.back().after.recordedTime;
    StoreTransaction transaction(store);
    QVERIFY(transaction.begun());
    QVERIFY(store.apply(changes));
    QVERIFY(transaction.commit());
}

std::int64_t TestKeyIndexCheck::number(const QString &question)
{
    Result<SqlRows> rows = m_connection->ask(question);
    return rows && rows->next() ? rows->value(0).toLongLong() : -1;
}

void TestKeyIndexCheck::run(const QString &sql)
{
    const Result<void> done = m_connection->run(sql);
    QVERIFY2(done, done ? "" : qPrintable(done.failure().message));
}

std::vector<CheckedPart> TestKeyIndexCheck::check(KeyIndexCheck::Rows rows)
{
    std::int64_t told = 0;
    auto parts =
        KeyIndexCheck(*m_connection, rows, sliceEvents).run([&told](std::int64_t done) { told = done; });
    if (!parts || parts->size() != 2 || told != parts->back().checked())
        qFatal("the index could not be checked");
    return *parts;
}

QString TestKeyIndexCheck::told(KeyIndexCheck::Rows rows)
{
    QStringList lines;
    for (const CheckedPart &part : check(rows))
        lines += part.told();
    return lines.join(QLatin1Char('\n'));
}

void TestKeyIndexCheck::runsAndTailOfAGrowingStoreAreSound()
{
    const auto store = SqlEventStore::open(*m_dialect, SqlEventStore::soleWriter(sizes));
    QVERIFY(store);
    for (int group = 0; group < 60; ++group) {
        writeGroup(**store); // in the midst of merges, too
        QCOMPARE(told(), QString());
    }
    const auto indexed = number(QStringLiteral("SELECT value FROM store_state WHERE name = 'keys_indexed'"));
    QVERIFY(indexed > 5'000 && indexed < m_written);
    QCOMPARE(check(KeyIndexCheck::Rows::AllThere).back().checked(), indexed);
}

void TestKeyIndexCheck::eachFaultIsFound_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const char *sql, const char *word) {
        QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(word);
    };
    const char *const firstRun = "(SELECT min(run_id) FROM key_run)";
    row("a lost block",
        qPrintable(QStringLiteral("DELETE FROM key_block WHERE run_id = %1 AND first_hash ="
                                  " (SELECT min(first_hash) FROM key_block WHERE run_id = %1)")
                       .arg(QLatin1String(firstRun))),
        "found through 0 entries");
    row("a lost run", "DELETE FROM key_run WHERE run_id = (SELECT max(run_id) FROM key_run)",
        "found through 0 entries");
    row("a run that counts wrong", "UPDATE key_run SET entries = entries + 1", "entries, must be");
    row("a run twice",
        "INSERT INTO key_run SELECT 9000, level, entries, filter FROM key_run"
        " WHERE run_id = (SELECT min(run_id) FROM key_run);",
        "run 9000: 0 entries, must be");
    row("a filter that lets nothing through", "UPDATE key_run SET filter = zeroblob(length(filter))",
        "does not let it through");
    row("a block under another hash",
        qPrintable(QStringLiteral("UPDATE key_block SET first_hash = first_hash + 1 WHERE run_id = %1")
                       .arg(QLatin1String(firstRun))),
        "is not in order");
    row("an event that is gone", "DELETE FROM event WHERE row_id = 7", "1 entries lead to no event");
    row("an event under another key", "UPDATE event SET event_key = x'41' WHERE row_id = 7",
        "event A: found through 0 entries");
    row("rows that no run has", "UPDATE store_state SET value = value + 50 WHERE name = 'keys_indexed'",
        "found through 0 entries");
    row("rows that runs have before their time",
        "UPDATE store_state SET value = value - 50 WHERE name = 'keys_indexed'",
        "50 entries lead to no event");
    row("another seed", "UPDATE store_state SET value = value + 1 WHERE name = 'key_seed'",
        "found through 0 entries");
}

void TestKeyIndexCheck::eachFaultIsFound()
{
    QFETCH(QString, sql);
    QFETCH(QString, word);
    QCOMPARE(told(), QString());
    run(sql);
    const QString found = told();
    QVERIFY2(found.contains(word), qPrintable(found));
}

void TestKeyIndexCheck::aRowInTwoRunsIsFound()
{
    run(QStringLiteral("INSERT INTO key_run SELECT 9000, level, entries, filter FROM key_run"
                       " WHERE run_id = (SELECT min(run_id) FROM key_run)"));
    run(QStringLiteral("INSERT INTO key_block SELECT 9000, first_hash, entries FROM key_block"
                       " WHERE run_id = (SELECT min(run_id) FROM key_run)"));
    const QString found = told();
    QVERIFY2(found.contains(QStringLiteral("found through 2 entries")), qPrintable(found));
}

void TestKeyIndexCheck::entriesOfRowsThatWereRemovedAreNoFault()
{
    run(QStringLiteral("DELETE FROM event WHERE row_id < 300"));
    QVERIFY(told().contains(QStringLiteral("299 entries lead to no event")));
    QCOMPARE(told(KeyIndexCheck::Rows::SomeRemoved), QString());
    run(QStringLiteral("UPDATE event SET event_key = x'41' WHERE row_id = 300"));
    QVERIFY(
        told(KeyIndexCheck::Rows::SomeRemoved).contains(QStringLiteral("event A: found through 0 entries")));
}

void TestKeyIndexCheck::anEventThatIsThereTwiceIsFound_data()
{
    QTest::addColumn<int>("firstRow");
    QTest::addColumn<int>("secondRow");
    QTest::newRow("in a run and behind the runs") << 100 << 2'251;
    QTest::newRow("twice behind the runs") << 2'251 << 2'252;
}

void TestKeyIndexCheck::anEventThatIsThereTwiceIsFound()
{
    QFETCH(int, firstRow);
    QFETCH(int, secondRow);
    constexpr std::int64_t rangeEntries = 100; // so that there are many
    const Result<CheckedPart> before = DoubledEvents(*m_connection, rangeEntries).run();
    QVERIFY(before);
    QCOMPARE(before->checked(), m_written);
    QCOMPARE(before->faults(), 0);
    for (const int row : {firstRow, secondRow}) {
        if (row > m_written) {
            run(QStringLiteral(
                    "INSERT INTO event SELECT %1, event_key, source_id, event_time, duration_ms,"
                    " defect_count, received_time, claim_lag, version FROM event WHERE row_id = 100")
                    .arg(row));
        }
    }
    if (firstRow != 100)
        run(QStringLiteral("UPDATE event SET event_key = x'4142' WHERE row_id > 2250"));
    const Result<CheckedPart> after = DoubledEvents(*m_connection, rangeEntries).run();
    QVERIFY(after);
    QCOMPARE(after->faults(), 1);
    QVERIFY2(after->told().first().contains(
                 QStringLiteral("is there twice, in rows %1 and %2").arg(firstRow).arg(secondRow)),
             qPrintable(after->told().first()));
}

LINEWATCH_TEST(TestKeyIndexCheck)
#include "tst_keyindexcheck.moc"
