// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/server.h"

#include <QFileInfo>

namespace linewatch::bench {

Result<Server> startServer(const QString &program, const QString &store, const QStringList &further)
{
    return startServerOn(program, QStringLiteral("sqlite:") + store, QFileInfo(store).absolutePath(),
                         further);
}

Result<Server> startServerOn(const QString &program, const QString &database, const QString &folder,
                             const QStringList &further)
{
    const QStringList arguments{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                QStringLiteral("--database"), database};
    Result<std::unique_ptr<ChildProcess>> process = ChildProcess::start(program, arguments + further, folder);
    if (!process)
        return process.failure();
    const Result<std::string> line = (*process)->readLine();
    if (!line)
        return line.failure();
    const QString announced = QString::fromStdString(*line);
    const QString prefix = QStringLiteral("listening on http://127.0.0.1:");
    const std::uint16_t port = announced.startsWith(prefix) ? announced.mid(prefix.size()).toUShort() : 0;
    if (port == 0)
        return Failure{Failure::Kind::Internal, QStringLiteral("%1 said '%2'").arg(program, announced)};
    Server server;
    server.process = std::move(*process);
    server.port = port;
    return server;
}

Result<ProcessUsage> Server::stop()
{
    const std::int64_t peak = process->peakResidentBytes();
    Result<ProcessUsage> usage = process->stop();
    if (!usage)
        return usage;
    usage->peakBytes = peak;
    if (usage->exitCode != 0)
        return Failure{Failure::Kind::Internal,
                       QStringLiteral("linewatchd ended with %1").arg(usage->exitCode)};
    return usage;
}

} // namespace linewatch::bench
