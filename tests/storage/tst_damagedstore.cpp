// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/damage.h"
#include "storage/damagedstore.h"
#include "storage/storecheck.h"
#include "storage/testnode.h"
#include "support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <functional>

using namespace linewatch;
using namespace linewatch::test;

/** Stores in SQLite whose bytes are not as they were written: what a start does with them, and what a check
 * says. */
class TestDamagedStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void damageIsSetAsideAtTheStart_data();
    void damageIsSetAsideAtTheStart();
    void aCheckFindsDamageAndChangesNothing_data();
    void aCheckFindsDamageAndChangesNothing();
    void theStartAfterwardsMakesANewStore();
    void aBackupInItsPlaceIsOpened();
    void theLogGoesWithIt();
    void anEmptyFileBesideALogIsSetAside();
    void nothingIsReplaced();
    void aLinkStaysAndItsFileIsSetAside();
    void whatWasNeverAStoreKeepsItsName_data();
    void whatWasNeverAStoreKeepsItsName();
    void aNewStoreAndASoundOneAreLeftAlone();

private:
    QString file() const { return m_url.sqlitePath; }
    QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }
    /** What stands in the folder under the name of the set aside file. */
    QStringList asideNames() const
    {
        return QDir(m_folder->path()).entryList({QStringLiteral("a.db.damaged-*")}, QDir::Files, QDir::Name);
    }
    static CheckReport checked(const DatabaseUrl &url);

    std::unique_ptr<QTemporaryDir> m_folder;
    DatabaseUrl m_url;
};

using Harm = std::function<bool(const QString &)>;
Q_DECLARE_METATYPE(Harm)

void TestDamagedStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_url.sqlitePath = m_folder->filePath(QStringLiteral("a.db"));
    TestNode node(m_url);
    std::vector<Answer> answers;
    for (int batch = 0; batch < 20; ++batch) {
        std::vector<IncomingEvent> events(200);
        for (std::size_t i = 0; i < events.size(); ++i) {
            events[i].eventId = EventId("E-" + std::to_string(batch * 200 + static_cast<int>(i)));
            events[i].payload.machineId = MachineId("M-" + std::to_string(i % 7));
            events[i].payload.eventTime = Instant{std::chrono::seconds{batch * 1000 + static_cast<int>(i)}};
        }
        answers.push_back(node.post(std::move(events), Instant{std::chrono::hours{batch + 10}}));
    }
    for (Answer &answer : answers)
        QVERIFY(answer.get());
}

CheckReport TestDamagedStore::checked(const DatabaseUrl &url)
{
    const Result<CheckReport> report =
        checkStore(url, [](const QString & /*what*/, std::int64_t /*done*/, std::int64_t /*total*/) {});
    return report ? *report : CheckReport{{}, true};
}

void TestDamagedStore::damageIsSetAsideAtTheStart_data()
{
    QTest::addColumn<Harm>("harm");
    const auto row = [](const char *name, Harm harm) { QTest::newRow(name) << std::move(harm); };
    row("the first bytes", [](const QString &file) { return flipBytes(file, 0, 16); });
    row("the whole header", [](const QString &file) { return flipBytes(file, 0, 100); });
    row("the first page", [](const QString &file) { return flipBytes(file, 0, PageBytes); });
    row("zeros in place of the first page", [](const QString &file) {
        QFile store(file);
        return store.open(QIODevice::ReadWrite) && store.write(QByteArray(PageBytes, '\0')) == PageBytes;
    });
    row("the journal of migrations", [](const QString &file) { return flipRoot(file, "schema_step"); });
    row("the schema", [](const QString &file) { return flipBytes(file, 100, 8); });
    row("the root of the events", [](const QString &file) { return flipRoot(file, "event"); });
    row("the root of an index", [](const QString &file) { return flipRoot(file, "event_by_time"); });
    row("the root of the sums", [](const QString &file) { return flipRoot(file, "rollup_bucket"); });
    row("the root of the sources", [](const QString &file) { return flipRoot(file, "source"); });
    row("the root of the state", [](const QString &file) { return flipRoot(file, "store_state"); });
    row("half of it cut off",
        [](const QString &file) { return QFile::resize(file, QFileInfo(file).size() / 2); });
}

