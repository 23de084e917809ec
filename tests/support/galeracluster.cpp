// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/galeracluster.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace linewatch::test {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
constexpr int clusterPatience = 300'000; // milliseconds; only ever waited for in full by a test that fails

QString provider()
{
    for (const char *const path :
         {"/usr/lib/galera/libgalera_smm.so", "/usr/lib64/galera/libgalera_smm.so"}) {
        if (QFileInfo::exists(QString::fromLatin1(path)))
            return QString::fromLatin1(path);
    }
    return {};
}

} // namespace

QString GaleraCluster::missing()
{
    if (provider().isEmpty())
        return QStringLiteral("libgalera_smm.so is not installed (package galera-4)");
    if (QStandardPaths::findExecutable(QStringLiteral("rsync")).isEmpty())
        return QStringLiteral("rsync is not installed");
    return MariaDbServer::missing();
}

GaleraCluster::GaleraCluster(int servers)
{
    QFile::setPermissions(m_folder.path(), ownerOnly | QFileDevice::ExeGroup | QFileDevice::ExeOther);
    QStringList addresses;
    for (int i = 0; i < servers; ++i) {
        m_ports.push_back(freePort(5));
        addresses += QStringLiteral("127.0.0.1:%1").arg(m_ports.back());
    }
    for (int i = 0; i < servers; ++i) {
        const quint16 port = m_ports.at(static_cast<std::size_t>(i));
        const QString folder = m_folder.filePath(QString::number(i));
        QDir().mkpath(folder);
        m_servers.push_back(std::make_unique<MariaDbServer>(
            folder,
            QStringList{
                QStringLiteral("--wsrep-on=ON"), QStringLiteral("--wsrep-provider=") + provider(),
                QStringLiteral("--wsrep-cluster-address=gcomm://") + addresses.join(QLatin1Char(',')),
                QStringLiteral("--wsrep-node-address=127.0.0.1:%1").arg(port),
                QStringLiteral("--wsrep-node-name=node%1").arg(i), QStringLiteral("--wsrep-sst-method=rsync"),
                QStringLiteral("--wsrep-sst-receive-address=127.0.0.1:%1").arg(port + 5),
                QStringLiteral("--wsrep-provider-options=gmcast.listen_addr=tcp://127.0.0.1:%1;"
                               "ist.recv_addr=127.0.0.1:%2;gcache.size=32M")
                    .arg(port)
                    .arg(port + 1),
                QStringLiteral("--binlog-format=ROW"), QStringLiteral("--innodb-autoinc-lock-mode=2")}));
    }
}

bool GaleraCluster::start()
{
    if (!m_servers.front()->makeData() || !m_servers.front()->launch({QStringLiteral("--wsrep-new-cluster")})
        || !waitUntilSynced(0))
        return false;
    for (std::size_t i = 1; i < m_servers.size(); ++i) { // their data come from the first
        if (!rejoin(i))
            return false;
    }
    return true;
}

bool GaleraCluster::rejoin(std::size_t server)
{
    return m_servers.at(server)->launch() && waitUntilSynced(server);
}

bool GaleraCluster::isSynced(std::size_t server) const
{
    return m_servers.at(server)->run(QStringLiteral("SHOW STATUS LIKE 'wsrep_local_state_comment'")).trimmed()
        == "wsrep_local_state_comment\tSynced";
}

bool GaleraCluster::waitUntilSynced(std::size_t server) const
{
    QDeadlineTimer deadline(clusterPatience);
    while (!deadline.hasExpired()) {
        if (isSynced(server))
            return true;
        if (m_servers.at(server)->endsWithin(200)) // or else a moment has gone by
            break;
    }
    qWarning("server %zu %s; the end of its log:\n%s", server,
             m_servers.at(server)->isRunning() ? "is not synchronised" : "has ended",
             m_servers.at(server)->log().right(3000).constData());
    return false;
}

QString GaleraCluster::url(const QString &database, const std::vector<std::size_t> &order) const
{
    QStringList hosts;
    for (const std::size_t server : order)
        hosts += QStringLiteral("127.0.0.1:%1").arg(m_servers.at(server)->port());
    return QStringLiteral("mysql://root@%1/%2").arg(hosts.join(QLatin1Char(',')), database);
}

QByteArray GaleraCluster::log() const
{
    QByteArray text;
    for (const auto &server : m_servers) {
        for (const QByteArray &line : server->log().split('\n')) {
            if (line.contains("[ERROR]") || line.contains("WSREP_SST") || line.contains("rsync"))
                text += line + '\n';
        }
    }
    return text;
}

} // namespace linewatch::test
