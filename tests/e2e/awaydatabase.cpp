// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/awaydatabase.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace linewatch::test {

using namespace Qt::StringLiterals;

bool AwayDatabase::start()
{
    m_server = std::make_unique<MariaDbServer>(m_folder.path());
    if (!m_server->start())
        return false;
    m_wire = std::make_unique<CuttingProxy>(m_server->port());
    return true;
}

void AwayDatabase::startOrSkip()
{
    if (const QString missing = MariaDbServer::missing(); !missing.isEmpty())
        QSKIP(qPrintable(u"NOT TESTED: "_s + missing));
    QVERIFY2(start(), log().constData());
    makeDatabase();
}

void AwayDatabase::makeDatabase()
{
    m_database = u"plant%1"_s.arg(++m_databases);
    m_server->run(u"CREATE DATABASE "_s + m_database);
}

void AwayDatabase::emptyDatabase()
{
    QString statements;
    for (const char *table :
         {"node", "machine", "source", "source_receipt", "event", "event_revision", "rollup_bucket",
          "line_bucket", "minute_change", "rejected_event", "spool_mark"})
        statements += u"TRUNCATE TABLE %1;"_s.arg(QLatin1String(table));
    ask(statements);
}

int AwayDatabase::wrongMinutes()
{
    return ask(u"SELECT count(*) FROM (SELECT minute, source_id, sum(events) AS n, sum(defects) AS d FROM ("
               "SELECT bucket_start AS minute, source_id, events, defects FROM rollup_bucket"
               " WHERE bucket_width = 60 UNION ALL "
               "SELECT event_time DIV 60000000 * 60, source_id, -1, -greatest(defect_count, 0) FROM event"
               ") AS both_ways GROUP BY minute, source_id HAVING n <> 0 OR d <> 0) AS wrong"_s)
        .toInt();
}

std::unique_ptr<ServerProcess> AwayDatabase::node()
{
    ++m_nodes;
    QDir().mkpath(nodeFolder());
    auto server = std::make_unique<ServerProcess>(nodeFolder());
    server->setDatabase(u"mysql://root@127.0.0.1:%1/%2"_s.arg(m_wire->port()).arg(m_database));
    return server;
}

QString AwayDatabase::nodeFolder() const
{
    return m_folder.filePath(u"node%1"_s.arg(m_nodes));
}

void AwayDatabase::writeSettings(const QByteArray &ini) const
{
    const QString folder = nodeFolder() + u"/config/linewatch"_s;
    QDir().mkpath(folder);
    QFile file(folder + u"/linewatch.ini"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(ini) != ini.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
}

} // namespace linewatch::test
