// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlconnection.h"

namespace linewatch {

/** A migration file: its number and its steps, one statement each. */
struct Migration {
    int number = 0;
    QStringList steps;
};

/** The migrations of a folder by number, from files named NNNN_what.sql. */
QList<Migration> readMigrations(const QString &folder);

/** The statements of a migration file; a line that holds only a semicolon ends each. */
QStringList splitSteps(const QString &sql);

/**
 * Brings a database to the newest schema. Each step is recorded after it ran and may be run again, so that
 * an interrupted migration resumes. A database that is newer than @p migrations is refused untouched.
 */
Result<void> migrate(SqlConnection &connection, const QList<Migration> &migrations);

/** Fails, and changes nothing, unless the database is a store, of any version up to that of @p migrations. */
Result<void> checkNotNewer(SqlConnection &connection, const QList<Migration> &migrations);

/** Fails, and changes nothing, unless the database has exactly the schema that @p migrations lead to. */
Result<void> checkNewest(SqlConnection &connection, const QList<Migration> &migrations);

} // namespace linewatch
