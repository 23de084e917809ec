// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/httpanswer.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch::test;
using State = AnswerParse::State;

class HttpAnswerTest : public QObject
{
    Q_OBJECT

private slots:
    void readsStatusHeadersAndBody()
    {
        const AnswerParse parse =
            parseAnswer("HTTP/1.1 200 OK\r\nContent-Type: Text/JSON; a=b\r\ncontent-length:2\r\n\r\n{}rest",
                        false, false);
        QCOMPARE(parse.state, State::Complete);
        QCOMPARE(parse.answer.status, 200);
        QCOMPARE(parse.answer.mediaType(), "text/json");
        QCOMPARE(parse.answer.header("CONTENT-LENGTH").value(), "2");
        QCOMPARE(parse.answer.body, "{}");
        QVERIFY(!parse.answer.header("Nothing"));
    }

    void usesNothingOfTheNextAnswer()
    {
        const QByteArray one = "HTTP/1.1 404 Not Found\r\nContent-Length: 3\r\n\r\nabc";
        const AnswerParse parse = parseAnswer(one + one, false, false);
        QCOMPARE(parse.state, State::Complete);
        QCOMPARE(parse.used, one.size());
    }

    void putsChunksTogether()
    {
        const QByteArray bytes =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n";
        const AnswerParse parse = parseAnswer(bytes, false, false);
        QCOMPARE(parse.state, State::Complete);
        QCOMPARE(parse.answer.body, "abcde");
        QCOMPARE(parse.used, bytes.size());
    }

    void waitsForEveryByteButTheLast_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabcd");
        QTest::newRow("chunks") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n");
    }
    void waitsForEveryByteButTheLast()
    {
        QFETCH(QByteArray, bytes);
        for (qsizetype length = 0; length < bytes.size(); ++length)
            QCOMPARE(parseAnswer(bytes.left(length), false, false).state, State::Incomplete);
        QCOMPARE(parseAnswer(bytes, false, false).state, State::Complete);
    }

    void answersToHeadHaveNoBody()
    {
        const AnswerParse parse =
            parseAnswer("HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\nHTTP/1.1", true, false);
        QCOMPARE(parse.state, State::Complete);
        QVERIFY(parse.answer.body.isEmpty());
    }

    void interimAnswersHaveNoBody()
    {
        const AnswerParse parse =
            parseAnswer("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", false, false);
        QCOMPARE(parse.state, State::Complete);
        QVERIFY(parse.answer.isInterim());
    }

    void withoutALengthTheBodyLastsToTheEnd()
    {
        const QByteArray bytes = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nabc";
        QCOMPARE(parseAnswer(bytes, false, false).state, State::Incomplete);
        const AnswerParse parse = parseAnswer(bytes, false, true);
        QCOMPARE(parse.answer.body, "abc");
        QVERIFY(parse.answer.closes());
    }

    void sloppyAnswersAreBroken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("other protocol") << QByteArray("HTTP/2 200 OK\r\n\r\n");
        QTest::newRow("no reason separator") << QByteArray("HTTP/1.1 200\r\n\r\n");
        QTest::newRow("blank before colon") << QByteArray("HTTP/1.1 200 OK\r\nA : b\r\n\r\n");
        QTest::newRow("bare LF") << QByteArray("HTTP/1.1 200 OK\r\nA: b\nC: d\r\n\r\n");
        QTest::newRow("two lengths") << QByteArray(
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("length and chunks") << QByteArray(
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        QTest::newRow("bad length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n");
        QTest::newRow("bad chunk") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nz\r\n");
        QTest::newRow("short body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc");
        QTest::newRow("short header") << QByteArray("HTTP/1.1 200 OK\r\nContent-");
    }
    void sloppyAnswersAreBroken()
    {
        QFETCH(QByteArray, bytes);
        const AnswerParse parse = parseAnswer(bytes, false, true);
        QCOMPARE(parse.state, State::Broken);
        QVERIFY(!parse.fault.isEmpty());
    }
};

LINEWATCH_TEST(HttpAnswerTest)
#include "tst_httpanswer.moc"
