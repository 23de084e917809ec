// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/mariadbserver.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace linewatch::test {

/** A Galera cluster of a test's own on 127.0.0.1. Servers are counted from 0. */
class GaleraCluster
{
public:
    /** What it cannot do without on this machine; empty: nothing. */
    static QString missing();

    explicit GaleraCluster(int servers);

    /** Starts one after the other and waits until all are part of it. */
    bool start();
    /** Brings a server that was killed back and waits until it is part of it again. */
    bool rejoin(std::size_t server);
    MariaDbServer &server(std::size_t index) { return *m_servers.at(index); }
    /** Whether a server says that it is part of the cluster and has all that was committed. */
    bool isSynced(std::size_t server) const;
    /** What --database takes, the servers in this order. */
    QString url(const QString &database, const std::vector<std::size_t> &order) const;
    /** What the servers, and the scripts that transfer their state, say went wrong. */
    QByteArray log() const;

private:
    bool waitUntilSynced(std::size_t server) const;

    QTemporaryDir m_folder;
    std::vector<quint16> m_ports; ///< of the servers among themselves; the five that follow are theirs, too
    std::vector<std::unique_ptr<MariaDbServer>> m_servers;
};

} // namespace linewatch::test
