// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/monitor.h"
#include "simulation/simulator.h"
#include "support/mariadbserver.h"
#include "support/testprogram.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

using namespace linewatch;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/** An endpoint that is moved, or given other limits, while machines post. */
class TestEndpointChange : public QObject
{
    Q_OBJECT

private slots:
    void noRequestIsLostUnderLoad_data()
    {
        QTest::addColumn<bool>("moves");
        QTest::newRow("other limits on the same port") << false;
        QTest::newRow("another port and back") << true;
    }
    void noRequestIsLostUnderLoad();
    void onTheSamePortNobodyIsRefused();
    void aLimitHoldsFromThenOn();
    void anAddressInUseChangesNothing();
    void countersGoOn();

    void itComesBackAtOnce();

private:
    MonitorSettings settings(const QTemporaryDir &folder) const
    {
        MonitorSettings settings;
        settings.port = test::freePort();
        settings.database.sqlitePath = folder.filePath(u"a.db"_s);
        return settings;
    }
    static QUrl urlOf(quint16 port) { return QUrl(u"http://127.0.0.1:%1"_s.arg(port)); }
    int statusOf(const QUrl &endpoint, const QByteArray &body);

    QNetworkAccessManager m_network;
};

int TestEndpointChange::statusOf(const QUrl &endpoint, const QByteArray &body)
{
    QUrl url = endpoint;
    url.setPath(u"/events/batch"_s);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(m_network.post(request, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    finished.wait();
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/** The simulator knows what it sent and what it was answered, and reads all of it back. */
void TestEndpointChange::noRequestIsLostUnderLoad()
{
    QFETCH(bool, moves);
    const QTemporaryDir folder;
    MonitorSettings served = settings(folder);
    Monitor monitor(served);
    QVERIFY(monitor.start());
    const quint16 first = served.port;
    const quint16 second = test::freePort();

    simulation::Options options;
    options.endpoints = {urlOf(first)};
    if (moves)
        options.endpoints.push_back(urlOf(second));
    options.connections = 8;
    options.events = 30'000;
    options.batch = 50;
    options.seed = moves ? 2 : 1;
    options.noise.duplicates = 5;
    options.verify = true;
    simulation::Simulator simulator(options);
    QString report;
    connect(&simulator, &simulation::Simulator::reported, this, [&](const QString &text) { report = text; });
    connect(&simulator, &simulation::Simulator::failed, this, [&](const QString &why) { report = why; });
    QSignalSpy finished(&simulator, &simulation::Simulator::finished);

    int changes = 0;
    QStringList failures;
    QTimer changing;
    bool isPosting = true;
    connect(&changing, &QTimer::timeout, this, [&] {
        if (!isPosting && monitor.endpoint() == urlOf(first)) {
            changing.stop();
            return;
        }
        ++changes;
        served.maxBatchEvents = 1'000 + static_cast<std::size_t>(changes);
        served.http.idleTimeout = std::chrono::seconds{20 + changes};
        if (moves)
            served.port = changes % 2 == 0 ? first : second;
        if (const Result<void> done = monitor.changeEndpoint(served); !done)
            failures += done.failure().message;
    });
    // What is read back is asked for in one place.
    connect(&simulator, &simulation::Simulator::progressed, this, [&](const QString &line) {
        if (line.startsWith(u"reading back"_s))
            isPosting = false;
    });
    changing.start(50);
    simulator.start();
    QVERIFY(finished.wait(200'000));
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
    QVERIFY2(finished.first().first().toInt() == simulation::Simulator::AllWell, qPrintable(report));
    QVERIFY2(changes >= 5, qPrintable(QString::number(changes)));
}

/** Not even for a moment, whatever is under way. */
void TestEndpointChange::onTheSamePortNobodyIsRefused()
{
    const QTemporaryDir folder;
    MonitorSettings served = settings(folder);
    Monitor monitor(served);
    QVERIFY(monitor.start());
    std::atomic<bool> goesOn = true;
    std::atomic<int> connected = 0;
    std::atomic<int> refused = 0;
    std::thread knocking([&] {
        while (goesOn) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), served.port);
            ++(socket.waitForConnected(5'000) ? connected : refused);
            socket.abort();
        }
    });
    for (int i = 1; i <= 30; ++i) {
        MonitorSettings wanted = served;
        wanted.maxBatchEvents = static_cast<std::size_t>(i);
        const int before = connected;
        QVERIFY(monitor.changeEndpoint(wanted));
        while (connected < before + 3 && refused == 0)
            std::this_thread::yield();
    }
    goesOn = false;
    knocking.join();
    QCOMPARE(refused.load(), 0);
}

void TestEndpointChange::aLimitHoldsFromThenOn()
{
    const QTemporaryDir folder;
    MonitorSettings served = settings(folder);
    Monitor monitor(served);
    QVERIFY(monitor.start());
    QCOMPARE(statusOf(monitor.endpoint(), "[1,2]"), 200);
    served.maxBatchEvents = 1;
    QVERIFY(monitor.changeEndpoint(served));
    m_network.clearConnectionCache();
    QCOMPARE(statusOf(monitor.endpoint(), "[1,2]"), 413);
    QCOMPARE(statusOf(monitor.endpoint(), "[1]"), 200);
}

void TestEndpointChange::anAddressInUseChangesNothing()
{
    const QTemporaryDir folder;
    MonitorSettings served = settings(folder);
    Monitor monitor(served);
    QVERIFY(monitor.start());
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    MonitorSettings wanted = served;
    wanted.port = other.serverPort();
    wanted.maxBatchEvents = 1;
    const Result<void> changed = monitor.changeEndpoint(wanted);
    QVERIFY(!changed);
    QVERIFY2(changed.failure().message.contains(QString::number(wanted.port)),
             qPrintable(changed.failure().message));
    QCOMPARE(monitor.endpoint(), urlOf(served.port));
    QCOMPARE(statusOf(monitor.endpoint(), "[1,2]"), 200);
    // And it can be changed afterwards, to where it is free.
    wanted.port = 0;
    QVERIFY(monitor.changeEndpoint(wanted));
    QVERIFY(monitor.endpoint().port() != 0);
    QCOMPARE(statusOf(monitor.endpoint(), "[1,2]"), 413);
}

/** The former address is free again when the new one is served. */
void TestEndpointChange::itComesBackAtOnce()
{
    const QTemporaryDir folder;
    MonitorSettings served = settings(folder);
    Monitor monitor(served);
    QVERIFY(monitor.start());
    MonitorSettings elsewhere = served;
    elsewhere.port = test::freePort();
    for (int i = 0; i < 50; ++i) {
        const Result<void> changed = monitor.changeEndpoint(i % 2 == 0 ? elsewhere : served);
        QVERIFY2(changed, changed ? "" : qPrintable(changed.failure().message));
    }
}

void TestEndpointChange::countersGoOn()
{
    const QTemporaryDir folder;
    MonitorSettings served = settings(folder);
    Monitor monitor(served);
    QVERIFY(monitor.start());
    const auto requests = [&] {
        QUrl url = monitor.endpoint();
        url.setPath(u"/metrics"_s);
        const std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(url)));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        finished.wait();
        static const QRegularExpression line(u"^linewatch_http_requests_total (\\d+)$"_s,
                                             QRegularExpression::MultilineOption);
        return line.match(QString::fromUtf8(reply->readAll())).captured(1).toInt();
    };
    QCOMPARE(requests(), 1);
    QCOMPARE(requests(), 2);
    served.port = 0;
    QVERIFY(monitor.changeEndpoint(served));
    QCOMPARE(requests(), 3);
}

LINEWATCH_TEST(TestEndpointChange)
#include "tst_endpointchange.moc"
