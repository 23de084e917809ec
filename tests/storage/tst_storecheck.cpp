// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/randomstream.h"
#include "storage/sqlconnection.h"
#include "storage/storecheck.h"
#include "storage/testengines.h"
#include "storage/testnode.h"
#include "support/testprogram.h"

#include <QtTest>

using namespace linewatch;
using namespace linewatch::test;

/** What a check of a store says, on every engine: nothing of one that is sound, and whatever was done to it.
 */
class TestStoreCheck : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestEngines::addEngines(); }
    void aNewStoreIsSound();
    void whateverWasPostedIsSound_data();
    void whateverWasPostedIsSound();
    void whatSeveralNodesWroteIsSound();
    void eachDifferenceIsFoundAndNamed_data();
    void eachDifferenceIsFoundAndNamed();
    void manyDifferencesAreCountedAndAFewTold();
    void sumsBeforeWhatIsKeptAreNotHeldAgainstEvents();
    void aStoreOfAnotherVersionCannotBeChecked();

private:
    DatabaseUrl makeStore();
    static void post(const DatabaseUrl &url, unsigned seed);
    static void run(const DatabaseUrl &url, const QString &sql);
    static Result<CheckReport> check(const DatabaseUrl &url, const CheckScope &scope = {});
    /** The titles of the parts that have faults; what failed where it could not be checked. */
    static QStringList wrongParts(const Result<CheckReport> &report);
    static QString told(const CheckReport &report);

    TestEngines m_engines;
};

DatabaseUrl TestStoreCheck::makeStore()
{
    QFETCH_GLOBAL(Engine, engine);
    return m_engines.makeDatabase(engine);
}

void TestStoreCheck::post(const DatabaseUrl &url, unsigned seed)
{
    TestNode node(url);
    RandomStream stream(seed);
    std::vector<Answer> answers;
    for (int i = 0; i < 40; ++i) {
        for (PendingBatch &batch : stream.nextGroup())
            answers.push_back(node.post(std::move(batch)));
    }
    for (Answer &answer : answers)
        QVERIFY(answer.get());
}

void TestStoreCheck::run(const DatabaseUrl &url, const QString &sql)
{
    const auto dialect = TestEngines::dialectOf(url);
    const auto connection = SqlConnection::open(*dialect, SqlConnection::Access::ReadWrite);
    QVERIFY(connection);
    const Result<void> done = (*connection)->run(sql);
    QVERIFY2(done, done ? "" : qPrintable(done.failure().message));
}

Result<CheckReport> TestStoreCheck::check(const DatabaseUrl &url, const CheckScope &scope)
{
    return checkStore(
        url, [](const QString & /*what*/, std::int64_t /*done*/, std::int64_t /*total*/) {}, scope);
}

QStringList TestStoreCheck::wrongParts(const Result<CheckReport> &report)
{
    if (!report)
        return {report.failure().message};
    QStringList wrong;
    for (const CheckedPart &part : report->parts) {
        if (part.faults() > 0)
            wrong += part.what();
    }
    return wrong;
}

QString TestStoreCheck::told(const CheckReport &report)
{
    QStringList lines;
    for (const CheckedPart &part : report.parts)
        lines += part.told();
    return lines.join(QLatin1Char('\n'));
}

void TestStoreCheck::aNewStoreIsSound()
{
    const DatabaseUrl url = makeStore();
    QVERIFY(StoreFactory::open(url));
    const Result<CheckReport> report = check(url);
    QCOMPARE(wrongParts(report), QStringList());
}

void TestStoreCheck::whateverWasPostedIsSound_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestStoreCheck::whateverWasPostedIsSound()
{
    QFETCH(unsigned, seed);
    const DatabaseUrl url = makeStore();
    post(url, seed);
    const Result<CheckReport> report = check(url);
    QVERIFY2(wrongParts(report).isEmpty(), qPrintable(report ? told(*report) : report.failure().message));
    const auto revisions =
        std::ranges::find(report->parts, QStringLiteral("revisions of events"), &CheckedPart::what);
    QVERIFY(revisions != report->parts.end());
    QVERIFY(revisions->checked() > 20);
}

/** Each adds to rows of its own, and corrects what the other brought. */
void TestStoreCheck::whatSeveralNodesWroteIsSound()
{
    const DatabaseUrl url = makeStore();
    for (unsigned node = 0; node < 3; ++node)
        post(url, 7 + node); // the same few ids, machines and lines
    QCOMPARE(wrongParts(check(url)), QStringList());
}

