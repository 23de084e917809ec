// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/responsewriter.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch::http;

class ResponseWriterTest : public QObject
{
    Q_OBJECT

private slots:
    void writesTheDateAsHttpDoes()
    {
        QCOMPARE(httpDate(784'111'777), "Sun, 06 Nov 1994 08:49:37 GMT");
        QCOMPARE(httpDate(951'782'400), "Tue, 29 Feb 2000 00:00:00 GMT");
    }

    void writesWholeHeads()
    {
        Response response{.status = 404, .headers = {}, .body = "abc"};
        response.headers.append("Content-Type", "text/plain");
        QCOMPARE(
            headBytes(response, {}, 784'111'777),
            "HTTP/1.1 404 Not Found\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Type: text/plain\r\n"
            "Content-Length: 3\r\n\r\n");
    }

    void saysWhetherTheConnectionStays()
    {
        QVERIFY(!headBytes({}, {.keepAlive = true}, 0).contains("Connection:"));
        QVERIFY(headBytes({}, {.keepAlive = false}, 0).contains("\r\nConnection: close\r\n"));
        QVERIFY(headBytes({}, {.keepAlive = true, .minorVersion = 0}, 0)
                    .contains("\r\nConnection: keep-alive\r\n"));
    }

    void keepsTheLengthOfAHeadAnswerWithoutItsBody()
    {
        const Response response{.status = 200, .headers = {}, .body = "abc"};
        QVERIFY(headBytes(response, {.headOnly = true}, 0).contains("Content-Length: 3\r\n"));
        QVERIFY(!sendsBody(response, {.headOnly = true}));
        QVERIFY(sendsBody(response, {}));
    }

    void givesNoLengthWhereThereIsNeverABody()
    {
        for (const int status : {204, 304}) {
            const Response response{.status = status, .headers = {}, .body = "abc"};
            QVERIFY(!headBytes(response, {}, 0).contains("Content-Length"));
            QVERIFY(!sendsBody(response, {}));
        }
    }

    void letsNoHeaderEndTheHeadEarly()
    {
        Response response;
        response.headers.append("Location", "/a\r\nSet-Cookie: b");
        const QByteArray head = headBytes(response, {}, 0);
        QVERIFY(head.contains("Location: /a  Set-Cookie: b\r\n"));
    }

    void ignoresHeadersThatAreItsOwn()
    {
        Response response;
        response.headers.append("content-length", "7");
        response.headers.append("Transfer-Encoding", "chunked");
        const QByteArray head = headBytes(response, {}, 0);
        QCOMPARE(head.toLower().count("content-length"), 1);
        QVERIFY(!head.contains("chunked"));
    }
};

LINEWATCH_TEST(ResponseWriterTest)
#include "tst_responsewriter.moc"
