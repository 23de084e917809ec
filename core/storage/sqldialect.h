// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"
#include "storage/multirowsql.h"

#include <QString>
#include <QStringList>

#include <cstdint>

class QSqlDatabase;
class QSqlError;

namespace linewatch {

class SqlConnection;

/** What differs between the engines. Immutable; shared by all connections to one database. */
class SqlDialect
{
public:
    virtual ~SqlDialect() = default;

    virtual QString displayText() const = 0; ///< the database's name for people
    virtual QString driverName() const = 0;  ///< as QSqlDatabase::addDatabase takes it
    /** Where the database can be reached, from 1; tried in their order. */
    virtual int endpoints() const = 0;
    /** For the endpoint with that index. */
    virtual void configure(QSqlDatabase &database, int endpoint) const = 0;
    /** Statements that every new connection runs first. */
    virtual QStringList sessionSetup(bool readOnly) const = 0;
    /** Whether a new connection is as the settings want it, as far as statements cannot make it so. */
    virtual Result<void> checkSession(SqlConnection &connection) const = 0;
    virtual QString engineText() const = 0;  ///< asks for one text: the engine and the version that runs
    virtual QString storeBytes() const = 0;  ///< asks for one number: what tables and indexes take
    virtual QString countTables() const = 0; ///< how many tables have a name: 0 or 1
    /** The folder of migrations, in the program's resources. */
    virtual QString migrationsPath() const = 0;
    virtual QString beginMigration() const = 0; ///< keeps others from migrating meanwhile
    virtual QString endMigration() const = 0;
    virtual QString recordStep() const = 0; ///< migration, step; nothing where that is recorded already
    /** Begins a transaction that may write from its first moment. */
    virtual QString beginWrite() const = 0;
    /** Begins a transaction that reads one state of the store. */
    virtual QString beginRead() const = 0;
    /**
     * Whether several processes write the same store. Its rows then carry the number of their writer, and the
     * database itself keeps an index over the keys of events (storage/keyindex.h is that of a sole writer).
     */
    virtual bool hasManyWriters() const = 0;
    /** For how many rows at a time statements are prepared, most first; 1 is the last. */
    virtual QList<int> rowsAtOnce() const = 0;
    /** An expression that gives the id's text, byte for byte, of the key in @p column. */
    virtual QString eventIdText(const QString &column) const = 0;
    virtual QString
    newestStamps() const = 0; ///< of each writer: its number and the newest stamp it committed
    /** The newest stamp that the process for which @p owner stands (SharedSeat) committed; no row without
     * one. */
    virtual QString committedStamp(std::int64_t owner) const = 0;
    /** Minutes from a second on that a writer changed after a stamp. Values: the second, writer, stamp. */
    virtual QString changedMinutes() const = 0;
    /** An expression that gives the newest receipt of the source s. */
    virtual QString lastReceived() const = 0;
    /**
     * Asks for rows of four sums over the buckets of one source in @p ranges ranges. Values of each: source,
     * width, start and end in seconds.
     */
    virtual QString bucketsOfSource(int ranges) const = 0;
    /** Whether rows in the order of an index, and within ties of another expression, are found without a
     * sort. */
    virtual bool sortsTiesOnly() const = 0;

    virtual QString horizon() const = 0; ///< asks for that of EventReader; no row without one
    /** The same, for a writer: no other raises it before the transaction ends. */
    virtual QString heldHorizon() const = 0;
    virtual QString raiseHorizon() const = 0; ///< microseconds; keeps a later one
    /** Asks for 1 where this process may remove events now; endTurn() gives others leave to. */
    virtual QString takeTurn() const = 0;
    virtual QString endTurn() const = 0;
    /** What a question ends with whose rows are to be deleted in the same transaction. */
    virtual QString forDeletion() const = 0;
    /** Removes minutes, the oldest first. @p table is rollup_bucket or line_bucket. Values: before which
     * second, how many at most. */
    virtual QString removeMinutes(const QString &table) const = 0;

    virtual QString addMachine() const = 0; ///< machine; nothing where it is there
    /** Machine, line, factory; the id of the row, new or not, is SqlRows::lastInsertId(). */
    virtual QString addSource() const = 0;
    /** Source and receipt: makes it the newest of the source unless a newer one is there. */
    virtual MultiRowSql noteReceipts(int writer) const = 0;
    /** Minute (seconds) and stamp: makes it the newest stamp that changed the minute. */
    virtual MultiRowSql noteMinutes(int writer) const = 0;
    /** Columns of table event_revision in their order; with many writers then that of the version. */
    virtual MultiRowSql addRevisions(int writer) const = 0;
    /** Columns of table rejected_event in their order. */
    virtual MultiRowSql addRejections(int writer) const = 0;
    /** Adds to the sums of rows, or makes them. @p table is rollup_bucket or line_bucket, columns in their
     * order. */
    virtual MultiRowSql addToSums(const QString &table, int writer) const = 0;

    virtual Failure::Kind classify(const QSqlError &error) const = 0;
    /** Whether a statement failed because a row with a key of its own is there. */
    virtual bool isDuplicateKey(const QSqlError &error) const = 0;
    /** What the database says of @p error; translated as far as its kind is known. */
    virtual Sentence reasonOf(const QSqlError &error) const = 0;
    /** Whether a COMMIT that met @p error may have been carried out all the same. */
    virtual bool leavesCommitUnknown(const QSqlError &error) const = 0;
};

} // namespace linewatch
