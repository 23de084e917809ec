// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/storebackup.h"

#include "model/systemreason.h"
#include "storage/migrator.h"
#include "storage/readablestore.h"
#include "storage/renaming.h"
#include "storage/resources.h"
#include "storage/sqlitedialect.h"
#include "storage/storestate.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace linewatch {

namespace {

Failure refused(const Sentence &message)
{
    return {Failure::Kind::Refused, message};
}

Failure hasToolsOfItsOwn(const DatabaseUrl &url)
{
    return refused(Sentence(
        QT_TRANSLATE_NOOP("Failure",
                          "%1 is backed up with the tools of its engine: mariadb-backup, or mariadb-dump "
                          "--single-transaction (docs/operations.md)"),
        url.displayText()));
}

Failure alreadyThere(const QString &file)
{
    return refused(
        Sentence(QT_TRANSLATE_NOOP("Failure",
                                   "%1 is there already and is not replaced; choose another name for "
                                   "the backup"),
                 file));
}

/** 0, or an errno. */
int syncFile(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errno;
    const int error = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    return error;
}

Result<std::int64_t> countEvents(SqlConnection &connection)
{
    const Result<QVariant> count = connection.readValue(QStringLiteral("SELECT count(*) FROM event"));
    if (!count)
        return count.failure();
    return std::int64_t{count->toLongLong()};
}

} // namespace

Result<std::unique_ptr<StoreBackup>> StoreBackup::prepare(const DatabaseUrl &url, const QString &file)
{
    registerStorageResources();
    if (url.mysql)
        return hasToolsOfItsOwn(url);
    Result<std::unique_ptr<SqlDialect>> store = readOnlyDialect(url);
    if (!store)
        return store.failure();
    const QFileInfo target(file);
    if (target.exists() || target.isSymLink())
        return alreadyThere(file);
    const QString folder = target.absolutePath();
    if (target.fileName().isEmpty() || !QFileInfo(folder).isDir())
        return refused(
            Sentence(QT_TRANSLATE_NOOP("Failure", "cannot write %1: there is no folder %2"), file, folder));
    std::unique_ptr<StoreBackup> backup(
        new StoreBackup(std::move(*store), url.sqlitePath, target.absoluteFilePath(), folder));
    if (!backup->m_folder.isValid())
        return backup->cannotWrite(backup->m_folder.errorString(), Failure::Kind::Refused);
    return backup;
}

StoreBackup::StoreBackup(std::unique_ptr<SqlDialect> dialect, QString store, QString file,
                         const QString &folder)
    : m_dialect(std::move(dialect))
    , m_store(std::move(store))
    , m_file(std::move(file))
    , m_folder(folder + QStringLiteral("/.linewatch-backup-XXXXXX"))
    , m_copy(m_folder.filePath(QStringLiteral("copy.db")))
{
}

StoreBackup::~StoreBackup() = default;

Result<BackupSummary> StoreBackup::run()
{
    if (Result<void> copied = copy(); !copied)
        return copied.failure();
    Result<BackupSummary> summary = readCopy();
    if (!summary)
        return summary;
    if (Result<void> placed = place(); !placed)
        return placed.failure();
    return summary;
}

bool StoreBackup::abandon()
{
    const std::scoped_lock lock(m_mutex);
    if (m_isPlaced)
        return false;
    // SQLite may make a file between the look into the folder and its removal, once for each that it needs.
    constexpr int tries = 8;
    for (int i = 0; i < tries && QFileInfo::exists(m_folder.path()); ++i)
        QDir(m_folder.path()).removeRecursively();
    return true;
}

Result<void> StoreBackup::copy()
{
    Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::open(*m_dialect, SqlConnection::Access::ReadOnly);
    if (!connection)
        return connection.failure();
    if (Result<void> known = checkNotNewer(**connection, readMigrations(m_dialect->migrationsPath())); !known)
        return known;
    // It would keep the copy from being written; that the store is not is up to how it was opened.
    if (Result<void> done = (*connection)->run(QStringLiteral("PRAGMA query_only = OFF")); !done)
        return done;
    const Result<SqlRows> copied = (*connection)->ask(QStringLiteral("VACUUM INTO ?"), {m_copy});
    if (copied)
        return {};
    const Failure &failure = copied.failure();
    return failure.kind == Failure::Kind::Damaged
        ? failure
        : cannotWrite({failure.message, failure.shown}, failure.kind);
}

/** The store itself has gone on since. */
Result<BackupSummary> StoreBackup::readCopy() const
{
    const SqliteDialect dialect(m_copy, SqliteDialect::File::ReadOnly);
    Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::open(dialect, SqlConnection::Access::ReadOnly);
    if (!connection)
        return connection.failure();
    const Result<std::int64_t> events = countEvents(**connection);
    if (!events)
        return events.failure();
    const Result<Instant> stamp = storestate::lastStamp(**connection);
    if (!stamp)
        return stamp.failure();
    return BackupSummary{QFileInfo(m_copy).size(), *events, *stamp};
}

Result<void> StoreBackup::place()
{
    QFile::setPermissions(m_copy, QFile::permissions(m_store)); // who may not read that, may not read this
    if (const int error = syncFile(m_copy); error != 0)
        return cannotWrite(systemReason(error));
    const std::scoped_lock lock(m_mutex);
    const int error = renameUnlessThere(m_copy, m_file);
    if (error == EEXIST)
        return alreadyThere(m_file);
    if (error != 0)
        return cannotWrite(systemReason(error));
    m_isPlaced = true;
    syncFolder(QFileInfo(m_file).absolutePath());
    return {};
}

Failure StoreBackup::cannotWrite(const Sentence &reason, Failure::Kind kind) const
{
    return {kind, Sentence(QT_TRANSLATE_NOOP("Failure", "cannot write %1: %2"), m_file, reason)};
}

} // namespace linewatch
