// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/serverprocess.h"
#include "support/wireevent.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace linewatch::test {

using namespace Qt::StringLiterals;

/**
 * A test program against one linewatchd that all of its tests share; names and days of its own keep the tests
 * apart. After each test it checks that every answer kept to the contract and that the server still runs; at
 * the end that SIGTERM ends it in order.
 */
class ServerTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

protected:
    /** The connection that most tests use; new for each test. */
    ApiClient &api() { return *m_api; }
    /** Makes api() anew, after a restart of the server. */
    void reconnect();
    /** A further connection. Each thread needs one of its own. */
    ApiClient newClient() { return ApiClient(m_server->port(), m_contract); }
    /** A raw connection. */
    HttpClient newRawClient() { return HttpClient(m_server->port(), m_contract); }

    /** @p name made this test's own. */
    QString own(const QString &name) const { return u"%1-%2"_s.arg(name).arg(m_serial); }
    /** An event of this test's machine "M". */
    WireEvent event(const QString &name = u"E"_s) const { return WireEvent(own(name), own(u"M"_s)); }
    /** Midnight of a day that no other test of the program uses. */
    Micros ownDay() const { return TestDay - m_serial * 2 * OneDay; }

    /** The event as GET /events/{eventId} shows it; empty when it is not there. */
    QJsonObject stored(const QString &name = u"E"_s);
    /** /stats of this test's machine "M". */
    QJsonObject stats(Micros start, Micros end);

    ServerProcess &server() { return *m_server; }
    ContractCheck &contract() { return m_contract; }
    const QTemporaryDir &folder() const { return m_folder; }

private:
    QTemporaryDir m_folder;
    ContractCheck m_contract;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<ApiClient> m_api;
    int m_serial = 0;
};

} // namespace linewatch::test
