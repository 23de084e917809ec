// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/reading.h"
#include "http/requestpieces.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch::http;
using namespace linewatch::test;
using Stage = RequestParser::Stage;

namespace {

Limits smallLimits()
{
    Limits limits;
    limits.bodyBytes = 64;
    limits.headerBytes = 128;
    limits.targetBytes = 32;
    return limits;
}

} // namespace

/** What the parser refuses, and with which status. */
class RequestRefusalTest : public QObject
{
    Q_OBJECT

private slots:
    void refusesWhatIsNoHttp_data();
    void refusesWhatIsNoHttp();
    void meetsEachLimitExactly_data();
    void meetsEachLimitExactly();
    void refusesForGood();
    void refusesALengthFromTheHeadAlone();

private:
    static void add(const char *name, const QByteArray &wire, int status)
    {
        QTest::newRow(name) << wire << status;
    }
};

void RequestRefusalTest::refusesWhatIsNoHttp_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<int>("status");
    const QByteArray end = "\r\n";

    add("a TLS handshake", QByteArray("\x16\x03\x01\x02\x00", 5), 400);
    add("prose", "hello world\r\n", 400);
    add("bytes beyond ASCII", "\xc3\xa4", 400);
    add("a blank first", " GET / HTTP/1.1\r\n", 400);
    add("two blank lines first", "\r\n\r\n" + get + host + end, 400);
    add("HTTP/0.9", "GET /\r\n", 400);
    add("no target", "GET HTTP/1.1\r\n", 400);
    add("two blanks before the target", "GET  / HTTP/1.1\r\n", 400);
    add("two blanks after the target", "GET /  HTTP/1.1\r\n", 400);
    add("a blank after the version", "GET / HTTP/1.1 \r\n", 400);
    add("a tab between", "GET\t/ HTTP/1.1\r\n", 400);
    add("a blank in the target", "GET /a b HTTP/1.1\r\n", 400);
    add("a fragment", "GET /a#b HTTP/1.1\r\n" + host + end, 400);
    add("a target beyond ASCII", "GET /\xc3\xa4 HTTP/1.1\r\n", 400);
    add("a target without slash", "GET stats HTTP/1.1\r\n", 400);
    add("an asterisk", "OPTIONS * HTTP/1.1\r\n", 400);
    add("an address without host", "GET http:///stats HTTP/1.1\r\n", 400);
    add("another protocol", "GET / HTCPCP/1.0\r\n", 400);
    add("a version without dot", "GET / HTTP/11\r\n", 400);
    add("lower-case http", "GET / http/1.1\r\n", 400);
    add("HTTP/2.0", "GET / HTTP/2.0\r\n" + host + end, 505);
    add("the HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    add("HTTP/1.2", "GET / HTTP/1.2\r\n" + host + end, 505);
    add("HTTP/0.9 with its name", "GET / HTTP/0.9\r\n" + end, 505);

    add("an unknown method", "BREW /pot HTTP/1.1\r\n" + host + end, 501);
    add("a method of WebDAV", "PROPFIND / HTTP/1.1\r\n" + host + end, 501);
    add("CONNECT", "CONNECT plant:80 HTTP/1.1\r\n" + host + end, 501);
    add("TRACE", "TRACE / HTTP/1.1\r\n" + host + end, 501);
    add("a lower-case method", "get / HTTP/1.1\r\n" + host + end, 501);
    add("an endless method", QByteArray(33, 'A'), 501);
    add("a method with a bracket", "GE[T / HTTP/1.1\r\n", 400);

    add("LF after the request line", "GET / HTTP/1.1\n" + host + end, 400);
    add("LF after a header", get + "Host: plant\n" + end, 400);
    add("LF for the blank line", get + host + "\n", 400);
    add("CR in the request line", "GET /\rstats HTTP/1.1\r\n", 400);
    add("CR in a header", get + host + "A: b\rc\r\n", 400);
    add("two CRs", get + "Host: plant\r\r\n", 400);
    add("NUL in the request line", QByteArray("GET /\0", 6), 400);
    add("NUL in a header", get + host + QByteArray("A: b\0c\r\n", 8), 400);
    add("a control character in a header", get + host + "A: b\x01\r\n", 400);
    add("a folded header", get + host + "A: b\r\n c\r\n", 400);
    add("a header folded by a tab", get + host + "A: b\r\n\tc\r\n", 400);
    add("a blank before the first header", get + " A: b\r\n", 400);
    add("a blank before the colon", get + "Host : plant\r\n", 400);
    add("a tab before the colon", get + "Host\t: plant\r\n", 400);
    add("a header without name", get + host + ": b\r\n" + end, 400);
    add("a header without colon", get + host + "nonsense\r\n", 400);
    add("a header name beyond ASCII", get + host + "\xc3\xa4: b\r\n", 400);

    add("no Host", get + end, 400);
    add("two Hosts", get + host + host + end, 400);
    add("two Hosts in HTTP/1.0", "GET / HTTP/1.0\r\n" + host + host + end, 400);
    add("a Host with a path", get + "Host: plant/stats\r\n" + end, 400);
    add("a Host with a blank", get + "Host: a b\r\n" + end, 400);
    add("a Host list", get + "Host: a,b\r\n" + end, 400);

    add("Content-Length twice", post + "Content-Length: 1\r\nContent-Length: 1\r\n" + end + "a", 400);
    add("two Content-Lengths", post + "Content-Length: 1\r\nContent-Length: 2\r\n" + end + "a", 400);
    add("a Content-Length list", post + "Content-Length: 1, 1\r\n" + end + "a", 400);
    add("a signed Content-Length", post + "Content-Length: +1\r\n" + end + "a", 400);
    add("a negative Content-Length", post + "Content-Length: -1\r\n" + end + "a", 400);
    add("a hexadecimal Content-Length", post + "Content-Length: 0x1\r\n" + end + "a", 400);
    add("a Content-Length with a fraction", post + "Content-Length: 1.0\r\n" + end + "a", 400);
    add("an empty Content-Length", post + "Content-Length:\r\n" + end + "a", 400);
    add("a Content-Length in two words", post + "Content-Length: 1 1\r\n" + end + "a", 400);
    add("a Content-Length beyond 64 bits", post + "Content-Length: 18446744073709551616\r\n" + end, 400);
    add("the largest Content-Length", post + "Content-Length: 18446744073709551615\r\n" + end, 413);

    add("length and chunks", post + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n" + end, 400);
    add("chunks and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n" + end, 400);
    add("another transfer coding", post + "Transfer-Encoding: gzip\r\n" + end, 400);
    add("a transfer coding before chunked", post + "Transfer-Encoding: gzip, chunked\r\n" + end, 400);
    add("chunked not last", post + "Transfer-Encoding: chunked, gzip\r\n" + end, 400);
    add("chunked twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n" + end, 400);
    add("a misspelt chunked", post + "Transfer-Encoding: xchunked\r\n" + end, 400);
    add("a quoted chunked", post + "Transfer-Encoding: \"chunked\"\r\n" + end, 400);
    add("an empty transfer coding", post + "Transfer-Encoding:\r\n" + end, 400);
    add("identity as a transfer coding", post + "Transfer-Encoding: identity\r\n" + end, 400);
    add("chunks in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n" + end, 400);

    add("a chunk size that is no number", chunked + "g\r\n", 400);
    add("a chunk size with prefix", chunked + "0x1\r\na\r\n", 400);
    add("a signed chunk size", chunked + "+1\r\na\r\n", 400);
    add("an empty chunk size", chunked + "\r\n", 400);
    add("a blank before a chunk size", chunked + " 1\r\na\r\n", 400);
    add("a blank after a chunk size", chunked + "1 \r\na\r\n", 400);
    add("a chunk size beyond 64 bits", chunked + "10000000000000000\r\n", 400);
    add("the largest chunk size", chunked + "ffffffffffffffff\r\n", 413);
    add("a chunk longer than it says", chunked + "1\r\nab\r\n", 400);
    add("a chunk that ends with LF", chunked + "1\r\na\n", 400);
    add("a chunk size that ends with LF", chunked + "1\na\r\n", 400);
    add("a chunk size that ends with CR", chunked + "1\ra\r\n", 400);
    add("an empty chunk extension", chunked + "1;\r\na\r\n", 400);
    add("a folded trailer", chunked + "0\r\nA: b\r\n c\r\n\r\n", 400);
    add("a trailer with a blank before the colon", chunked + "0\r\nA : b\r\n\r\n", 400);
    add("a trailer that ends with LF", chunked + "0\r\nA: b\n\r\n", 400);

    add("another content coding", post + "Content-Encoding: br\r\nContent-Length: 1\r\n" + end, 415);
    add("two content codings", post + "Content-Encoding: gzip, gzip\r\nContent-Length: 1\r\n" + end, 415);
    add("another expectation", post + "Expect: a-miracle\r\nContent-Length: 1\r\n" + end, 417);

    const QByteArray gzip = "Content-Encoding: gzip\r\n";
    QByteArray wrongSum = gzipped("[1]");
    wrongSum[wrongSum.size() - 5] = static_cast<char>(wrongSum[wrongSum.size() - 5] ^ 1);
    add("no gzip", posted("[1]", gzip), 400);
    add("gzip cut off", posted(gzipped("[1]").chopped(1), gzip), 400);
    add("gzip cut off in its header", posted(gzipped("[1]").first(5), gzip), 400);
    add("gzip with a wrong sum", posted(wrongSum, gzip), 400);
    add("bytes after gzip", posted(gzipped("[1]") + "x", gzip), 400);
    add("zeros after gzip", posted(gzipped("[1]") + QByteArray(4, '\0'), gzip), 400);
    add("a second member cut off", posted(gzipped("[1") + gzipped("]").chopped(3), gzip), 400);
}

void RequestRefusalTest::refusesWhatIsNoHttp()
{
    QFETCH(const QByteArray, wire);
    QFETCH(const int, status);
    const Reading reading = readEveryWay(wire, {});
    QCOMPARE(reading.refusedWith, status);
    QVERIFY(reading.requests.isEmpty());
    QVERIFY(!reading.refusal.isEmpty());
}

void RequestRefusalTest::meetsEachLimitExactly_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<int>("status");
    const QByteArray target(smallLimits().targetBytes - 1, 'a');
    add("the longest target", "GET /" + target + " HTTP/1.1\r\n" + host + "\r\n", 0);
    add("a longer target", "GET /a" + target, 414);

    const QByteArray filler(smallLimits().headerBytes - host.size() - 7, 'a'); // and A: CRLF CRLF
    add("the largest head", get + host + "A: " + filler + "\r\n\r\n", 0);
    add("a larger head", get + host + "A: a" + filler + "\r\n\r\n", 431);
    add("an endless header", get + "A: " + filler + filler, 431);
    add("headers without end", get + QByteArray("A: b\r\n").repeated(30), 431);

    const QByteArray body(smallLimits().bodyBytes, 'a');
    add("the largest body", posted(body), 0);
    add("a larger body", posted(body + "a"), 413);
    add("the largest chunk", chunked + chunk(body) + "0\r\n\r\n", 0);
    add("a larger chunk", chunked + "41\r\n", 413);
    add("chunks up to the limit", chunked + chunk(body.first(60)) + chunk("aaaa") + "0\r\n\r\n", 0);
    add("chunks beyond the limit", chunked + chunk(body.first(60)) + "5\r\n", 413);
    const QByteArray gzip = "Content-Encoding: gzip\r\n";
    add("the largest gzip", posted(gzipped(body), gzip), 0);
    add("a larger gzip", posted(gzipped(body + "a"), gzip), 413);
    add("a gzip bomb", posted(gzipped(QByteArray(1'000'000, 'a')).first(60), gzip), 413);
    const QByteArray empty = gzipped({});
    add("empty members without end",
        post + gzip + "Transfer-Encoding: chunked\r\n\r\n" + QByteArray(chunk(empty)).repeated(10), 413);

    add("padded chunk sizes", chunked + QByteArray(16 + smallLimits().headerBytes, '0'), 431);
    add("long chunk extensions", chunked + "1;" + QByteArray(2 * smallLimits().headerBytes, 'a'), 431);
    add("many chunk extensions", chunked + QByteArray("1;aaaaaaaaaaaaaaaaaaaaaaa\r\na\r\n").repeated(20),
        431);
    add("large trailers", chunked + "0\r\nA: " + QByteArray(smallLimits().headerBytes, 'a'), 431);
}

void RequestRefusalTest::meetsEachLimitExactly()
{
    QFETCH(const QByteArray, wire);
    QFETCH(const int, status);
    const Reading reading = readEveryWay(wire, smallLimits());
    QCOMPARE(reading.refusedWith, status);
    QCOMPARE(reading.requests.size(), status == 0 ? 1 : 0);
}

void RequestRefusalTest::refusesForGood()
{
    const Limits limits;
    RequestParser parser(limits);
    parser.feed("nonsense\r\n");
    QCOMPARE(parser.stage(), Stage::Refused);
    const QString why = parser.refusal().detail;
    QCOMPARE(parser.feed(get + host + "\r\n"), 0);
    QCOMPARE(parser.stage(), Stage::Refused);
    QCOMPARE(parser.refusal().detail, why);
}

void RequestRefusalTest::refusesALengthFromTheHeadAlone()
{
    const QByteArray head = post + "Expect: 100-continue\r\nContent-Length: 16777217\r\n\r\n";
    QCOMPARE(readEveryWay(head, {}).refusedWith, 413);
}

LINEWATCH_TEST(RequestRefusalTest)
#include "tst_requestrefusals.moc"
