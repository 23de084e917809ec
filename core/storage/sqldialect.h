// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"
#include "storage/multirowsql.h"

#include <QString>
#include <QStringList>

class QSqlDatabase;
class QSqlError;

namespace linewatch {

/** What differs between the engines. Immutable; shared by all connections to one database. */
class SqlDialect
{
public:
    virtual ~SqlDialect() = default;

    virtual QString displayText() const = 0; ///< the database's name for people
    virtual QString driverName() const = 0;  ///< as QSqlDatabase::addDatabase takes it
    virtual void configure(QSqlDatabase &database) const = 0;
    /** Statements that every new connection runs first. */
    virtual QStringList sessionSetup(bool readOnly) const = 0;
    virtual QString engineText() const = 0;  ///< asks for one text: the engine and the version that runs
    virtual QString countTables() const = 0; ///< how many tables have a name: 0 or 1
    /** The folder of migrations, in the program's resources. */
    virtual QString migrationsPath() const = 0;
    /** Begins a transaction that holds the right to write from its first moment. */
    virtual QString beginWrite() const = 0;
    /** An expression that gives the id's text, byte for byte, of the key in @p column. */
    virtual QString eventIdText(const QString &column) const = 0;
    /** Adds to the sums of rows, or makes them. @p table is rollup_bucket or line_bucket, columns in their
     * order. */
    virtual MultiRowSql addToSums(const QString &table) const = 0;
    virtual QString putState() const = 0; ///< name, value
    virtual Failure::Kind classify(const QSqlError &error) const = 0;
    /** What the database says of @p error; translated as far as its kind is known. */
    virtual Sentence reasonOf(const QSqlError &error) const = 0;
    /** Whether a COMMIT that met @p error may have been carried out all the same. */
    virtual bool leavesCommitUnknown(const QSqlError &error) const = 0;
};

} // namespace linewatch
