// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/blockingclient.h"
#include "http/heldanswers.h"
#include "http/httpserver.h"
#include "http/servedplant.h"
#include "http/wire.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch::http;
using namespace linewatch::test;

class ConnectionTest : public QObject
{
    Q_OBJECT

private slots:
    void answersARequest();
    void tellsTheHandlerWhoAsks();
    void headLosesItsBodyButKeepsItsLength();
    void answersPipelinedRequestsInTheirOrder();
    void closesWhenAskedTo();
    void closesBehindHttp10UnlessAskedToStay();
    void takesNothingBehindARequestToClose();
    void offersToContinue();
    void offersToContinueOnlyBehindTheAnswersOwed();
    void dropsAnswersForClientsThatHaveGone();
    void answersAClientThatHasFinishedSending();
    void closesOnAClientThatEndsInsideARequest();
    void answersForAHandlerThatForgets();
    void writesLargeAnswersWhole();
    void readsNoFurtherThanItsRequestsInFlight();
};

void ConnectionTest::answersARequest()
{
    Plant plant;
    Wire wire(plant.port);
    wire.send(get("/now?a"));
    QVERIFY(wire.waitForAnswers(1));
    QCOMPARE(wire.statuses(), QList<int>{200});
    QCOMPARE(wire.bodies(), QByteArrayList{"a"});
    QVERIFY(wire.received().contains("\r\nDate: "));
    QVERIFY(!wire.received().contains("Connection:"));
    wire.send(get("/now?b"));
    QVERIFY(wire.waitForAnswers(2));
    QCOMPARE(wire.bodies(), (QByteArrayList{"a", "b"}));
    QCOMPARE(plant.server.statistics().requests, 2u);
    QCOMPARE(plant.server.statistics().connections, 1u);
}

