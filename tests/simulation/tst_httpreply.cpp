// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/httpreply.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch::simulation;
using State = HttpReplyReader::State;

class TestHttpReply : public QObject
{
    Q_OBJECT

private slots:
    void answersAreReadWhateverPiecesTheyComeIn_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("keepsAlive");
        QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX: y\r\n\r\nhello")
                                << 200 << QByteArray("hello") << true;
        QTest::newRow("empty") << QByteArray("HTTP/1.1 503 Busy\r\ncontent-length:0\r\n\r\n") << 503
                               << QByteArray() << true;
        QTest::newRow("close") << QByteArray(
            "HTTP/1.1 400 No\r\nConnection: Close\r\nContent-Length: 2\r\n\r\nno")
                               << 400 << QByteArray("no") << false;
        QTest::newRow("old") << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok") << 200
                             << QByteArray("ok") << false;
        QTest::newRow("chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                              "5;x=1\r\nhello\r\nA\r\n0123456789\r\n0\r\nT: t\r\n\r\n")
                                << 200 << QByteArray("hello0123456789") << true;
        QTest::newRow("interim") << QByteArray(
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n!")
                                 << 200 << QByteArray("!") << true;
        QTest::newRow("none") << QByteArray("HTTP/1.1 204 Nothing\r\n\r\n") << 204 << QByteArray() << true;
    }

    void answersAreReadWhateverPiecesTheyComeIn()
    {
        QFETCH(QByteArray, wire);
        for (qsizetype cut = 0; cut < wire.size(); ++cut) {
            HttpReplyReader reader;
            QCOMPARE(reader.feed(wire.first(cut)), State::Incomplete);
            QCOMPARE(reader.feed(wire.sliced(cut)), State::Complete);
            QTEST(reader.keepsAlive(), "keepsAlive");
            const HttpReply reply = reader.take();
            QTEST(reply.status, "status");
            QTEST(reply.body, "body");
        }
    }

    void headersAreFoundInLowerCase()
    {
        HttpReplyReader reader;
        reader.feed("HTTP/1.1 503 Busy\r\nRetry-AFTER:  2 \r\nContent-Length: 0\r\n\r\n");
        const HttpReply reply = reader.take();
        QCOMPARE(reply.header("retry-after"), QByteArray("2"));
        QVERIFY(reply.header("allow").isEmpty());
    }

    void oneAnswerFollowsAnother()
    {
        HttpReplyReader reader;
        reader.feed(
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naHTTP/1.1 201 OK\r\nContent-Length: 1\r\n\r\nb");
        QCOMPARE(reader.take().body, QByteArray("a"));
        QCOMPARE(reader.feed({}), State::Complete);
        QCOMPARE(reader.take().body, QByteArray("b"));
    }

    void withoutALengthTheEndOfTheConnectionIsTheEnd()
    {
        HttpReplyReader reader;
        QCOMPARE(reader.feed("HTTP/1.1 200 OK\r\n\r\nall of"), State::Incomplete);
        QCOMPARE(reader.feed(" it"), State::Incomplete);
        QCOMPARE(reader.finish(), State::Complete);
        QVERIFY(!reader.keepsAlive());
        QCOMPARE(reader.take().body, QByteArray("all of it"));
    }

    void cutAnswersAreBroken()
    {
        for (const char *wire : {"", "HTTP/1.1 200", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell",
                                 "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"}) {
            HttpReplyReader reader;
            QCOMPARE(reader.feed(wire), State::Incomplete);
            QCOMPARE(reader.finish(), State::Broken);
        }
    }

    void nonsenseIsBroken()
    {
        for (const char *wire :
             {"SSH-2.0-x\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
              "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n"}) {
            HttpReplyReader reader;
            QCOMPARE(reader.feed(wire), State::Broken);
            QCOMPARE(reader.feed("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), State::Broken);
        }
    }
};

LINEWATCH_TEST(TestHttpReply)
#include "tst_httpreply.moc"
