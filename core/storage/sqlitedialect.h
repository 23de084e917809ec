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
    void configure(QSqlDatabase &database) const override;
    QStringList sessionSetup(bool readOnly) const override;
    QString engineText() const override;
    QString countTables() const override;
    QString migrationsPath() const override;
    QString beginWrite() const override;
    QString eventIdText(const QString &column) const override;
    MultiRowSql addToSums(const QString &table) const override;
    QString putState() const override;
    Failure::Kind classify(const QSqlError &error) const override;
    Sentence reasonOf(const QSqlError &error) const override;
    bool leavesCommitUnknown(const QSqlError &error) const override;

private:
    QString m_path;
    File m_file;
};

} // namespace linewatch
