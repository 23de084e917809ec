// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/servertest.h"

#include <QProcess>

#include <sys/resource.h>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype bodyLimit = 16 * 1024 * 1024;
constexpr qsizetype headerLimit = 32 * 1024;
constexpr qsizetype targetLimit = 8 * 1024;

/** One event's JSON text again and again, with ids that count up. */
QByteArray manyEvents(int count, const QString &id, const QString &machine)
{
    QByteArray body = "[";
    for (int i = 0; i < count; ++i) {
        body += i == 0 ? "" : ",";
        body += QJsonDocument(WireEvent(u"%1.%2"_s.arg(id).arg(i), machine).json())
                    .toJson(QJsonDocument::Compact);
    }
    return body + ']';
}

QByteArray chunked(const QByteArray &body, qsizetype chunk)
{
    QByteArray bytes;
    for (qsizetype at = 0; at < body.size(); at += chunk) {
        const QByteArray piece = body.mid(at, chunk);
        bytes += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    }
    return bytes + "0\r\n\r\n";
}

QByteArray gzip(const QByteArray &plain)
{
    QProcess process;
    process.start(u"gzip"_s, {u"-c"_s});
    process.write(plain);
    process.closeWriteChannel();
    process.waitForFinished();
    return process.readAllStandardOutput();
}

} // namespace

/** HTTP itself: what is refused, what is served, and the limits with their defaults. */
class HttpLimitsTest : public ServerTest {
    Q_OBJECT

private slots:
    void whatIsNoGoodRequestIsRefusedAndClosed_data();
    void whatIsNoGoodRequestIsRefusedAndClosed();

    void goodRequestsInUnusualFormAreServed_data();
    void goodRequestsInUnusualFormAreServed();

    void aBodyOfTheLimitIsReadOneByteMoreIsNot()
    {
        const QByteArray blanks(bodyLimit - 2, ' ');
        QCOMPARE(api().postRaw('[' + blanks + ']', 0).status(), 200);
        QCOMPARE(api().postRaw('[' + blanks + " ]").status(), 413);
    }

    void aLengthBeyondTheLimitIsRefusedFromTheHeaderAlone()
    {
        for (const char *length : {"16777217", "999999999999", "9223372036854775807"}) {
            HttpClient client = newRawClient();
            QVERIFY(client.connect());
            client.write("POST /events/batch HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray(length)
                         + "\r\n\r\n");
            const auto answer = client.readAnswer({"POST", "/events/batch"});
            QVERIFY2(answer && answer->status == 413, qPrintable(client.fault()));
            QVERIFY(client.waitForClosed());
        }
    }

    void aLengthBeyond64BitsIsRefused()
    {
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        client.write(
            "POST /events/batch HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\n");
        const auto answer = client.readAnswer({"POST", "/events/batch"});
        QVERIFY(answer && (answer->status == 400 || answer->status == 413));
        QVERIFY(client.waitForClosed());
    }

    void aRefusedBodyThatIsStillSentDoesNotDestroyTheAnswer()
    {
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        client.write(wireRequest({"POST", "/events/batch"}, {}, QByteArray(bodyLimit + 1, ' ')));
        const auto answer = client.readAnswer({"POST", "/events/batch"});
        QVERIFY2(answer && answer->status == 413, qPrintable(client.fault()));
    }

