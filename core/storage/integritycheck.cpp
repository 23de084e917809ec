// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/integritycheck.h"

namespace linewatch {

namespace {

CheckedPart filePart()
{
    return CheckedPart(QStringLiteral("pages of the file"));
}

void addLines(const QString &text, CheckedPart &part)
{
    for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        // A headline, not a fault.
        if (!line.startsWith(QLatin1String("***")) && line != QLatin1String("ok"))
            part.addFault([&line] { return line; });
    }
}

/** What SQLite says of the whole file, or of one table with its indexes. */
Result<void> ask(SqlConnection &connection, const QString &table, CheckedPart &part)
{
    return connection.readEach(table.isEmpty() ? QStringLiteral("PRAGMA integrity_check")
                                               : QStringLiteral("PRAGMA integrity_check('%1')").arg(table),
                               {},
                               [&part](const QSqlQuery &line) { addLines(line.value(0).toString(), part); });
}

Result<QStringList> tableNames(SqlConnection &connection)
{
    QStringList names;
    const Result<void> read = connection.readEach(
        QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"), {},
        [&names](const QSqlQuery &row) { names += row.value(0).toString(); });
    if (!read)
        return read.failure();
    return names;
}

/** SQLite gives up where the first page of a table is damaged, without a word which. */
Result<void> askForEachTable(SqlConnection &connection, CheckedPart &part)
{
    const Result<QStringList> tables = tableNames(connection);
    if (!tables)
        return tables.failure();
    for (const QString &table : *tables) {
        const Result<void> done = ask(connection, table, part);
        if (done)
            continue;
        if (done.failure().kind != Failure::Kind::Damaged)
            return done;
        part.addFault([&table] { return QStringLiteral("table %1 cannot be read").arg(table); });
    }
    return {};
}

} // namespace

Result<CheckedPart> checkIntegrity(SqlConnection &connection)
{
    CheckedPart part = filePart();
    const Result<QVariant> pages = connection.readValue(QStringLiteral("PRAGMA page_count"));
    if (!pages)
        return pages.failure();
    part.countChecked(pages->toLongLong());
    Result<void> done = ask(connection, {}, part);
    if (!done && done.failure().kind == Failure::Kind::Damaged)
        done = askForEachTable(connection, part);
    if (!done)
        return done.failure();
    return part;
}

CheckedPart damagedFile()
{
    CheckedPart part = filePart();
    part.addFault([] { return QStringLiteral("SQLite cannot open it as a database any more"); });
    return part;
}

} // namespace linewatch
