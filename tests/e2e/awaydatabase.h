// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/cuttingproxy.h"
#include "support/mariadbserver.h"
#include "support/serverprocess.h"

#include <QTemporaryDir>

#include <memory>

namespace linewatch::test {

/** A MariaDB server behind a wire that can be cut, and linewatchd processes on it. */
class AwayDatabase
{
public:
    /** Starts the server; log() tells why not. */
    bool start();
    /** For initTestCase(): starts it with a database, or skips the tests where there is no MariaDB. */
    void startOrSkip();
    bool isStarted() const { return m_wire != nullptr; }
    QByteArray log() const { return m_server->log().right(1000); }

    MariaDbServer &server() { return *m_server; }
    quint16 wirePort() const { return m_wire->port(); }
    void setAway(bool away) { m_wire->setAway(away); }

    /** Makes a new, empty database the one that nodes are on. */
    void makeDatabase();
    /** Takes everything out of it but its tables. */
    void emptyDatabase();
    /** What the server answers, or says is wrong. */
    QByteArray ask(const QString &sql) { return m_server->run(sql, m_database).trimmed(); }
    /** How many sums of minutes are not what their events add up to. */
    int wrongMinutes();

    /** A linewatchd with a folder of its own, and so with a spool of its own. */
    std::unique_ptr<ServerProcess> node();
    /** The folder of the newest node. */
    QString nodeFolder() const;
    /** Where the newest node keeps its spool. */
    QString spoolFile() const { return nodeFolder() + QStringLiteral("/data/linewatch/spool.db"); }
    /** The settings file of the newest node. */
    void writeSettings(const QByteArray &ini) const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<MariaDbServer> m_server;
    std::unique_ptr<CuttingProxy> m_wire;
    QString m_database;
    int m_databases = 0;
    int m_nodes = 0;
};

} // namespace linewatch::test