    void theLimitHoldsForChunks()
    {
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        client.write("POST /events/batch HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        client.write(chunked(QByteArray(bodyLimit + 1, ' '), 1024 * 1024));
        const auto answer = client.readAnswer({"POST", "/events/batch"});
        QVERIFY2(answer && answer->status == 413, qPrintable(client.fault()));
    }

    void theLimitHoldsForWhatComesOutOfGzip()
    {
        const QByteArray bomb = gzip('[' + QByteArray(bodyLimit * 4, ' ') + ']');
        QVERIFY(bomb.size() < bodyLimit / 100);
        QCOMPARE(api().postRaw(bomb, -1, {{"Content-Encoding", "gzip"}}).status(), 413);
        const QByteArray full = gzip('[' + QByteArray(bodyLimit - 2, ' ') + ']');
        QCOMPARE(api().postRaw(full, 0, {{"Content-Encoding", "gzip"}}).status(), 200);
    }

    void gzipBodiesAreRead()
    {
        const QByteArray body = gzip(QJsonDocument(QJsonArray{event()}).toJson());
        QCOMPARE(api().postRaw(body, 1, {{"Content-Encoding", "gzip"}}).outcomes(),
                 QStringList{u"ACCEPTED"_s});
        QCOMPARE(api().postRaw(body, 1, {{"content-encoding", "GZIP"}}).outcomes(),
                 QStringList{u"DEDUPED IDENTICAL"_s});
    }

    void brokenGzipIsRefused()
    {
        const QByteArray body = gzip(QJsonDocument(QJsonArray{event()}).toJson());
        QByteArray flipped = body;
        flipped[body.size() - 5] = static_cast<char>(flipped[body.size() - 5] ^ 1); // within the check sum
        for (const QByteArray &bad : {body.chopped(1), body.chopped(9), body.left(5), body + "x", flipped,
                                      QByteArray("[]"), QByteArray("")})
            QCOMPARE(api().postRaw(bad, -1, {{"Content-Encoding", "gzip"}}).status(), 400);
        QCOMPARE(api().request({"GET", "/events/" + own(u"E"_s).toUtf8()}).status(), 404);
    }

    void otherContentCodingsAreRefused()
    {
        for (const char *coding : {"br", "deflate", "gzip, gzip", "nonsense"})
            QCOMPARE(api().postRaw("[]", -1, {{"Content-Encoding", coding}}).status(), 415);
        QCOMPARE(api().postRaw("[]", 0, {{"Content-Encoding", "identity"}}).status(), 200);
    }

    void fiftyThousandEventsAreABatchOneMoreIsNot()
    {
        const BatchAnswer most = api().postRaw(manyEvents(50'000, own(u"A"_s), own(u"M"_s)), 50'000,
                                               {{"Prefer", "return=minimal"}});
        QCOMPARE(most.status(), 200);
        QCOMPARE(most.object()[u"accepted"_s].toInt(), 50'000);
        QCOMPARE(api().postRaw(manyEvents(50'001, own(u"B"_s), own(u"M"_s))).status(), 413);
        QCOMPARE(stats(TestDay, TestDay + 1)[u"eventsCount"_s].toInt(), 50'000);
    }

    void theHeaderBlockHasALimit()
    {
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        const QByteArray start = "GET /healthz HTTP/1.1\r\nHost: a\r\nX: ";
        client.write(start + QByteArray(headerLimit - start.size() - 100, 'x') + "\r\n\r\n");
        QCOMPARE(client.readAnswer({"GET", "/healthz"})->status, 200);
        client.write(start + QByteArray(headerLimit, 'x') + "\r\n\r\n");
        QCOMPARE(client.readAnswer({"GET", "/healthz"})->status, 431);
        QVERIFY(client.waitForClosed());
    }

    void manySmallHeadersHaveTheSameLimit()
    {
        QByteArray bytes = "GET /healthz HTTP/1.1\r\nHost: a\r\n";
        while (bytes.size() <= headerLimit + 100) // beyond the limit, whether the request line counts or not
            bytes += "a: b\r\n";
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        client.write(bytes);
        QCOMPARE(client.readAnswer({"GET", "/healthz"})->status, 431);
    }

    void theTargetHasALimit()
    {
        const QByteArray longest = "/healthz?" + QByteArray(targetLimit - 9, 'x');
        QCOMPARE(api().request({"GET", longest}).status(), 200);
        QCOMPARE(api().request({"GET", longest + 'x'}).status(), 414);
    }

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

    void aTooLargeBodyIsRefusedInsteadOfContinued()
    {
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        client.write("POST /events/batch HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: "
                     "16777217\r\n\r\n");
        QCOMPARE(client.readAnswer({"POST", "/events/batch"})->status, 413);
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

    void oneConnectionTooManyIsTurnedAwayAndTheOthersServe();
};

void HttpLimitsTest::whatIsNoGoodRequestIsRefusedAndClosed_data()
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

void HttpLimitsTest::whatIsNoGoodRequestIsRefusedAndClosed()
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

void HttpLimitsTest::goodRequestsInUnusualFormAreServed_data()
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

void HttpLimitsTest::goodRequestsInUnusualFormAreServed()
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

void HttpLimitsTest::oneConnectionTooManyIsTurnedAwayAndTheOthersServe()
{
    constexpr int most = 10'000;
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
    QVERIFY2(limit.rlim_max > most + 1000, "this needs a hard limit of open files above 11000");
    limit.rlim_cur = limit.rlim_max;
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &limit), 0);

    std::vector<std::unique_ptr<HttpClient>> clients;
    const auto connectOne = [&] {
        clients.push_back(std::make_unique<HttpClient>(server().port(), contract()));
        return clients.back()->connect();
    };
    while (clients.size() < most)
        QVERIFY(connectOne());
    // Each of them is taken in once the last one was answered.
    clients.back()->write(wireRequest({"GET", "/healthz"}));
    QCOMPARE(clients.back()->readAnswer({"GET", "/healthz"})->status, 200);

    QVERIFY(connectOne());
    const std::optional<HttpAnswer> answer = clients.back()->readAnswer({});
    QVERIFY2(answer, qPrintable(clients.back()->fault()));
    QCOMPARE(answer->status, 503);
    QVERIFY(answer->header("Retry-After"));
    QVERIFY(clients.back()->waitForClosed());

    clients.front()->write(wireRequest({"GET", "/healthz"}));
    QCOMPARE(clients.front()->readAnswer({"GET", "/healthz"})->status, 200);
    clients.clear();
    // Once they are gone there is room again.
    QTRY_COMPARE(newClient().get(u"/healthz"_s).status(), 200);
}

QTEST_GUILESS_MAIN(HttpLimitsTest)
#include "tst_httplimits.moc"
