// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/servertest.h"

#include <QUrl>

namespace linewatch::test {

void ServerTest::initTestCase()
{
    m_server = std::make_unique<ServerProcess>(m_folder.path());
    QVERIFY2(m_server->start(), m_server->log().constData());
}

void ServerTest::init()
{
    ++m_serial;
    reconnect();
}

void ServerTest::cleanup()
{
    m_api.reset();
    const QStringList violations = m_contract.take();
    QVERIFY2(violations.isEmpty(), qPrintable(u'\n' + violations.join(u'\n')));
    QVERIFY2(m_server->isRunning(), m_server->log().constData());
}

void ServerTest::cleanupTestCase()
{
    QCOMPARE(m_server->stop(), std::optional(0));
}

void ServerTest::reconnect()
{
    m_api = std::make_unique<ApiClient>(m_server->port(), m_contract);
}

QJsonObject ServerTest::stored(const QString &name)
{
    const QByteArray id = QUrl::toPercentEncoding(own(name));
    return m_api->request({"GET", "/events/" + id}).object();
}

QJsonObject ServerTest::stats(Micros start, Micros end)
{
    return m_api
        ->get(u"/stats"_s,
              {{u"machineId"_s, own(u"M"_s)}, {u"start"_s, wireTime(start)}, {u"end"_s, wireTime(end)}})
        .object();
}

} // namespace linewatch::test
