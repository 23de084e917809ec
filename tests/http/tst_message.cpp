// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/handler.h"
#include "http/problem.h"
#include "support/testprogram.h"

#include <QJsonDocument>
#include <QTest>

using namespace linewatch::http;

class MessageTest : public QObject
{
    Q_OBJECT

private slots:
    void headersAreFoundInAnyCase()
    {
        Headers headers;
        headers.append("Content-Type", "a");
        headers.append("X-Many", "1");
        headers.append("x-many", "2");
        QCOMPARE(headers.value("content-TYPE").value(), "a");
        QCOMPARE(headers.joined("X-MANY"), "1, 2");
        QVERIFY(!headers.value("Content"));
        QCOMPARE(headers.joined("Content"), QByteArray());
    }

    void aResponderAnswersOnce()
    {
        QList<int> sent;
        {
            Responder respond([&sent](const Response &response) { sent.append(response.status); });
            respond({.status = 201, .headers = {}, .body = {}});
            respond({.status = 202, .headers = {}, .body = {}});
        }
        QCOMPARE(sent, QList<int>{201});
    }

    void aForgottenResponderAnswers500()
    {
        QList<int> sent;
        {
            Responder respond([&sent](const Response &response) { sent.append(response.status); });
            Responder moved(std::move(respond));
            QVERIFY(sent.isEmpty());
        }
        QCOMPARE(sent, QList<int>{500});
    }

    void anOverwrittenResponderAnswers500()
    {
        QList<int> sent;
        Responder first([&sent](const Response &response) { sent.append(response.status); });
        first = Responder([&sent](const Response &response) { sent.append(1000 + response.status); });
        QCOMPARE(sent, QList<int>{500});
        first({});
        QCOMPARE(sent, (QList<int>{500, 1200}));
    }

    void aProblemTellsWhatItIs()
    {
        const Response response = toResponse({.status = 400,
                                              .detail = QStringLiteral("No \"array\"."),
                                              .members = {{QStringLiteral("offset"), 17}}});
        QCOMPARE(response.status, 400);
        QCOMPARE(response.headers.value("Content-Type").value(), "application/problem+json");
        const QJsonObject object = QJsonDocument::fromJson(response.body).object();
        QCOMPARE(object.value(u"type").toString(), QStringLiteral("about:blank"));
        QCOMPARE(object.value(u"title").toString(), QStringLiteral("Bad Request"));
        QCOMPARE(object.value(u"status").toInt(), 400);
        QCOMPARE(object.value(u"detail").toString(), QStringLiteral("No \"array\"."));
        QCOMPARE(object.value(u"offset").toInt(), 17);
        QCOMPARE(object.size(), 5);
    }

    void aProblemMayHaveATypeAndTitleOfItsOwn()
    {
        const Response response = toResponse({.status = 503,
                                              .detail = {},
                                              .type = QStringLiteral("commit-unknown"),
                                              .title = QStringLiteral("T")});
        const QJsonObject object = QJsonDocument::fromJson(response.body).object();
        QCOMPARE(object.value(u"type").toString(), QStringLiteral("commit-unknown"));
        QCOMPARE(object.value(u"title").toString(), QStringLiteral("T"));
        QVERIFY(!object.contains(u"detail"));
    }
};

LINEWATCH_TEST(MessageTest)
#include "tst_message.moc"
