// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/servertest.h"
#include "support/testprogram.h"

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** HTTP itself: which bytes are a request, and what becomes of a connection. */
class HttpWireTest : public ServerTest
{
    Q_OBJECT

private slots:
    void whatIsNoGoodRequestIsRefusedAndClosed_data();
    void whatIsNoGoodRequestIsRefusedAndClosed();

    void goodRequestsInUnusualFormAreServed_data();
    void goodRequestsInUnusualFormAreServed();

    void pipelinedRequestsAreAnsweredInOrder()
    {
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        const QByteArray batch = QJsonDocument(QJsonArray{event()}).toJson();
        const RequestLine post{"POST", "/events/batch"};
        const RequestLine read{"GET", "/events/" + own(u"E"_s).toUtf8()};
        QByteArray all;
        for (int i = 0; i < 50; ++i)
            all += wireRequest(post, {}, batch) + wireRequest({"GET", "/healthz"})
                + wireRequest({"HEAD", "/healthz"}) + wireRequest({"GET", "/nowhere"});
        client.write(all);
        for (int i = 0; i < 50; ++i) {
            const auto first = client.readAnswer(post);
            QVERIFY2(first, qPrintable(client.fault()));
            QVERIFY(first->body.contains(i == 0 ? "ACCEPTED" : "IDENTICAL"));
            QCOMPARE(client.readAnswer({"GET", "/healthz"})->status, 200);
            QCOMPARE(client.readAnswer({"HEAD", "/healthz"})->status, 200);
            QCOMPARE(client.readAnswer({"GET", "/nowhere"})->status, 404);
        }
        client.write(wireRequest(read));
        QCOMPARE(client.readAnswer(read)->status, 200);
    }

    void whatIsAskedBeforeARefusalIsStillAnswered()
    {
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        client.write(wireRequest({"POST", "/events/batch"}, {}, "[]") + "nonsense\r\n\r\n"
                     + wireRequest({"GET", "/healthz"}));
        QCOMPARE(client.readAnswer({"POST", "/events/batch"})->status, 200);
        QCOMPARE(client.readAnswer({})->status, 400);
        QVERIFY(client.waitForClosed());
    }

    void connectionsAreKeptUnlessAskedToClose()
    {
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        client.write(wireRequest({"GET", "/healthz"}));
        QVERIFY(!client.readAnswer({"GET", "/healthz"})->closes());
        client.write(wireRequest({"GET", "/healthz"}, {{"Connection", "close"}}));
        QVERIFY(client.readAnswer({"GET", "/healthz"})->closes());
        QVERIFY(client.waitForClosed());
    }

