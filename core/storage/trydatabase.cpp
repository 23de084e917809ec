// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/trydatabase.h"

#include "storage/migrator.h"
#include "storage/mysqldialect.h"
#include "storage/resources.h"
#include "storage/sqlitedialect.h"
#include "storage/storelock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryFile>

namespace linewatch {

namespace {

Failure refusal(const Sentence &why)
{
    return {Failure::Kind::Refused, why};
}

/** The folder itself, or the nearest above it that there is: in that one it would be made. */
QString existingFolder(const QString &path)
{
    QDir folder = QFileInfo(path).absoluteDir();
    while (!folder.exists())
        folder.setPath(QFileInfo(folder.absolutePath()).absolutePath());
    return folder.absolutePath();
}

/** Tried and not asked for: what a file system says of rights is not all that counts. */
Result<void> checkFolder(const QString &path)
{
    const QString folder = existingFolder(path);
    if (QTemporaryFile(folder + QStringLiteral("/linewatch-trial-XXXXXX")).open())
        return {};
    return refusal(Sentence(QT_TRANSLATE_NOOP("Failure",
                                              "nothing can be written into the folder %1; name a file in "
                                              "another one, or have the rights on it changed"),
                            folder));
}

Result<void> checkStoreFile(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return refusal(Sentence(QT_TRANSLATE_NOOP("Failure", "%1 is no file; name one"), path));
    if (!QFile(path).open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return refusal(Sentence(QT_TRANSLATE_NOOP("Failure",
                                                  "the file %1 cannot be written; name another one, or have "
                                                  "the rights on it changed"),
                                path));
    return {};
}

/** A lock that this process holds itself is in its own way, too. */
Result<void> checkLock(const QString &path, const QString &inUse)
{
    if (path == inUse || !QFileInfo::exists(path + QStringLiteral(".lock")))
        return {};
    const auto lock = StoreLock::acquire(path);
    return lock ? Result<void>{} : lock.failure();
}

/** Opens it and looks whether it is a store that this program may go on with; the engine. */
Result<QString> engineOfStore(const SqlDialect &dialect, SqlConnection &connection)
{
    if (Result<void> known = checkNotNewer(connection, readMigrations(dialect.migrationsPath())); !known)
        return known.failure();
    const Result<QVariant> engine = connection.readValue(dialect.engineText());
    return engine ? Result<QString>(engine->toString()) : engine.failure();
}

Sentence isGoodStore(const QString &engine)
{
    return Sentence(QT_TRANSLATE_NOOP("Failure", "%1: there is a store, and it can be used"), engine);
}

Result<Sentence> trySqlite(const QString &path, const QString &inUse)
{
    if (Result<void> folder = checkFolder(path); !folder)
        return folder.failure();
    if (!QFileInfo::exists(path))
        return Sentence(
            QT_TRANSLATE_NOOP("Failure", "there is no store yet; it is made when Linewatch next starts"));
    if (Result<void> file = checkStoreFile(path); !file)
        return file.failure();
    if (Result<void> lock = checkLock(path, inUse); !lock)
        return lock.failure();
    const SqliteDialect dialect(path, SqliteDialect::File::ReadOnly);
    const auto connection = SqlConnection::open(dialect, SqlConnection::Access::ReadOnly);
    if (!connection)
        return connection.failure();
    const Result<QString> engine = engineOfStore(dialect, **connection);
    return engine ? Result<Sentence>(isGoodStore(*engine)) : engine.failure();
}

/** What Linewatch does with its tables, with one of no use to anybody. */
Result<void> checkRights(SqlConnection &connection, const MySqlDatabase &database)
{
    const QString table =
        QStringLiteral("linewatch_trial_%1").arg(QRandomGenerator::global()->generate(), 0, 36);
    const char *steps[] = {"CREATE TABLE %1 (a INT)",  "CREATE INDEX b ON %1 (a)",
                           "ALTER TABLE %1 ADD c INT", "INSERT INTO %1 (a) VALUES (1)",
                           "UPDATE %1 SET a = 2",      "DELETE FROM %1 WHERE a = 2"};
    QString refusedStep;
    for (const char *step : steps) {
        if (!connection.run(QString::fromLatin1(step).arg(table))) {
            refusedStep = QString::fromLatin1(step).section(QLatin1Char(' '), 0, 0);
            break;
        }
    }
    const bool wasMade = refusedStep != QLatin1String("CREATE");
    const bool isDropped =
        bool(connection.run(QStringLiteral("DROP TABLE IF EXISTS %1").arg(table))) || !wasMade;
    if (refusedStep.isEmpty() && isDropped)
        return {};
    return refusal(
        Sentence(QT_TRANSLATE_NOOP("Failure",
                                   "the user %1 may not do what Linewatch has to (%2); have an administrator "
                                   "of the server run GRANT ALL ON %3.* TO the user"),
                 database.user, refusedStep.isEmpty() ? QStringLiteral("DROP") : refusedStep, database.name));
}

/** What the server says is known; what to do about it is added. */
Failure withAdvice(const Failure &failure)
{
    if (failure.kind == Failure::Kind::ConnectionLost) {
        return {failure.kind,
                Sentence(QT_TRANSLATE_NOOP(
                             "Failure", "%1; check the host's name, the port, and whether the server runs"),
                         Sentence(failure.message, failure.shown))};
    }
    if (failure.kind == Failure::Kind::Unavailable) {
        return {
            failure.kind,
            Sentence(QT_TRANSLATE_NOOP("Failure",
                                       "%1; check the user, the password and the database's name, and that "
                                       "the user has rights on it"),
                     Sentence(failure.message, failure.shown))};
    }
    return failure;
}

Result<Sentence> tryMySql(const MySqlDatabase &database)
{
    const MySqlDialect dialect(database);
    const auto connection = SqlConnection::open(dialect, SqlConnection::Access::ReadWrite);
    if (!connection)
        return withAdvice(connection.failure());
    const Result<QVariant> tables =
        (*connection)
            ->readValue(QStringLiteral(
                "SELECT count(*) FROM information_schema.tables WHERE table_schema = database() AND"
                " table_name = 'schema_step'"));
    if (!tables)
        return withAdvice(tables.failure());
    const bool isStore = tables->toInt() > 0;
    if (isStore) {
        if (const Result<QString> known = engineOfStore(dialect, **connection); !known)
            return known.failure();
    }
    if (Result<void> rights = checkRights(**connection, database); !rights)
        return rights.failure();
    const Result<QVariant> engine = (*connection)->readValue(dialect.engineText());
    if (!engine)
        return engine.failure();
    if (isStore)
        return isGoodStore(engine->toString());
    return Sentence(
        QT_TRANSLATE_NOOP("Failure", "%1: there is no store yet; it is made when Linewatch next starts"),
        engine->toString());
}

} // namespace

Result<Sentence> tryDatabase(const DatabaseUrl &url, const QString &inUse)
{
    registerStorageResources();
    return url.mysql ? tryMySql(*url.mysql) : trySqlite(url.sqlitePath, inUse);
}

} // namespace linewatch
