// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/readonlystore.h"
#include "storage/storefactory.h"
#include "support/testprogram.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch;

namespace {

/** Runs a statement on the file as any other program may. */
void run(const QString &file, const QString &sql)
{
    const QString name = QStringLiteral("other");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY2(query.exec(sql), qPrintable(sql));
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace

class TestReadOnlyStore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_url.sqlitePath = m_folder->filePath(QStringLiteral("a.db"));
    }

    void oneThatIsNotThereIsNotMade()
    {
        const auto store = ReadOnlyStore::open(m_url);
        QVERIFY(!store);
        QVERIFY(store.failure().message.contains(m_url.sqlitePath));
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void itIsReadBesideItsOwner()
    {
        const auto owner = StoreFactory::open(m_url);
        QVERIFY(owner);
        const auto store = ReadOnlyStore::open(m_url);
        QVERIFY2(store, store ? "" : qPrintable(store.failure().message));
        EventReader &reader = (*store)->reader();
        const ReadSnapshot snapshot(reader);
        QVERIFY(snapshot.begun());
        const auto sources = reader.sources();
        QVERIFY(sources);
        QVERIFY(sources->empty());
    }

    void itIsReadWithoutAnOwnerWhoCanComeMeanwhile()
    {
        QVERIFY(StoreFactory::open(m_url));
        const auto store = ReadOnlyStore::open(m_url);
        QVERIFY(store);
        const auto owner = StoreFactory::open(m_url);
        QVERIFY2(owner, owner ? "" : qPrintable(owner.failure().message));
        QVERIFY((*store)->reader().sources());
    }

    void otherSchemasAreRefused_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("word");
        QTest::newRow("newer") << QStringLiteral("INSERT INTO schema_step VALUES (9999, 0)")
                               << QStringLiteral("newer");
        QTest::newRow("not finished")
            << QStringLiteral("DELETE FROM schema_step WHERE (migration, step) = (SELECT migration, step"
                              " FROM schema_step ORDER BY migration DESC, step DESC LIMIT 1)")
            << QStringLiteral("older");
        QTest::newRow("somebody else's")
            << QStringLiteral("DROP TABLE schema_step") << QStringLiteral("no store");
    }
    void otherSchemasAreRefused()
    {
        QFETCH(QString, sql);
        QFETCH(QString, word);
        QVERIFY(StoreFactory::open(m_url));
        run(m_url.sqlitePath, sql);
        const QByteArray before = content();
        const auto store = ReadOnlyStore::open(m_url);
        QVERIFY(!store);
        QVERIFY2(store.failure().message.contains(word), qPrintable(store.failure().message));
        QCOMPARE(content(), before);
    }

private:
    QByteArray content() const
    {
        QFile file(m_url.sqlitePath);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot read");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    DatabaseUrl m_url;
};

LINEWATCH_TEST(TestReadOnlyStore)
#include "tst_readonlystore.moc"
