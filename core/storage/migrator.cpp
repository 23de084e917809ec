// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrator.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace linewatch {

namespace {

/** How far a database has come: the newest migration it knows and how many of its steps ran. */
struct Position {
    int number = 0;
    int steps = 0;
};

Result<bool> hasJournal(SqlConnection &connection)
{
    const Result<QVariant> tables =
        connection.readValue(connection.dialect().countTables(), {QStringLiteral("schema_step")});
    if (!tables)
        return tables.failure();
    return tables->toInt() > 0;
}

Result<Position> readPosition(SqlConnection &connection)
{
    const Result<bool> journal = hasJournal(connection);
    if (!journal)
        return journal.failure();
    if (!*journal)
        return Position{};
    Position position;
    const Result<void> read = connection.readEach(
        QStringLiteral(
            "SELECT migration, count(*) FROM schema_step GROUP BY migration ORDER BY migration DESC LIMIT 1"),
        {}, [&position](const QSqlQuery &row) {
            position = {row.value(0).toInt(), row.value(1).toInt()};
        });
    if (!read)
        return read.failure();
    return position;
}

int newestOf(const QList<Migration> &migrations)
{
    return migrations.isEmpty() ? 0 : migrations.last().number;
}

Failure madeByNewer(const SqlConnection &connection, int number, int newest)
{
    return {Failure::Kind::Refused,
            Sentence(QT_TRANSLATE_NOOP("Failure",
                                       "%1 was made by a newer version of Linewatch (schema %2, this program "
                                       "knows %3); install that version or choose another store with "
                                       "--database"),
                     connection.dialect().displayText(), QString::number(number), QString::number(newest))};
}

Result<void> recordStep(SqlConnection &connection, int migration, int step)
{
    const Result<SqlRows> recorded = connection.ask(connection.dialect().recordStep(), {migration, step});
    return recorded ? Result<void>{} : recorded.failure();
}

Result<void> runSteps(SqlConnection &connection, const Migration &migration, int stepsDone)
{
    for (int step = stepsDone; step < migration.steps.size(); ++step) {
        if (Result<void> done = connection.run(migration.steps.at(step)); !done)
            return done;
        if (Result<void> recorded = recordStep(connection, migration.number, step); !recorded)
            return recorded;
    }
    return {};
}

bool isNewest(const Position &position, const QList<Migration> &migrations)
{
    return position.number == newestOf(migrations)
        && (position.number == 0 || position.steps == migrations.last().steps.size());
}

Result<void> checkNotNewer(const SqlConnection &connection, const Position &position,
                           const QList<Migration> &migrations)
{
    const int newest = newestOf(migrations);
    if (position.number > newest)
        return madeByNewer(connection, position.number, newest);
    if (position.number == 0) {
        return Failure{Failure::Kind::Refused,
                       Sentence(QT_TRANSLATE_NOOP("Failure",
                                                  "%1 is no store of Linewatch; choose another with "
                                                  "--database"),
                                connection.dialect().displayText())};
    }
    return {};
}

/** While nobody else does. */
Result<void> migrateAlone(SqlConnection &connection, const QList<Migration> &migrations)
{
    const Result<Position> position = readPosition(connection);
    if (!position)
        return position.failure();
    const int newest = newestOf(migrations);
    if (position->number > newest)
        return madeByNewer(connection, position->number, newest);
    if (isNewest(*position, migrations))
        return {};
    if (Result<void> made = connection.run(QStringLiteral(
            "CREATE TABLE IF NOT EXISTS schema_step (migration INTEGER NOT NULL, step INTEGER NOT NULL,"
            " PRIMARY KEY (migration, step))"));
        !made)
        return made;
    for (const Migration &migration : migrations) {
        if (migration.number < position->number)
            continue;
        const int stepsDone = migration.number == position->number ? position->steps : 0;
        if (Result<void> done = runSteps(connection, migration, stepsDone); !done)
            return done;
    }
    return {};
}

} // namespace

QStringList splitSteps(const QString &sql)
{
    static const QRegularExpression end(QStringLiteral("^;\\s*$"), QRegularExpression::MultilineOption);
    QStringList steps;
    for (const QString &part : sql.split(end)) {
        if (!part.trimmed().isEmpty())
            steps += part.trimmed();
    }
    return steps;
}

QList<Migration> readMigrations(const QString &folder)
{
    QList<Migration> migrations;
    const QStringList names = QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder + QLatin1Char('/') + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read migration %s", qPrintable(name)); // part of the program itself
        migrations += Migration{name.section(QLatin1Char('_'), 0, 0).toInt(),
                                splitSteps(QString::fromUtf8(file.readAll()))};
    }
    return migrations;
}

Result<void> migrate(SqlConnection &connection, const QList<Migration> &migrations)
{
    if (Result<void> begun = connection.run(connection.dialect().beginMigration()); !begun)
        return begun;
    const Result<void> migrated = migrateAlone(connection, migrations);
    const Result<void> ended = connection.run(connection.dialect().endMigration());
    return migrated ? ended : migrated;
}

Result<void> checkNotNewer(SqlConnection &connection, const QList<Migration> &migrations)
{
    const Result<Position> position = readPosition(connection);
    return position ? checkNotNewer(connection, *position, migrations) : position.failure();
}

Result<void> checkNewest(SqlConnection &connection, const QList<Migration> &migrations)
{
    const Result<Position> position = readPosition(connection);
    if (!position)
        return position.failure();
    if (Result<void> known = checkNotNewer(connection, *position, migrations); !known)
        return known;
    if (isNewest(*position, migrations))
        return {};
    return Failure{
        Failure::Kind::Refused,
        Sentence(QT_TRANSLATE_NOOP("Failure",
                                   "%1 was made by an older version of Linewatch; start linewatchd on it "
                                   "once, which brings it up to date"),
                 connection.dialect().displayText())};
}

} // namespace linewatch