void ConnectionTest::tellsTheHandlerWhoAsks()
{
    Plant plant;
    Wire wire(plant.port);
    wire.send(post("/now", "[1]"));
    QVERIFY(wire.waitForAnswers(1));
    const Request request = plant.handler.requests().front();
    QCOMPARE(request.peer, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(request.body, "[1]");
}

void ConnectionTest::headLosesItsBodyButKeepsItsLength()
{
    Plant plant;
    Wire wire(plant.port);
    wire.send("HEAD /now?abc HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
    QVERIFY(wire.waitForClose());
    QVERIFY(wire.received().contains("Content-Length: 3\r\n"));
    QVERIFY(wire.received().endsWith("\r\n\r\n"));
}

void ConnectionTest::answersPipelinedRequestsInTheirOrder()
{
    Plant plant;
    Wire wire(plant.port);
    wire.send(get("/1") + get("/now?2") + post("/3", "[]") + get("/4") + get("/now?5"));
    QTRY_COMPARE(plant.handler.held(), 3);
    plant.handler.answerAllBackwards();
    QVERIFY(wire.waitForAnswers(5));
    QCOMPARE(wire.bodies(), (QByteArrayList{"/1", "2", "/3", "/4", "5"}));
}

void ConnectionTest::closesWhenAskedTo()
{
    Plant plant;
    Wire wire(plant.port);
    wire.send(get("/later", "Connection: close\r\n"));
    QTRY_COMPARE(plant.handler.held(), 1);
    plant.handler.answer(0);
    QVERIFY(wire.waitForClose());
    QCOMPARE(wire.bodies(), QByteArrayList{"/later"});
    QVERIFY(wire.received().contains("\r\nConnection: close\r\n"));
    QTRY_COMPARE(plant.open(), 0);
}

void ConnectionTest::closesBehindHttp10UnlessAskedToStay()
{
    Plant plant;
    Wire staying(plant.port);
    staying.send("GET /now?a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    QVERIFY(staying.waitForAnswers(1));
    QVERIFY(staying.received().contains("\r\nConnection: keep-alive\r\n"));
    staying.send("GET /now?b HTTP/1.0\r\n\r\n");
    QVERIFY(staying.waitForClose());
    QCOMPARE(staying.bodies(), (QByteArrayList{"a", "b"}));
}

void ConnectionTest::takesNothingBehindARequestToClose()
{
    Plant plant;
    Wire wire(plant.port);
    wire.send(get("/now?a", "Connection: close\r\n") + get("/now?b") + "nonsense");
    QVERIFY(wire.waitForClose());
    QCOMPARE(wire.bodies(), QByteArrayList{"a"});
    QCOMPARE(plant.handler.requests().size(), 1);
}

void ConnectionTest::offersToContinue()
{
    Plant plant;
    Wire wire(plant.port);
    wire.send("POST /now?a HTTP/1.1\r\n" + host + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QVERIFY(wire.waitForAnswers(1));
    QCOMPARE(wire.received(), "HTTP/1.1 100 Continue\r\n\r\n");
    wire.send("[]");
    QVERIFY(wire.waitForAnswers(2));
    QCOMPARE(wire.statuses(), (QList<int>{100, 200}));
}

void ConnectionTest::offersToContinueOnlyBehindTheAnswersOwed()
{
    Plant plant;
    Wire wire(plant.port);
    wire.send(get("/first") + "POST /now HTTP/1.1\r\n" + host
              + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QTRY_COMPARE(plant.handler.held(), 1);
    plant.handler.answer(0);
    QVERIFY(wire.waitForAnswers(2));
    wire.send("[]");
    QVERIFY(wire.waitForAnswers(3));
    QCOMPARE(wire.statuses(), (QList<int>{200, 100, 200}));
}

void ConnectionTest::dropsAnswersForClientsThatHaveGone()
{
    Plant plant;
    Wire gone(plant.port);
    gone.send(get("/1") + get("/2") + get("/3"));
    QTRY_COMPARE(plant.handler.held(), 3);
    gone.abort();
    plant.handler.answerAllBackwards();
    QTRY_COMPARE(plant.open(), 0);

    Wire wire(plant.port);
    wire.send(get("/now?a"));
    QVERIFY(wire.waitForAnswers(1));
}

void ConnectionTest::answersAClientThatHasFinishedSending()
{
    Plant plant;
    BlockingClient client(plant.port);
    client.sendAll(get("/1") + get("/2"));
    client.finishSending();
    QTRY_COMPARE(plant.handler.held(), 2);
    Wire other(plant.port); // both ends have had time to be seen once this one is served
    other.send(get("/now").repeated(10));
    QVERIFY(other.waitForAnswers(10));
    plant.handler.answerAllBackwards();
    const QByteArray received = client.readToEnd();
    QVERIFY(received.contains("\r\n\r\n/1HTTP/1.1 200 OK\r\n"));
    QVERIFY(received.endsWith("/2"));
}

void ConnectionTest::closesOnAClientThatEndsInsideARequest()
{
    Plant plant;
    BlockingClient client(plant.port);
    client.sendAll(post("/now", "[1]").chopped(1));
    client.finishSending();
    QCOMPARE(client.readToEnd(), QByteArray());
    QTRY_COMPARE(plant.open(), 0);
    QVERIFY(plant.handler.requests().isEmpty());
}

void ConnectionTest::answersForAHandlerThatForgets()
{
    Plant plant;
    Wire wire(plant.port);
    wire.send(get("/forget") + get("/now"));
    QVERIFY(wire.waitForAnswers(2));
    QCOMPARE(wire.statuses(), (QList<int>{500, 200}));
}

void ConnectionTest::writesLargeAnswersWhole()
{
    struct Large : RequestHandler {
        void handle(const Request &, Responder respond) override
        {
            respond({.status = 200, .headers = {}, .body = QByteArray(20 * 1024 * 1024, 'x')});
        }
    } handler;
    HttpServer server(handler);
    const quint16 port = server.listen(QHostAddress(QHostAddress::LocalHost), 0).value();
    BlockingClient client(port);
    client.sendAll(get("/", "Connection: close\r\n"));
    const QByteArray received = client.readToEnd();
    QCOMPARE(received.size() - received.indexOf("\r\n\r\n") - 4, 20 * 1024 * 1024);
}

void ConnectionTest::readsNoFurtherThanItsRequestsInFlight()
{
    Limits limits;
    limits.requestsInFlight = 2;
    Plant plant(limits);
    Wire wire(plant.port);
    QByteArrayList expected;
    for (int i = 0; i < 20; ++i) {
        expected.append('/' + QByteArray::number(i));
        wire.send(get(expected.back()));
    }
    for (int i = 0; i < 20; ++i) {
        QTRY_VERIFY(plant.handler.held() > 0);
        plant.handler.answer(0);
    }
    QVERIFY(wire.waitForAnswers(20));
    QCOMPARE(wire.bodies(), expected);
    QCOMPARE(plant.handler.mostHeld(), 2);
}

LINEWATCH_TEST(ConnectionTest)
#include "tst_connection.moc"