    void http10IsServedAndClosedUnlessAskedToKeep()
    {
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        client.write("GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        QCOMPARE(client.readAnswer({"GET", "/healthz"})->status, 200);
        client.write("GET /healthz HTTP/1.0\r\n\r\n");
        QCOMPARE(client.readAnswer({"GET", "/healthz"})->status, 200);
        QVERIFY(client.waitForClosed());
    }

    void continueIsSaidWhenItIsAskedFor()
    {
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        client.write(
            "POST /events/batch HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QCOMPARE(client.readAnswer({"POST", "/events/batch"})->status, 100);
        client.write("[]");
        QCOMPARE(client.readAnswer({"POST", "/events/batch"})->status, 200);
    }

    void whatComesInSingleBytesIsReadAsOne()
    {
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        const QByteArray bytes = wireRequest(
            {"POST", "/events/batch"}, {}, QJsonDocument(QJsonArray{event()}).toJson(QJsonDocument::Compact));
        for (const char byte : bytes)
            QVERIFY(client.write(QByteArray(1, byte)));
        QVERIFY(client.readAnswer({"POST", "/events/batch"})->body.contains("ACCEPTED"));
    }

    void aRequestThatEndsEarlyStoresNothing()
    {
        const QByteArray body = QJsonDocument(QJsonArray{event()}).toJson(QJsonDocument::Compact);
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        client.write(wireRequest({"POST", "/events/batch"}, {}, body).chopped(1));
        client.finishWriting();
        const auto answer = client.readAnswer({"POST", "/events/batch"});
        QVERIFY(!answer || answer->status == 400);
        QCOMPARE(api().request({"GET", "/events/" + own(u"E"_s).toUtf8()}).status(), 404);
    }
};

void HttpWireTest::whatIsNoGoodRequestIsRefusedAndClosed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status = 400) {
        QTest::newRow(name) << bytes << status;
    };
    const QByteArray post = "POST /events/batch HTTP/1.1\r\nHost: a\r\n";
    row("length and chunked", post + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("chunked and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n0\r\n\r\n");
    row("two equal lengths", post + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n[]");
    row("two lengths", post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n[]");
    row("list of lengths", post + "Content-Length: 2, 2\r\n\r\n[]");
    row("signed length", post + "Content-Length: +2\r\n\r\n[]");
    row("negative length", post + "Content-Length: -2\r\n\r\n[]");
    row("hexadecimal length", post + "Content-Length: 0x2\r\n\r\n[]");
    row("fraction of a length", post + "Content-Length: 2.0\r\n\r\n[]");
    row("length with a blank", post + "Content-Length: 2 2\r\n\r\n[]");
    row("empty length", post + "Content-Length:\r\n\r\n[]");
    row("other coding", post + "Transfer-Encoding: gzip\r\n\r\n");
    row("chunked not last", post + "Transfer-Encoding: chunked, gzip\r\n\r\n");
    row("chunked twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("almost chunked", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n");
    row("bad chunk size", post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n");
    row("signed chunk size", post + "Transfer-Encoding: chunked\r\n\r\n+2\r\n[]\r\n0\r\n\r\n");
    row("chunk without its end", post + "Transfer-Encoding: chunked\r\n\r\n2\r\n[]0\r\n\r\n");
    row("chunk with bare LF", post + "Transfer-Encoding: chunked\r\n\r\n2\n[]\r\n0\r\n\r\n");
    row("endless chunk size", post + "Transfer-Encoding: chunked\r\n\r\n" + QByteArray(20, 'f') + "\r\n");
    row("bare LF after the request line", "GET /healthz HTTP/1.1\nHost: a\r\n\r\n");
    row("bare LF after a header", "GET /healthz HTTP/1.1\r\nHost: a\nA: b\r\n\r\n");
    row("bare LF at the end", "GET /healthz HTTP/1.1\r\nHost: a\r\n\n");
    row("all bare LF", "GET /healthz HTTP/1.1\nHost: a\n\n");
    row("bare CR in a header", "GET /healthz HTTP/1.1\r\nHost: a\r\nA: b\rc\r\n\r\n");
    row("bare CR after the request line", "GET /healthz HTTP/1.1\rHost: a\r\n\r\n");
    row("NUL in a header", QByteArray("GET /healthz HTTP/1.1\r\nHost: a\r\nA: b\0c\r\n\r\n", 43));
    row("NUL in the target", QByteArray("GET /heal\0thz HTTP/1.1\r\nHost: a\r\n\r\n", 36));
    row("folded header", "GET /healthz HTTP/1.1\r\nHost: a\r\nA: b\r\n c\r\n\r\n");
    row("header folded with a tab", "GET /healthz HTTP/1.1\r\nHost: a\r\nA: b\r\n\tc\r\n\r\n");
    row("blank before a colon", "GET /healthz HTTP/1.1\r\nHost: a\r\nA : b\r\n\r\n");
    row("blank before Host's colon", "GET /healthz HTTP/1.1\r\nHost : a\r\n\r\n");
    row("header without colon", "GET /healthz HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n");
    row("header without name", "GET /healthz HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n");
    row("blank first header line", "GET /healthz HTTP/1.1\r\n Host: a\r\n\r\n");
    row("no Host", "GET /healthz HTTP/1.1\r\n\r\n");
    row("two Hosts", "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n");
    row("garbage", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n");
    row("one word", "nonsense\r\n\r\n");
    row("no version", "GET /healthz\r\n\r\n");
    row("another protocol", "GET /healthz FTP/1.1\r\nHost: a\r\n\r\n");
    row("version in small letters", "GET /healthz http/1.1\r\nHost: a\r\n\r\n");
    row("no target", "GET  HTTP/1.1\r\nHost: a\r\n\r\n");
    row("target that is no path", "GET healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    row("method that is no word", "G{}T /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    row("HTTP/2.0", "GET /healthz HTTP/2.0\r\nHost: a\r\n\r\n", 505);
    row("unknown method", "BREW /healthz HTTP/1.1\r\nHost: a\r\n\r\n", 501);
    row("method in small letters", "get /healthz HTTP/1.1\r\nHost: a\r\n\r\n", 501);
}

void HttpWireTest::whatIsNoGoodRequestIsRefusedAndClosed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    HttpClient client = newRawClient();
    QVERIFY(client.connect());
    client.write(bytes);
    const std::optional<HttpAnswer> answer = client.readAnswer({});
    QVERIFY2(answer, qPrintable(client.fault()));
    QCOMPARE(answer->status, status);
    QVERIFY(answer->closes());
    QVERIFY(client.waitForClosed());
}

void HttpWireTest::goodRequestsInUnusualFormAreServed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    const auto row = [](const char *name, const QByteArray &bytes) {
        const QList<QByteArray> words = bytes.trimmed().split(' ');
        QTest::newRow(name) << bytes << words[0] << words[1];
    };
    const QByteArray post = "POST /events/batch HTTP/1.1\r\nHost: a\r\n";
    row("header names in any case", "GET /healthz HTTP/1.1\r\nhOsT: a\r\n\r\n");
    row("no blank after the colon", "GET /healthz HTTP/1.1\r\nHost:a\r\n\r\n");
    row("blanks around a value", "GET /healthz HTTP/1.1\r\nHost: \t a \t \r\n\r\n");
    row("empty header value", "GET /healthz HTTP/1.1\r\nHost: a\r\nA:\r\n\r\n");
    row("Host with a port", "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n\r\n");
    row("Latin-1 in a value", "GET /healthz HTTP/1.1\r\nHost: a\r\nA: \xe9\r\n\r\n");
    row("HTTP/1.0 without Host", "GET /healthz HTTP/1.0\r\n\r\n");
    row("query", "GET /healthz?a=b&c HTTP/1.1\r\nHost: a\r\n\r\n");
    row("GET with a body", "GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
    row("chunks", post + "Transfer-Encoding: chunked\r\n\r\n1\r\n[\r\n1\r\n]\r\n0\r\n\r\n");
    row("chunk sizes with zeros and capitals",
        post + "Transfer-Encoding: Chunked\r\n\r\n00A\r\n[        ]\r\n0\r\n\r\n");
    row("chunk extension", post + "Transfer-Encoding: chunked\r\n\r\n2;a=b\r\n[]\r\n0\r\n\r\n");
    row("trailer", post + "Transfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\nA: b\r\n\r\n");
    row("length with zeros", post + "Content-Length: 0002\r\n\r\n[]");
    row("another media type", post + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n[]");
}

void HttpWireTest::goodRequestsInUnusualFormAreServed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    HttpClient client = newRawClient();
    QVERIFY(client.connect());
    client.write(bytes);
    const std::optional<HttpAnswer> answer = client.readAnswer({method, target});
    QVERIFY2(answer, qPrintable(client.fault()));
    QVERIFY2(answer->status == 200, answer->body.constData());
}

LINEWATCH_TEST(HttpWireTest)
#include "tst_httpwire.moc"
