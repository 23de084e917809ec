// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keymerge.h"

#include "storage/sqlitedialect.h"
#include "storage/storefactory.h"
#include "support/testprogram.h"

#include <QTemporaryDir>
#include <QtTest>

#include <random>

using namespace linewatch;

/** Blocks of entries on a real store, and the runs that are merged from them. */
class TestKeyMerge : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyEntryOfARunIsFound_data();
    void everyEntryOfARunIsFound();
    void aRunIsReadFromEndToEnd();
    void deletingTakesAllBlocksOfOneRunAway();
    void aMergeHoldsWhatItsInputsHeld_data();
    void aMergeHoldsWhatItsInputsHeld();

private:
    std::vector<KeyEntry> entries(std::size_t count, std::int64_t hashes);
    KeyRun write(std::int64_t runId, const std::vector<KeyEntry> &entries);
    std::vector<KeyEntry> readAll(std::int64_t runId);
    static KeyRun mergeAll(KeyMerge &merge, KeyBlocks &blocks, std::size_t slice);

    std::mt19937_64 m_random{11};
    std::int64_t m_lastRowId = 0;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqlDialect> m_dialect;
    std::unique_ptr<SqlConnection> m_connection;
    std::optional<KeyBlocks> m_blocks;
};

void TestKeyMerge::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString path = m_folder->filePath(QStringLiteral("a.db"));
    QVERIFY(StoreFactory::open({path})); // makes the tables
    m_dialect = std::make_unique<SqliteDialect>(path);
    m_connection = std::move(*SqlConnection::open(*m_dialect, SqlConnection::Access::ReadWrite));
    QVERIFY(m_connection->run(QStringLiteral("PRAGMA synchronous = OFF")));
    m_blocks.emplace(std::move(*KeyBlocks::prepare(*m_connection)));
}

void TestKeyMerge::cleanup()
{
    m_blocks.reset();
    m_connection.reset();
}

/** Sorted entries of new rows; @p hashes bounds how many different hashes there are, 0 does not. */
std::vector<KeyEntry> TestKeyMerge::entries(std::size_t count, std::int64_t hashes)
{
    std::vector<KeyEntry> made(count);
    for (KeyEntry &entry : made) {
        const auto drawn = static_cast<std::int64_t>(m_random());
        entry = {hashes == 0 ? drawn : drawn % hashes, ++m_lastRowId};
    }
    std::sort(made.begin(), made.end());
    return made;
}

KeyRun TestKeyMerge::write(std::int64_t runId, const std::vector<KeyEntry> &entries)
{
    KeyRun run{runId, 0, entries.size(), KeyFilter(entries.size())};
    for (const KeyEntry &entry : entries)
        run.filter.add(entry.hash);
    [&] { QVERIFY(m_blocks->write(runId, entries)); }();
    return run;
}

std::vector<KeyEntry> TestKeyMerge::readAll(std::int64_t runId)
{
    std::vector<KeyEntry> all;
    for (std::int64_t from = std::numeric_limits<std::int64_t>::min();;) {
        const std::vector<KeyEntry> next = *m_blocks->read(runId, from);
        if (next.empty())
            return all;
        all.insert(all.end(), next.begin(), next.end());
        from = next.back().hash + 1;
    }
}

KeyRun TestKeyMerge::mergeAll(KeyMerge &merge, KeyBlocks &blocks, std::size_t slice)
{
    while (!*merge.step(blocks, slice)) { }
    return merge.takeResult();
}

void TestKeyMerge::everyEntryOfARunIsFound_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("hashes");
    QTest::newRow("none") << 0 << 0;
    QTest::newRow("one") << 1 << 0;
    QTest::newRow("a full block") << 60 << 0;
    QTest::newRow("many") << 10'000 << 0;
    QTest::newRow("many that share hashes") << 3'000 << 20;
    QTest::newRow("all share one") << 500 << 1;
}

void TestKeyMerge::everyEntryOfARunIsFound()
{
    QFETCH(int, count);
    QFETCH(int, hashes);
    const std::vector<KeyEntry> written = entries(static_cast<std::size_t>(count), hashes);
    write(7, written);
    write(6, entries(100, hashes)); // a neighbour is not asked
    KeyBlockFinder finder = std::move(*KeyBlockFinder::prepare(*m_connection));
    std::vector<std::int64_t> before;
    QVERIFY(finder.find(7, std::numeric_limits<std::int64_t>::min(), before));
    QVERIFY(before.empty());
    for (const KeyEntry &entry : written) {
        std::vector<std::int64_t> found;
        QVERIFY(finder.find(7, entry.hash, found));
        const auto same = std::ranges::equal_range(written, entry.hash, {}, &KeyEntry::hash);
        QCOMPARE(found.size(), same.size());
        QVERIFY(std::ranges::find(found, entry.rowId) != found.end());
    }
}

void TestKeyMerge::aRunIsReadFromEndToEnd()
{
    const std::vector<KeyEntry> written = entries(10'000, 0);
    write(1, entries(200, 0));
    write(2, written);
    write(3, entries(200, 0));
    QVERIFY(readAll(2) == written);
}

void TestKeyMerge::deletingTakesAllBlocksOfOneRunAway()
{
    const std::vector<KeyEntry> kept = entries(500, 0);
    write(1, kept);
    write(2, entries(70'000, 0));
    int slices = 1;
    while (*m_blocks->deleteSome(2, 500))
        ++slices;
    QCOMPARE(slices, 3); // 1,167 blocks
    QVERIFY(readAll(2).empty());
    QVERIFY(readAll(1) == kept);
}

void TestKeyMerge::aMergeHoldsWhatItsInputsHeld_data()
{
    QTest::addColumn<int>("slice");
    QTest::addColumn<int>("hashes");
    for (const int slice : {1, 59, 1'000, 1'000'000}) {
        QTest::addRow("slices of %d", slice) << slice << 0;
        QTest::addRow("slices of %d, hashes shared", slice) << slice << 50;
    }
}

void TestKeyMerge::aMergeHoldsWhatItsInputsHeld()
{
    QFETCH(int, slice);
    QFETCH(int, hashes);
    std::vector<KeyEntry> expected;
    std::vector<KeyRun> runs;
    for (const std::size_t count : {700U, 1U, 0U, 900U}) {
        const std::vector<KeyEntry> input = entries(count, hashes);
        runs.push_back(write(static_cast<std::int64_t>(runs.size()) + 1, input));
        expected.insert(expected.end(), input.begin(), input.end());
    }
    std::sort(expected.begin(), expected.end());

    KeyMerge merge({&runs[0], &runs[1], &runs[2], &runs[3]}, 9);
    const KeyRun result = mergeAll(merge, *m_blocks, static_cast<std::size_t>(slice));
    QCOMPARE(result.level, 1);
    QCOMPARE(result.entries, expected.size());
    QVERIFY(readAll(9) == expected);
    for (const KeyEntry &entry : expected)
        QVERIFY(result.filter.mayHold(entry.hash));
}

LINEWATCH_TEST(TestKeyMerge)
#include "tst_keymerge.moc"
