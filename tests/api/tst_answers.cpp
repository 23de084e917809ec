// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/answers.h"

#include "model/samples.h"
#include "model/strangewords.h"
#include "support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace linewatch;
using namespace linewatch::test;

namespace {

QJsonObject problemOf(const http::Response &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

} // namespace

class AnswersTest : public QObject
{
    Q_OBJECT

private slots:
    void aFailureHasTheStatusOfItsKind_data()
    {
        QTest::addColumn<Failure::Kind>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("retry");
        QTest::newRow("refused") << Failure::Kind::Refused << 400 << false;
        QTest::newRow("unavailable") << Failure::Kind::Unavailable << 503 << true;
        QTest::newRow("commit unknown") << Failure::Kind::CommitUnknown << 503 << true;
        QTest::newRow("internal") << Failure::Kind::Internal << 500 << false;
    }
    void aFailureHasTheStatusOfItsKind()
    {
        QFETCH(const Failure::Kind, kind);
        QFETCH(const int, status);
        QFETCH(const bool, retry);
        const http::Response response = api::failureAnswer({kind, QStringLiteral("Because of Ö.")});
        QCOMPARE(response.status, status);
        QCOMPARE(response.headers.value("Retry-After").has_value(), retry);
        QCOMPARE(response.headers.value("Content-Type").value_or(""), "application/problem+json");
        QCOMPARE(problemOf(response)[QStringLiteral("status")].toInt(), status);
        QVERIFY(problemOf(response)[QStringLiteral("detail")].toString().contains(
            QStringLiteral("Because of Ö.")));
    }

    /** The desktop serves, too, in whatever language its window is. */
    void theWireStaysEnglish()
    {
        const StrangeWords words;
        const Failure failure{Failure::Kind::Unavailable, Sentence("the disk is full")};
        QVERIFY(failure.shown != failure.message);
        QCOMPARE(problemOf(api::failureAnswer(failure))[QStringLiteral("detail")].toString(),
                 QStringLiteral("the disk is full"));
    }

    void anUnknownCommitHasATypeOfItsOwn()
    {
        const http::Response response = api::failureAnswer({Failure::Kind::CommitUnknown, {}});
        QVERIFY(problemOf(response)[QStringLiteral("type")].toString().endsWith(
            QStringLiteral("commit-unknown")));
    }

    void tooMuchWorkIsWorthAnotherTry()
    {
        const http::Response response = api::overloaded(QStringLiteral("Full."));
        QCOMPARE(response.status, 503);
        QVERIFY(response.headers.value("Retry-After"));
    }

    void jsonIsSentAsJson()
    {
        api::JsonWriter json;
        json.beginObject();
        json.member("time", at("2026-01-15T10:12:03.120Z"));
        json.member("rate", Decimal{100, 2});
        json.member("none", std::optional<Instant>());
        json.member("id", MachineId(std::string("\"Ö\"\\")));
        json.member("big", std::numeric_limits<std::int64_t>::max());
        json.member("yes", true);
        json.endObject();
        const http::Response response = api::jsonAnswer(json);
        QCOMPARE(response.status, 200);
        QCOMPARE(response.headers.value("Content-Type").value_or(""), "application/json");
        const QByteArray expected =
            "{\"time\":\"2026-01-15T10:12:03.12Z\",\"rate\":1.0,\"none\":null,\"id\":\"\\\"Ö\\\"\\\\\","
            "\"big\":9223372036854775807,\"yes\":true}";
        QCOMPARE(response.body, expected);
    }
};

LINEWATCH_TEST(AnswersTest)
#include "tst_answers.moc"
