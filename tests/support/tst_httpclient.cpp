// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/testprogram.h"

#include <QTcpServer>
#include <QTest>

#include <future>
#include <thread>

using namespace linewatch::test;

namespace {

/** Answers each of its connections, one after another, with the bytes given for it, then closes. */
class CannedServer
{
public:
    explicit CannedServer(const QList<QByteArray> &answers)
    {
        std::promise<quint16> port;
        std::future<quint16> bound = port.get_future();
        m_thread = std::thread([this, answers, &port] {
            QTcpServer server;
            server.listen(QHostAddress::LocalHost);
            port.set_value(server.serverPort());
            for (const QByteArray &answer : answers)
                serve(server, answer);
        });
        m_port = bound.get();
    }
    ~CannedServer() { m_thread.join(); }

    quint16 port() const { return m_port; }

private:
    static void serve(QTcpServer &server, const QByteArray &answer)
    {
        server.waitForNewConnection(-1);
        const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
        for (QByteArray request; !request.contains("\r\n\r\n");) {
            socket->waitForReadyRead(-1);
            request += socket->readAll();
        }
        socket->write(answer);
        socket->disconnectFromHost();
        if (socket->state() != QAbstractSocket::UnconnectedState)
            socket->waitForDisconnected(-1);
    }

    std::thread m_thread;
    quint16 m_port = 0;
};

QByteArray json(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

class HttpClientTest : public QObject
{
    Q_OBJECT

private slots:
    void readsPipelinedAnswersOneByOneAndSeesTheEnd()
    {
        ContractCheck contract;
        const CannedServer server({json(R"({"status":"ok"})") + json(R"({"status":"ready"})")});
        HttpClient client(server.port(), contract);
        QVERIFY(client.connect());
        QVERIFY(client.write(wireRequest({"GET", "/healthz"})));
        QCOMPARE(client.readAnswer({"GET", "/healthz"})->body, R"({"status":"ok"})");
        QVERIFY(!client.waitForClosed()); // something is still to be read
        QCOMPARE(client.readAnswer({"GET", "/readyz"})->body, R"({"status":"ready"})");
        QVERIFY(client.waitForClosed());
        QVERIFY(!client.readAnswer({"GET", "/readyz"}));
        QCOMPARE(contract.take(), QStringList());
    }

    void everyAnswerIsHeldAgainstTheContract()
    {
        ContractCheck contract;
        const CannedServer server({json(R"({"status":"fine"})")});
        ApiClient api(server.port(), contract);
        QCOMPARE(api.get(QStringLiteral("/healthz")).status(), 200);
        QVERIFY(!contract.take().isEmpty());
        QVERIFY(contract.take().isEmpty());
    }

    void bytesThatAreNoHttpAreAViolation()
    {
        ContractCheck contract;
        const CannedServer server({"HELLO\r\n\r\n"});
        ApiClient api(server.port(), contract);
        QCOMPARE(api.get(QStringLiteral("/healthz")).status(), 0);
        QCOMPARE(contract.take().size(), 1);
    }

    void aClosedConnectionIsRenewed()
    {
        ContractCheck contract;
        const CannedServer server({json(R"({"status":"ok"})"), json(R"({"status":"ok"})")});
        ApiClient api(server.port(), contract);
        QCOMPARE(api.get(QStringLiteral("/healthz")).status(), 200);
        QCOMPARE(api.get(QStringLiteral("/healthz")).status(), 200);
        QCOMPARE(contract.take(), QStringList());
    }

    void countsThatDoNotAddUpAreAViolation()
    {
        ContractCheck contract;
        const CannedServer server({json(
            R"({"accepted":1,"deduped":0,"updated":0,"rejected":0,"rejections":[],"results":[{"index":0,"eventId":"E","status":"ACCEPTED"}]})")});
        ApiClient api(server.port(), contract);
        const BatchAnswer answer = api.postRaw("[{},{}]", 2);
        QCOMPARE(answer.outcomes(), QStringList{QStringLiteral("ACCEPTED")});
        QCOMPARE(contract.take(), QStringList{QStringLiteral("2 elements, but the counts add up to 1")});
    }

    void followsTheCursorToTheEnd()
    {
        ContractCheck contract;
        const QByteArray item =
            R"({"receivedTime":"2026-01-15T10:00:00Z","reason":"MALFORMED_EVENT","sender":"127.0.0.1","raw":"1"})";
        const CannedServer server({json(R"({"items":[)" + item + R"(],"nextCursor":"a b"})"),
                                   json(R"({"items":[)" + item + R"(],"nextCursor":null})")});
        ApiClient api(server.port(), contract);
        QCOMPARE(api.getAllItems(QStringLiteral("/rejections"), {}).size(), 2);
        QCOMPARE(contract.take(), QStringList());
    }

    void queriesAreEscaped()
    {
        QCOMPARE(target(QStringLiteral("/stats"), {{QStringLiteral("a"), QStringLiteral("1+2&ü")}}),
                 "/stats?a=1%2B2%26%C3%BC");
    }
};

LINEWATCH_TEST(HttpClientTest)
#include "tst_httpclient.moc"
