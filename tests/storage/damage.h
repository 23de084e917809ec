// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

/** Files of SQLite as tests look at them and harm them. */
namespace linewatch::test {

inline constexpr qint64 PageBytes = 4096;

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot read");
}

/** Turns over every bit of @p count bytes from @p offset on; whether they were there. */
inline bool flipBytes(const QString &path, qint64 offset, qint64 count)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(offset))
        return false;
    QByteArray bytes = file.read(count);
    for (char &byte : bytes)
        byte = static_cast<char>(~byte);
    return bytes.size() == count && file.seek(offset) && file.write(bytes) == count;
}

/** The first page of a table or an index, from 1; 0 where there is none. */
inline qint64 rootPage(const QString &path, const QString &name)
{
    const QString connection = QStringLiteral("root page");
    qint64 page = 0;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        database.setDatabaseName(path);
        database.open();
        QSqlQuery query(database);
        query.prepare(QStringLiteral("SELECT rootpage FROM sqlite_master WHERE name = ?"));
        query.addBindValue(name);
        if (query.exec() && query.next())
            page = query.value(0).toLongLong();
    }
    QSqlDatabase::removeDatabase(connection);
    return page;
}

/** Turns over the beginning of that page. */
inline bool flipRoot(const QString &path, const char *name)
{
    const qint64 page = rootPage(path, QString::fromLatin1(name));
    return page > 1 && flipBytes(path, (page - 1) * PageBytes, 64);
}

} // namespace linewatch::test
