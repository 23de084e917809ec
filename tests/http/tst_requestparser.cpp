// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/reading.h"
#include "http/requestpieces.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch::http;
using namespace linewatch::test;
using Stage = RequestParser::Stage;

class RequestParserTest : public QObject
{
    Q_OBJECT

private slots:
    void acceptsWhatIsAllowed_data();
    void acceptsWhatIsAllowed();
    void readsEveryPartOfARequest();
    void readsPipelinedRequestsOneAtATime();
    void remembersWhetherTheConnectionStays_data();
    void remembersWhetherTheConnectionStays();
    void tellsItsStage();
    void wantsContinueUntilTheBodyBegins();
    void doesNotKeepTrailers();
};

void RequestParserTest::acceptsWhatIsAllowed_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &wire, const QByteArray &body = {}) {
        QTest::newRow(name) << wire << body;
    };
    const QByteArray end = "\r\n";
    row("a plain GET", get + host + end);
    row("a blank line first", "\r\n" + get + host + end);
    row("an empty Host", get + "Host:\r\n" + end);
    row("a Host with port", get + "Host: [::1]:8080\r\n" + end);
    row("HTTP/1.0 without Host", "GET / HTTP/1.0\r\n" + end);
    row("a whole address", "GET http://plant/stats?a=b HTTP/1.1\r\n" + host + end);
    row("a whole address without path", "GET HTTP://plant HTTP/1.1\r\n" + host + end);
    row("an address in the query", "GET /stats?u=http://a/ HTTP/1.1\r\n" + host + end);
    row("PUT, for the router to judge", "PUT / HTTP/1.1\r\n" + host + end);
    row("an empty header", get + host + "A:\r\n" + end);
    row("a header beyond ASCII", get + host + "A: \xc3\xa4\r\n" + end);
    row("a tab in a header", get + host + "A: b\tc\r\n" + end);
    row("an offer to upgrade", get + host + "Connection: Upgrade\r\nUpgrade: h2c\r\n" + end);
    row("POST without a length", post + end);
    row("length zero", post + "Content-Length: 0\r\n" + end);
    row("a body", posted("[1]"), "[1]");
    row("a body that looks like requests", posted(get + host + end), get + host + end);
    row("a length with leading zeros", post + "Content-Length: 003\r\n" + end + "[1]", "[1]");
    row("a length with a blank behind", post + "Content-Length: 3 \r\n" + end + "[1]", "[1]");
    row("a GET with a body", get + host + "Content-Length: 1\r\n\r\na", "a");
    row("chunks", chunked + chunk("[1,") + chunk("2]") + "0\r\n\r\n", "[1,2]");
    row("an empty chunked body", chunked + "0\r\n\r\n");
    row("a chunk size in capitals", chunked + "A\r\n0123456789\r\n0\r\n\r\n", "0123456789");
    row("a chunk size with leading zeros", chunked + "0001\r\na\r\n000\r\n\r\n", "a");
    row("a chunk of line ends", chunked + chunk("\n\r\r\n") + "0\r\n\r\n", "\n\r\r\n");
    row("chunk extensions", chunked + "1;a=\"b;c\";d=e\r\na\r\n0;f\r\n\r\n", "a");
    row("CHUNKED", post + "Transfer-Encoding: Chunked\r\n\r\n" + chunk("a") + "0\r\n\r\n", "a");
    row("identity", posted("[1]", "Content-Encoding: identity\r\n"), "[1]");
    row("gzip", posted(gzipped("[1,2,3]"), "Content-Encoding: gzip\r\n"), "[1,2,3]");
    row("x-gzip", posted(gzipped("[1]"), "Content-Encoding: X-GZIP\r\n"), "[1]");
    row("gzip in two members", posted(gzipped("[1,") + gzipped("2]"), "Content-Encoding: gzip\r\n"), "[1,2]");
    row("gzip of much", posted(gzipped(QByteArray(100'000, 'a')), "Content-Encoding: gzip\r\n"),
        QByteArray(100'000, 'a'));
    row("gzip of exactly a block", posted(gzipped(QByteArray(16'384, 'a')), "Content-Encoding: gzip\r\n"),
        QByteArray(16'384, 'a'));
    const QByteArray packed = gzipped("[1,2,3]");
    row("gzip in chunks",
        post + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk(packed.first(9))
            + chunk(packed.sliced(9)) + "0\r\n\r\n",
        "[1,2,3]");
}

void RequestParserTest::acceptsWhatIsAllowed()
{
    QFETCH(const QByteArray, wire);
    QFETCH(const QByteArray, body);
    const Reading reading = readEveryWay(wire, {});
    QCOMPARE(reading.refusal, QString());
    QCOMPARE(reading.requests.size(), 1);
    QCOMPARE(reading.requests.front().request.body, body);
    QCOMPARE(reading.end, Stage::Idle);
}

void RequestParserTest::readsEveryPartOfARequest()
{
    const Reading reading = readWhole("POST http://plant:80/events/E%2F1?a=%20b&c HTTP/1.1\r\nhost: plant\r\n"
                                      "X-Two:  one \t\r\nx-two: two\r\nContent-Length: 2\r\n\r\n{}");
    QCOMPARE(reading.requests.size(), 1);
    const Request &request = reading.requests.front().request;
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.path, "/events/E%2F1");
    QCOMPARE(request.query, "a=%20b&c");
    QCOMPARE(request.headers.value("Host").value(), "plant");
    QCOMPARE(request.headers.joined("x-TWO"), "one, two");
    QCOMPARE(request.body, "{}");
}

void RequestParserTest::readsPipelinedRequestsOneAtATime()
{
    const QByteArray first = posted("[1]");
    const QByteArray wire = first + get + host + "\r\n" + chunked + chunk("[2]") + "0\r\n\r\n";
    const Limits limits;
    RequestParser parser(limits);
    QCOMPARE(parser.feed(wire), first.size());
    QCOMPARE(parser.stage(), Stage::Complete);
    QCOMPARE(parser.feed(wire), 0);

    const Reading reading = readEveryWay(wire, limits);
    QCOMPARE(reading.requests.size(), 3);
    QCOMPARE(reading.requests[1].request.method, "GET");
    QCOMPARE(reading.requests[1].request.body, QByteArray());
    QCOMPARE(reading.requests[2].request.body, "[2]");
}

void RequestParserTest::remembersWhetherTheConnectionStays_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<bool>("stays");
    QTest::newRow("HTTP/1.1") << get + host + "\r\n" << true;
    QTest::newRow("close") << get + host + "Connection: close\r\n\r\n" << false;
    QTest::newRow("Close in a list") << get + host + "Connection: TE, Close\r\n\r\n" << false;
    QTest::newRow("close and keep-alive")
        << get + host + "Connection: close\r\nConnection: keep-alive\r\n\r\n"
        << false;
    QTest::newRow("another word") << get + host + "Connection: closed\r\n\r\n" << true;
    QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
    QTest::newRow("HTTP/1.0 asking") << QByteArray("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n")
                                     << true;
    QTest::newRow("HTTP/1.0 asking for both")
        << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive, close\r\n\r\n") << false;
}

void RequestParserTest::remembersWhetherTheConnectionStays()
{
    QFETCH(const QByteArray, wire);
    QFETCH(const bool, stays);
    const Reading reading = readEveryWay(wire, {});
    QCOMPARE(reading.requests.size(), 1);
    QCOMPARE(reading.requests.front().keepAlive, stays);
}

void RequestParserTest::tellsItsStage()
{
    const Limits limits;
    RequestParser parser(limits);
    QCOMPARE(parser.stage(), Stage::Idle);
    parser.feed("\r\n");
    QCOMPARE(parser.stage(), Stage::Idle);
    parser.feed("P");
    QCOMPARE(parser.stage(), Stage::Head);
    parser.feed("OST / HTTP/1.1\r\n");
    QCOMPARE(parser.stage(), Stage::Head);
    QCOMPARE(parser.method(), "POST");
    parser.feed(host + "Content-Length: 2\r\n\r");
    QCOMPARE(parser.stage(), Stage::Head);
    parser.feed("\n");
    QCOMPARE(parser.stage(), Stage::Body);
    parser.feed("[");
    QCOMPARE(parser.stage(), Stage::Body);
    parser.feed("]");
    QCOMPARE(parser.stage(), Stage::Complete);
    parser.take();
    QCOMPARE(parser.stage(), Stage::Idle);
}

void RequestParserTest::wantsContinueUntilTheBodyBegins()
{
    const Limits limits;
    RequestParser parser(limits);
    parser.feed(post + "Expect: 100-Continue\r\nTransfer-Encoding: chunked\r\n");
    QVERIFY(!parser.wantsContinue());
    parser.feed("\r\n");
    QVERIFY(parser.wantsContinue());
    parser.feed("1");
    QVERIFY(!parser.wantsContinue());

    RequestParser old(limits);
    old.feed("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
    QCOMPARE(old.stage(), Stage::Body);
    QVERIFY(!old.wantsContinue());

    RequestParser empty(limits);
    empty.feed(post + "Expect: 100-continue\r\n\r\n");
    QCOMPARE(empty.stage(), Stage::Complete);
    QVERIFY(!empty.wantsContinue());
}

void RequestParserTest::doesNotKeepTrailers()
{
    const Reading reading = readEveryWay(chunked + chunk("a") + "0\r\nX-Late: b\r\n\r\n", {});
    QCOMPARE(reading.requests.size(), 1);
    QVERIFY(!reading.requests.front().request.headers.value("X-Late"));
}

LINEWATCH_TEST(RequestParserTest)
#include "tst_requestparser.moc"
