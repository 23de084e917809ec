// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqldialect.h"

namespace linewatch {

/** SQLite in a file: WAL, every commit synced to disk. */
class SqliteDialect final : public SqlDialect
{
public:
    /** Whose file it is: ours to write and to make, or one that is there and only read. */
    enum class File { Ours, ReadOnly };

    explicit SqliteDialect(QString path, File file = File::Ours) : m_path(std::move(path)), m_file(file) { }

    QString displayText() const override;
    QString driverName() const override;
    int endpoints() const override { return 1; }
    void configure(QSqlDatabase &database, int endpoint) const override;
    QStringList sessionSetup(bool readOnly) const override;
    Result<void> checkSession(SqlConnection & /*connection*/) const override { return {}; }
    QString engineText() const override;
    QString storeBytes() const override;
    QString countTables() const override;
    QString migrationsPath() const override;
    QString beginMigration() const override;
    QString endMigration() const override;
    QString recordStep() const override;
    QString beginWrite() const override;
    QString beginRead() const override;
    bool hasManyWriters() const override { return false; }
    QList<int> rowsAtOnce() const override { return {64, 1}; }
    QString eventIdText(const QString &column) const override;
    QString newestStamps() const override;
    QString committedStamp(std::int64_t owner) const override;
    QString changedMinutes() const override;
    QString lastReceived() const override;
    QString bucketsOfSource(int ranges) const override;
    bool sortsTiesOnly() const override { return true; }
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
    QString m_path;
    File m_file;
};

} // namespace linewatch