void TestDamagedStore::damageIsSetAsideAtTheStart()
{
    QFETCH(Harm, harm);
    QVERIFY(harm(file()));
    const QByteArray before = contentOf(file());
    const auto store = StoreFactory::open(m_url);
    QVERIFY(!store);
    QCOMPARE(store.failure().kind, Failure::Kind::Damaged);
    QCOMPARE(asideNames().size(), 1);
    QVERIFY(!QFile::exists(file()));
    const QString aside = m_folder->filePath(asideNames().first());
    static const QRegularExpression form(QStringLiteral("\\.damaged-\\d{8}T\\d{6}Z$"));
    QVERIFY2(form.match(aside).hasMatch(), qPrintable(aside));
    QVERIFY2(store.failure().message.contains(aside), qPrintable(store.failure().message));
    QVERIFY(store.failure().message.contains(file() + QLatin1Char(' ')));
    QVERIFY(!store.failure().message.contains(QLatin1Char('\n')));
    QCOMPARE(contentOf(aside), before);
}

void TestDamagedStore::aCheckFindsDamageAndChangesNothing_data()
{
    damageIsSetAsideAtTheStart_data();
    QTest::newRow("a page in the midst of the events") << Harm([](const QString &file) {
        return flipBytes(file, QFileInfo(file).size() / PageBytes / 2 * PageBytes, 64);
    });
}

void TestDamagedStore::aCheckFindsDamageAndChangesNothing()
{
    QFETCH(Harm, harm);
    QVERIFY(harm(file()));
    const QByteArray before = contentOf(file());
    const CheckReport report = checked(m_url);
    QVERIFY(!report.isWhole);
    QVERIFY(report.faults() > 0);
    QVERIFY(!report.parts.front().told().isEmpty());
    QCOMPARE(contentOf(file()), before);
    QVERIFY(asideNames().isEmpty());
}

void TestDamagedStore::theStartAfterwardsMakesANewStore()
{
    QVERIFY(flipBytes(file(), 0, 16));
    QVERIFY(!StoreFactory::open(m_url));
    QVERIFY(StoreFactory::open(m_url));
    QCOMPARE(asideNames().size(), 1);
    QCOMPARE(checked(m_url).faults(), 0);
}

void TestDamagedStore::aBackupInItsPlaceIsOpened()
{
    const QString backup = m_folder->filePath(QStringLiteral("backup"));
    QVERIFY(QFile::copy(file(), backup));
    QVERIFY(flipBytes(file(), 0, 16));
    QVERIFY(!StoreFactory::open(m_url));
    QVERIFY(QFile::copy(backup, file()));
    const auto store = StoreFactory::open(m_url);
    QVERIFY(store);
    QVERIFY(*(*(*store)->openReader())->event(EventId(std::string("E-3999"))));
}

/** What a kill left behind. */
void TestDamagedStore::theLogGoesWithIt()
{
    for (const char *ending : {"-wal", "-shm"}) {
        QFile beside(file() + QString::fromLatin1(ending));
        QVERIFY(beside.open(QIODevice::WriteOnly) && beside.write("left") == 4);
    }
    const Failure failure = setAside(file(), Instant{std::chrono::hours{24}});
    const QString aside = file() + QStringLiteral(".damaged-19700102T000000Z");
    QVERIFY(failure.message.contains(aside));
    QCOMPARE(names(),
             (QStringList{QStringLiteral("a.db.damaged-19700102T000000Z"),
                          QStringLiteral("a.db.damaged-19700102T000000Z-shm"),
                          QStringLiteral("a.db.damaged-19700102T000000Z-wal"), QStringLiteral("a.db.lock")}));
    QCOMPARE(contentOf(aside + QStringLiteral("-wal")), QByteArray("left"));
}

