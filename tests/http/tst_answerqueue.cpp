// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/answerqueue.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch::http;

class AnswerQueueTest : public QObject
{
    Q_OBJECT

private slots:
    void givesAnswersBackInTheOrderOfTheirRequests()
    {
        AnswerQueue queue;
        const quint64 first = queue.expect({});
        const quint64 second = queue.expect({.headOnly = true});
        queue.answer(second, {.status = 202, .headers = {}, .body = {}});
        QVERIFY(!queue.takeReady());
        queue.answer(first, {.status = 201, .headers = {}, .body = {}});
        QCOMPARE(queue.takeReady()->response.status, 201);
        const auto ready = queue.takeReady();
        QCOMPARE(ready->response.status, 202);
        QVERIFY(ready->terms.headOnly);
        QVERIFY(!queue.takeReady());
        QVERIFY(queue.isEmpty());
    }

    void ignoresASecondAnswerAndOneThatNobodyOwes()
    {
        AnswerQueue queue;
        const quint64 number = queue.expect({});
        queue.answer(number, {.status = 200, .headers = {}, .body = {}});
        queue.answer(number, {.status = 500, .headers = {}, .body = {}});
        queue.answer(number + 1, {.status = 500, .headers = {}, .body = {}});
        QCOMPARE(queue.takeReady()->response.status, 200);
        queue.answer(number, {.status = 500, .headers = {}, .body = {}});
        QVERIFY(!queue.takeReady());
        QCOMPARE(queue.nextNumber(), number + 1);
    }

    void closesBehindTheLastAnswerOwedOnly()
    {
        AnswerQueue queue;
        queue.closeBehindLast();
        const quint64 first = queue.expect({});
        const quint64 second = queue.expect({});
        queue.closeBehindLast();
        queue.answer(first, {});
        queue.answer(second, {});
        QVERIFY(queue.takeReady()->terms.keepAlive);
        QVERIFY(!queue.takeReady()->terms.keepAlive);
    }
};

LINEWATCH_TEST(AnswerQueueTest)
#include "tst_answerqueue.moc"
