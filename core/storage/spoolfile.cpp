// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/spoolfile.h"

#include "storage/migrator.h"
#include "storage/resources.h"
#include "storage/sqlitespool.h"

#include <QFileInfo>

namespace linewatch {

namespace {

Failure waitsForAnother(const QString &path, qlonglong batches, const QString &database)
{
    return {
        Failure::Kind::Refused,
        Sentence(QT_TRANSLATE_NOOP("Failure",
                                   "the spool %1 holds %2 batches for the database %3; start once with that "
                                   "database, or name another file in the setting spool/file"),
                 path, QString::number(batches), database)};
}

/** Claims the file for @p database, which it may have been for already. */
Result<void> claim(SqlConnection &connection, const QString &path, const QString &database)
{
    QString owner;
    qlonglong batches = 0;
    const Result<void> read = connection.readEach(
        QStringLiteral("SELECT (SELECT value FROM spool_state WHERE name = 'database'), count(*)"
                       " FROM spooled_batch"),
        {}, [&](const QSqlQuery &row) {
            owner = row.value(0).toString();
            batches = row.value(1).toLongLong();
        });
    if (!read)
        return read;
    if (batches > 0 && owner != database)
        return waitsForAnother(path, batches, owner);
    const Result<SqlRows> claimed =
        connection.ask(QStringLiteral("INSERT INTO spool_state (name, value) VALUES ('database', ?)"
                                      " ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
                       {database});
    return claimed ? Result<void>{} : claimed.failure();
}

Result<void> makeReady(const QString &path, const QString &database)
{
    registerStorageResources();
    const SqliteDialect dialect(path);
    Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::open(dialect, SqlConnection::Access::ReadWrite);
    if (!connection)
        return connection.failure();
    if (Result<void> migrated =
            migrate(**connection, readMigrations(QStringLiteral(":/linewatch/storage/migrations/spool")));
        !migrated)
        return migrated;
    return claim(**connection, path, database);
}

} // namespace

bool SpoolFile::exists(const SpoolPlace &place)
{
    return QFileInfo(place.path).isFile();
}

Result<std::unique_ptr<SpoolFile>> SpoolFile::open(const SpoolPlace &place, const QString &database)
{
    Result<std::unique_ptr<StoreLock>> lock = StoreLock::acquire(
        place.path,
        {QT_TRANSLATE_NOOP(
             "Failure",
             "the spool %1 is in use by another Linewatch process; give this one a file of its own in "
             "the setting spool/file"),
         QT_TRANSLATE_NOOP("Failure",
                           "cannot make the folder %1 for the spool; name another file in the "
                           "setting spool/file")});
    if (!lock)
        return lock.failure();
    if (Result<void> ready = makeReady(place.path, database); !ready)
        return ready.failure();
    std::unique_ptr<SpoolFile> file(new SpoolFile(place, std::move(*lock)));
    const Result<std::unique_ptr<Spool>> spool = file->openSpool();
    if (!spool)
        return spool.failure();
    file->m_sums = (*spool)->sums();
    return file;
}

Result<std::unique_ptr<Spool>> SpoolFile::openSpool() const
{
    Result<std::unique_ptr<SqliteSpool>> spool = SqliteSpool::open(m_place.path, m_place.maxBytes);
    if (!spool)
        return spool.failure();
    return std::unique_ptr<Spool>(std::move(*spool));
}

} // namespace linewatch
