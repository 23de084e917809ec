// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/blockingclient.h"
#include "http/heldanswers.h"
#include "http/httpserver.h"
#include "http/servedplant.h"
#include "http/wire.h"
#include "support/testprogram.h"

#include <QTest>
#include <QTimer>

using namespace linewatch::http;
using namespace linewatch::test;
using namespace std::chrono_literals;

/** How a connection ends that the server ends: by a refusal, a deadline or a limit. */
class ConnectionEndTest : public QObject
{
    Q_OBJECT

private slots:
    void refusesAndCloses();
    void refusesBehindTheAnswersOwed();
    void namesTheCodingsItTakes();
    void aRefusalSurvivesAClientThatSendsOn();
    void givesUpOnARefusedClientThatNeverCloses();
    void givesUpOnARefusedClientThatSendsWithoutEnd();
    void aHeadThatTricklesTimesOut();
    void aBodyThatTricklesTimesOut();
    void closesAnIdleConnectionSilently();
    void closesAConnectionThatNeverSaysAnything();
    void doesNotTimeOutWhileAnAnswerIsOwed();
    void dropsAPeerThatNeverReads();
};

void ConnectionEndTest::refusesAndCloses()
{
    Plant plant;
    Wire wire(plant.port);
    wire.send("nonsense\r\n" + get("/now"));
    QVERIFY(wire.waitForClose());
    QCOMPARE(wire.statuses(), QList<int>{400});
    QVERIFY(wire.received().contains("application/problem+json"));
    QVERIFY(wire.received().contains("\r\nConnection: close\r\n"));
    QCOMPARE(plant.refusals(400), 1u);
    QVERIFY(plant.handler.requests().isEmpty());
}

void ConnectionEndTest::refusesBehindTheAnswersOwed()
{
    Plant plant;
    Wire wire(plant.port);
    wire.send(get("/1") + "nonsense\r\n");
    QTRY_COMPARE(plant.refusals(400), 1u);
    QVERIFY(wire.received().isEmpty());
    plant.handler.answer(0);
    QVERIFY(wire.waitForClose());
    QCOMPARE(wire.statuses(), (QList<int>{200, 400}));
}

void ConnectionEndTest::namesTheCodingsItTakes()
{
    Plant plant;
    Wire wire(plant.port);
    wire.send("POST / HTTP/1.1\r\n" + host + "Content-Encoding: br\r\nContent-Length: 1\r\n\r\nx");
    QVERIFY(wire.waitForClose());
    QCOMPARE(wire.statuses(), QList<int>{415});
    QVERIFY(wire.received().contains("\r\nAccept-Encoding: gzip\r\n"));
}

void ConnectionEndTest::aRefusalSurvivesAClientThatSendsOn()
{
    Limits limits;
    limits.bodyBytes = 1024;
    Plant plant(limits);
    BlockingClient client(plant.port);
    QVERIFY(client.sendAll(post("/now", QByteArray(20 * 1024 * 1024, 'x')))); // no reset under its hands
    const QByteArray received = client.readToEnd();
    QVERIFY2(received.startsWith("HTTP/1.1 413 "), received.constData());
    QVERIFY(received.endsWith('}'));
}

void ConnectionEndTest::givesUpOnARefusedClientThatNeverCloses()
{
    Limits limits;
    limits.lingerTime = 50ms;
    Plant plant(limits);
    BlockingClient client(plant.port);
    client.sendAll("\r\n\r\n");
    QTRY_COMPARE(plant.refusals(400), 1u);
    QTRY_COMPARE(plant.open(), 0);
}

void ConnectionEndTest::givesUpOnARefusedClientThatSendsWithoutEnd()
{
    Limits limits;
    limits.bodyBytes = 1024;
    limits.lingerBytes = 1024 * 1024;
    limits.lingerTime = 1h;
    Plant plant(limits);
    QVERIFY(!BlockingClient(plant.port).sendAll(post("/now", QByteArray(100 * 1024 * 1024, 'x'))));
    QTRY_COMPARE(plant.open(), 0);
}

void ConnectionEndTest::aHeadThatTricklesTimesOut()
{
    Limits limits;
    limits.headerDeadline = 100ms;
    Plant plant(limits);
    Wire wire(plant.port);
    wire.send("GET / HTTP/1.1\r\n");
    QTimer trickle;
    connect(&trickle, &QTimer::timeout, &wire, [&wire] {
        if (wire.isOpen())
            wire.send("A: b\r\n");
    });
    trickle.start(10ms);
    QVERIFY(wire.waitForClose());
    QCOMPARE(wire.statuses(), QList<int>{408});
    QCOMPARE(plant.refusals(408), 1u);
}

void ConnectionEndTest::aBodyThatTricklesTimesOut()
{
    Limits limits;
    limits.bodyDeadline = 100ms;
    Plant plant(limits);
    Wire wire(plant.port);
    wire.send("POST / HTTP/1.1\r\n" + host + "Content-Length: 100000\r\n\r\n");
    QTimer trickle;
    connect(&trickle, &QTimer::timeout, &wire, [&wire] {
        if (wire.isOpen())
            wire.send("x");
    });
    trickle.start(10ms);
    QVERIFY(wire.waitForClose());
    QCOMPARE(wire.statuses(), QList<int>{408});
}

void ConnectionEndTest::closesAnIdleConnectionSilently()
{
    Limits limits;
    limits.idleTimeout = 50ms;
    Plant plant(limits);
    Wire wire(plant.port);
    wire.send(get("/now"));
    QVERIFY(wire.waitForAnswers(1));
    wire.send("\r\n"); // says nothing
    QVERIFY(wire.waitForClose());
    QCOMPARE(wire.statuses(), QList<int>{200});
    QVERIFY(plant.server.statistics().refusals.empty());
}

void ConnectionEndTest::closesAConnectionThatNeverSaysAnything()
{
    Limits limits;
    limits.idleTimeout = 50ms;
    Plant plant(limits);
    Wire wire(plant.port);
    QVERIFY(wire.waitForClose());
    QVERIFY(wire.received().isEmpty());
}

void ConnectionEndTest::doesNotTimeOutWhileAnAnswerIsOwed()
{
    Limits limits;
    limits.idleTimeout = 20ms;
    limits.headerDeadline = 20ms;
    limits.bodyDeadline = 20ms;
    Plant plant(limits);
    Wire patient(plant.port);
    patient.send(get("/later"));
    QTRY_COMPARE(plant.handler.held(), 1);
    // Another connection lives and dies meanwhile: the deadlines have been looked at.
    Wire idle(plant.port);
    QVERIFY(idle.waitForClose());
    plant.handler.answer(0);
    QVERIFY(patient.waitForAnswers(1));
    QCOMPARE(patient.bodies(), QByteArrayList{"/later"});
}

void ConnectionEndTest::dropsAPeerThatNeverReads()
{
    struct Large : RequestHandler {
        void handle(const Request &, Responder respond) override
        {
            respond({.status = 200, .headers = {}, .body = QByteArray(1024 * 1024, 'x')});
        }
    } handler;
    Limits limits;
    limits.writeTimeout = 100ms;
    HttpServer server(handler, limits);
    Wire wire(server.listen(QHostAddress(QHostAddress::LocalHost), 0).value());
    wire.stopReading();
    constexpr int asked = 200;
    wire.send(get("/").repeated(asked));
    QTRY_VERIFY(server.statistics().requests > 0);
    QTRY_COMPARE(server.statistics().openConnections, 0);
    QVERIFY(server.statistics().requests < asked);
}

LINEWATCH_TEST(ConnectionEndTest)
#include "tst_connectionend.moc"