/** SQLite would remove the log. */
void TestDamagedStore::anEmptyFileBesideALogIsSetAside()
{
    QVERIFY(QFile::resize(file(), 0));
    QFile log(file() + QStringLiteral("-wal"));
    QVERIFY(log.open(QIODevice::WriteOnly) && log.write("commits") == 7);
    log.close();
    const auto store = StoreFactory::open(m_url);
    QVERIFY(!store);
    QCOMPARE(asideNames().size(), 2);
    QCOMPARE(contentOf(m_folder->filePath(asideNames().last())), QByteArray("commits"));
}

void TestDamagedStore::nothingIsReplaced()
{
    const Instant now{std::chrono::hours{24}};
    const QString name = file() + QStringLiteral(".damaged-19700102T000000Z");
    QFile inTheWay(name + QStringLiteral("-wal"));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly) && inTheWay.write("of before") == 9);
    inTheWay.close();
    const QByteArray before = contentOf(file());
    const Failure failure = setAside(file(), now);
    QVERIFY2(failure.message.contains(name + QStringLiteral("-2")), qPrintable(failure.message));
    QCOMPARE(contentOf(name + QStringLiteral("-2")), before);
    QCOMPARE(contentOf(name + QStringLiteral("-wal")), QByteArray("of before"));
}

void TestDamagedStore::aLinkStaysAndItsFileIsSetAside()
{
    const QString link = m_folder->filePath(QStringLiteral("link.db"));
    QVERIFY(QFile::link(file(), link));
    QVERIFY(flipBytes(file(), 0, 16));
    const auto store = StoreFactory::open({link});
    QVERIFY(!store);
    QVERIFY(store.failure().message.contains(file()));
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(asideNames().size(), 1);
}

void TestDamagedStore::whatWasNeverAStoreKeepsItsName_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("these are notes\n").repeated(500);
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", 18)
            + QByteArray(9000, '\x5a');
    QTest::newRow("a dump of a store")
        << QByteArray("CREATE TABLE schema_step (migration INTEGER NOT NULL, step INTEGER NOT NULL,\n"
                      " PRIMARY KEY (migration, step));\nINSERT INTO schema_step VALUES (1, 0);\n")
               .repeated(50);
    QTest::newRow("the beginning of a database of somebody")
        << QByteArray("SQLite format 3", 16) + QByteArray(6000, '\x7f');
    QTest::newRow("one byte") << QByteArray("x");
}

void TestDamagedStore::whatWasNeverAStoreKeepsItsName()
{
    QFETCH(QByteArray, content);
    const QString path = m_folder->filePath(QStringLiteral("mine"));
    QFile mine(path);
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write(content) == content.size());
    mine.close();
    for (int start = 0; start < 2; ++start) { // the second finds the lock of the first
        const auto store = StoreFactory::open({path});
        QVERIFY(!store);
        QVERIFY2(store.failure().message.contains(path), qPrintable(store.failure().message));
        QVERIFY(!store.failure().message.contains(QStringLiteral(".damaged-")));
        QCOMPARE(contentOf(path), content);
    }
    const auto report =
        checkStore({path}, [](const QString & /*what*/, std::int64_t /*done*/, std::int64_t /*total*/) {});
    QVERIFY(!report);
    QCOMPARE(contentOf(path), content);
}

void TestDamagedStore::aNewStoreAndASoundOneAreLeftAlone()
{
    QVERIFY(StoreFactory::open(m_url));
    QVERIFY(StoreFactory::open({m_folder->filePath(QStringLiteral("new.db"))}));
    QFile empty(m_folder->filePath(QStringLiteral("empty.db")));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    QVERIFY(StoreFactory::open({empty.fileName()}));
    QVERIFY(names().filter(QStringLiteral("damaged")).isEmpty());
}

LINEWATCH_TEST(TestDamagedStore)
#include "tst_damagedstore.moc"
