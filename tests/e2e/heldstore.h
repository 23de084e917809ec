// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>

namespace linewatch::test {

/** Holds the write lock of a store, as another program might, while it lives. One at a time. */
class HeldStore
{
public:
    explicit HeldStore(const QString &file)
    {
        QSqlDatabase store = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        store.setDatabaseName(file);
        m_held = store.open() && QSqlQuery(store).exec(QStringLiteral("BEGIN IMMEDIATE"));
    }
    ~HeldStore()
    {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
    }
    Q_DISABLE_COPY_MOVE(HeldStore)

    bool isHeld() const { return m_held; }

private:
    const QString m_name = QStringLiteral("held");
    bool m_held = false;
};

} // namespace linewatch::test
