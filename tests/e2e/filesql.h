// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace linewatch::test {

/** The first column of what a statement gives, run on a file as any other program may. */
inline QVariantList sqlOn(const QString &file, const QString &statement)
{
    QVariantList values;
    {
        QSqlDatabase store = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        store.setDatabaseName(file);
        QSqlQuery query(store.open() ? store : QSqlDatabase());
        if (!query.exec(statement))
            qWarning("cannot run %s", qPrintable(statement));
        while (query.next())
            values += query.value(0);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
    return values;
}

} // namespace linewatch::test