void TestStoreCheck::eachDifferenceIsFoundAndNamed_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("parts");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const char *sql, const QStringList &parts, const char *word) {
        QTest::newRow(name) << QString::fromLatin1(sql) << parts << QString::fromLatin1(word);
    };
    const QString minuteSums = QStringLiteral("minute sums of machines");
    row("a minute's events",
        "UPDATE rollup_bucket SET events = events + 1 WHERE bucket_width = 60 AND bucket_start ="
        " (SELECT s FROM (SELECT max(bucket_start) AS s FROM rollup_bucket WHERE bucket_width = 60"
        " AND events > 0) x)",
        {minuteSums}, "minute from 1970-01-0");
    row("an hour's run time",
        "UPDATE rollup_bucket SET run_time_ms = run_time_ms - 7 WHERE bucket_width = 3600 AND bucket_start ="
        " (SELECT s FROM (SELECT min(bucket_start) AS s FROM rollup_bucket WHERE bucket_width = 3600) x)",
        {QStringLiteral("hour sums of machines")}, " ms");
    row("a day's defects", "UPDATE rollup_bucket SET defects = defects + 1 WHERE bucket_width = 86400",
        {QStringLiteral("day sums of machines")}, "machine M-");
    row("a day's unknowns of a line",
        "UPDATE line_bucket SET unknown_events = unknown_events + 1 WHERE bucket_width = 86400",
        {QStringLiteral("day sums of lines")}, "line L-");
    row("lost minutes", "DELETE FROM line_bucket WHERE bucket_width = 60",
        {QStringLiteral("minute sums of lines")}, "kept 0 events");
    row("a sum of nothing",
        "UPDATE rollup_bucket SET bucket_start = bucket_start + 31536000 WHERE bucket_width = 3600"
        " AND bucket_start = (SELECT s FROM (SELECT max(bucket_start) AS s FROM rollup_bucket"
        " WHERE bucket_width = 3600 AND events > 0) x)",
        {QStringLiteral("hour sums of machines")}, "counted 0 events");
    row("a lost revision",
        "DELETE FROM event_revision WHERE version = 1 AND event_key ="
        " (SELECT k FROM (SELECT min(event_key) AS k FROM event_revision) x)",
        {QStringLiteral("revisions of events")}, "event E-");
    row("a revision of nothing",
        "UPDATE event_revision SET version = 99 WHERE version = 1 AND event_key ="
        " (SELECT k FROM (SELECT min(event_key) AS k FROM event_revision) x)",
        {QStringLiteral("revisions of events")}, "belong to no version");
    row("a source that is not there",
        "DELETE FROM source WHERE source_id = (SELECT s FROM (SELECT min(source_id) AS s FROM event) x)",
        {QStringLiteral("sources of events")}, "does not exist");
    row("an event of another time", "UPDATE event SET event_time = event_time + 86400000000 WHERE row_id = 1",
        {minuteSums, QStringLiteral("hour sums of machines"), QStringLiteral("day sums of machines"),
         QStringLiteral("minute sums of lines"), QStringLiteral("hour sums of lines"),
         QStringLiteral("day sums of lines")},
        "counted");
}

void TestStoreCheck::eachDifferenceIsFoundAndNamed()
{
    QFETCH(QString, sql);
    QFETCH(QStringList, parts);
    QFETCH(QString, word);
    const DatabaseUrl url = makeStore();
    post(url, 3);
    run(url, sql);
    const Result<CheckReport> report = check(url);
    QVERIFY2(report, report ? "" : qPrintable(report.failure().message));
    const QStringList wrong = wrongParts(report);
    for (const QString &part : parts)
        QVERIFY2(wrong.contains(part), qPrintable(wrong.join(QLatin1Char(','))));
    QVERIFY2(told(*report).contains(word), qPrintable(told(*report)));
    // Where a source is gone its line is, too.
    if (!parts.contains(QStringLiteral("sources of events")))
        QCOMPARE(wrong, parts);
}

void TestStoreCheck::manyDifferencesAreCountedAndAFewTold()
{
    const DatabaseUrl url = makeStore();
    post(url, 4);
    run(url, QStringLiteral("UPDATE rollup_bucket SET events = events + 1 WHERE bucket_width = 60"));
    const Result<CheckReport> report = check(url);
    QVERIFY(report);
    const auto part =
        std::ranges::find(report->parts, QStringLiteral("minute sums of machines"), &CheckedPart::what);
    QVERIFY(part != report->parts.end());
    QVERIFY(part->faults() > 2 * CheckedPart::MostTold);
    QCOMPARE(part->faults(), part->checked());
    QCOMPARE(part->told().size(), CheckedPart::MostTold);
    QCOMPARE(report->faults(), part->faults());
}

void TestStoreCheck::sumsBeforeWhatIsKeptAreNotHeldAgainstEvents()
{
    const DatabaseUrl url = makeStore();
    post(url, 5);
    // Half past an hour, in the midst of a day.
    const std::chrono::seconds kept = std::chrono::hours{3} + std::chrono::minutes{30};
    run(url,
        QStringLiteral("DELETE FROM rollup_bucket WHERE bucket_width = 60 AND bucket_start < %1")
            .arg(kept.count()));
    run(url,
        QStringLiteral("DELETE FROM line_bucket WHERE bucket_width = 60 AND bucket_start < %1")
            .arg(kept.count()));
    QCOMPARE(wrongParts(check(url)).size(), 2);
    QCOMPARE(wrongParts(check(url, {Instant{kept}})), QStringList());
    run(url,
        QStringLiteral("UPDATE rollup_bucket SET events = events + 1 WHERE bucket_width = 3600"
                       " AND bucket_start < %1")
            .arg(kept.count()));
    QCOMPARE(wrongParts(check(url, {Instant{kept}})), QStringList());
    run(url,
        QStringLiteral("UPDATE rollup_bucket SET events = events + 1 WHERE bucket_width = 3600"
                       " AND bucket_start > %1")
            .arg(kept.count()));
    QCOMPARE(wrongParts(check(url, {Instant{kept}})), QStringList{QStringLiteral("hour sums of machines")});
}

void TestStoreCheck::aStoreOfAnotherVersionCannotBeChecked()
{
    const DatabaseUrl url = makeStore();
    QVERIFY(StoreFactory::open(url));
    run(url, QStringLiteral("INSERT INTO schema_step (migration, step) VALUES (9999, 0)"));
    const Result<CheckReport> report = check(url);
    QVERIFY(!report);
    QVERIFY2(report.failure().message.contains(QStringLiteral("newer")),
             qPrintable(report.failure().message));
}

LINEWATCH_TEST(TestStoreCheck)
#include "tst_storecheck.moc"
