// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/mysqldatabase.h"
#include "storage/sqldialect.h"

namespace linewatch {

/**
 * MySQL from 8.0 and MariaDB from 10.6, alone or as a Galera cluster, over QMYSQL. Keeps to what both of them
 * understand.
 */
class MySqlDialect final : public SqlDialect
{
public:
    explicit MySqlDialect(MySqlDatabase database) : m_database(std::move(database)) { }

    QString displayText() const override;
    QString driverName() const override;
    int endpoints() const override;
    void configure(QSqlDatabase &database, int endpoint) const override;
    QStringList sessionSetup(bool readOnly) const override;
    Result<void> checkSession(SqlConnection &connection) const override;
    QString engineText() const override;
    QString storeBytes() const override;
    QString countTables() const override;
    QString migrationsPath() const override;
    QString beginMigration() const override;
    QString endMigration() const override;
    QString recordStep() const override;
    QString beginWrite() const override;
    QString beginRead() const override;
    bool hasManyWriters() const override { return true; }
    QList<int> rowsAtOnce() const override { return {512, 64, 8, 1}; }
    QString eventIdText(const QString &column) const override;
    QString newestStamps() const override;
    QString committedStamp(std::int64_t owner) const override;
    QString changedMinutes() const override;
    QString lastReceived() const override;
    QString bucketsOfSource(int ranges) const override;
    bool sortsTiesOnly() const override { return false; }
    QString horizon() const override;
    QString heldHorizon() const override;
    QString raiseHorizon() const override;
    QString takeTurn() const override;
    QString endTurn() const override;
    QString forDeletion() const override;
    QString removeMinutes(const QString &table) const override;
    QString addMachine() const override;
    QString addSource() const override;
    MultiRowSql noteReceipts(int writer) const override;
    MultiRowSql noteMinutes(int writer) const override;
    MultiRowSql addRevisions(int writer) const override;
    MultiRowSql addRejections(int writer) const override;
    MultiRowSql addToSums(const QString &table, int writer) const override;
    Failure::Kind classify(const QSqlError &error) const override;
    bool isDuplicateKey(const QSqlError &error) const override;
    Sentence reasonOf(const QSqlError &error) const override;
    bool leavesCommitUnknown(const QSqlError &error) const override;

private:
    MySqlDatabase m_database;
};

} // namespace linewatch
