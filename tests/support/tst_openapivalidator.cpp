// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/contractcheck.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch::test;

namespace {

HttpAnswer answer(int status, const QByteArray &type, const QByteArray &body,
                  const QList<std::pair<QByteArray, QByteArray>> &further = {})
{
    HttpAnswer made;
    made.status = status;
    made.headers = {{"Content-Type", type}};
    made.headers += further;
    made.body = body;
    return made;
}

HttpAnswer problem(int status)
{
    return answer(status, "application/problem+json",
                  R"({"type":"about:blank","title":"T","status":)" + QByteArray::number(status)
                      + R"(,"detail":"D"})");
}

constexpr auto statsBody = R"({"machineId":"M","start":"2026-01-15T00:00:00Z","end":"2026-01-15T06:00:00.5Z",
    "eventsCount":1,"defectsCount":6,"avgDefectRate":1.0,"status":"Healthy","unknownDefectEvents":0,
    "runTimeMs":5174400,"availability":0.2396,"lastEventTime":null})";

} // namespace

class OpenApiValidatorTest : public QObject
{
    Q_OBJECT

private slots:
    void answersOfTheContractPass_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<HttpAnswer>("given");
        const QByteArray json = "application/json";
        QTest::newRow("health") << QByteArray("GET") << QByteArray("/health")
                                << answer(200, json, R"({"status":"ok"})");
        QTest::newRow("stats") << QByteArray("GET") << QByteArray("/stats?machineId=M")
                               << answer(200, json, statsBody);
        QTest::newRow("parameter of the type")
            << QByteArray("GET") << QByteArray("/health")
            << answer(200, "application/json; charset=utf-8", R"({"status":"ok"})");
        QTest::newRow("batch") << QByteArray("POST") << QByteArray("/events/batch")
                               << answer(200, json,
                                         R"({"accepted":1,"deduped":1,"updated":0,"rejected":2,
                "rejections":[{"index":2,"eventId":"E-99","reason":"INVALID_DURATION"},
                              {"index":3,"eventId":"E","reason":"CONCURRENCY_FAILURE","retryable":true}],
                "results":[{"index":0,"eventId":"E-1","status":"ACCEPTED"},
                           {"index":1,"eventId":"E-2","status":"DEDUPED","detail":"IDENTICAL"},
                           {"index":2,"status":"REJECTED","reason":"MALFORMED_EVENT"},
                           {"index":3,"eventId":"E","status":"REJECTED","reason":"CONCURRENCY_FAILURE","retryable":true}]})");
        QTest::newRow("minimal")
            << QByteArray("POST") << QByteArray("/events/batch")
            << answer(200, json, R"({"accepted":0,"deduped":0,"updated":0,"rejected":0,"rejections":[]})");
        QTest::newRow("ids beyond ASCII")
            << QByteArray("GET") << QByteArray("/stats/top-defect-lines")
            << answer(200, json,
                      R"([{"lineId":"Línea-é","totalDefects":1,"eventCount":1,"defectsPercent":100.0}])");
        QTest::newRow("metrics") << QByteArray("GET") << QByteArray("/metrics")
                                 << answer(200, "text/plain; version=0.0.4", "a 1\n");
        QTest::newRow("HEAD") << QByteArray("HEAD") << QByteArray("/health") << answer(200, json, "");
        QTest::newRow("bad parameter") << QByteArray("GET") << QByteArray("/stats") << problem(400);
        QTest::newRow("unknown event") << QByteArray("GET") << QByteArray("/events/E%2F1") << problem(404);
        QTest::newRow("unknown path") << QByteArray("GET") << QByteArray("/nowhere") << problem(404);
        QTest::newRow("unknown method") << QByteArray("BREW") << QByteArray("/stats") << problem(501);
        QTest::newRow("no HTTP") << QByteArray() << QByteArray() << problem(400);
        HttpAnswer notAllowed = problem(405);
        notAllowed.headers.emplaceBack("Allow", "POST");
        QTest::newRow("other method") << QByteArray("GET") << QByteArray("/events/batch") << notAllowed;
    }
    void answersOfTheContractPass()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(HttpAnswer, given);
        QCOMPARE(OpenApiValidator(ContractCheck::document()).check({method, target}, given), QStringList());
    }

    void whatTheDocumentDoesNotSayIsAViolation_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<HttpAnswer>("given");
        const QByteArray json = "application/json";
        const QByteArray get = "GET";
        const QByteArray stats = statsBody;
        const auto tampered = [&](const QByteArray &before, const QByteArray &after) {
            const QByteArray body = QByteArray(stats).replace(before, after);
            Q_ASSERT(body != stats);
            return answer(200, json, body);
        };
        QTest::newRow("unknown path") << get << QByteArray("/nowhere") << answer(200, json, "{}");
        QTest::newRow("unknown status")
            << get << QByteArray("/health") << answer(201, json, R"({"status":"ok"})");
        QTest::newRow("404 of a known path") << get << QByteArray("/stats") << problem(404);
        QTest::newRow("405 of a known method") << get << QByteArray("/stats") << problem(405);
        QTest::newRow("405 without Allow") << QByteArray("PUT") << QByteArray("/stats") << problem(405);
        QTest::newRow("other media type")
            << get << QByteArray("/health") << answer(200, "text/html", R"({"status":"ok"})");
        QTest::newRow("no media type")
            << get << QByteArray("/health") << answer(200, "", R"({"status":"ok"})");
        QTest::newRow("plain JSON problem")
            << get << QByteArray("/stats") << answer(400, json, problem(400).body);
        QTest::newRow("problem of another status")
            << get << QByteArray("/stats") << answer(400, "application/problem+json", problem(404).body);
        QTest::newRow("no JSON") << get << QByteArray("/health") << answer(200, json, R"({"status":"ok")");
        QTest::newRow("bytes after the end")
            << get << QByteArray("/health") << answer(200, json, R"({"status":"ok"}x)");
        QTest::newRow("broken UTF-8") << get << QByteArray("/stats") << tampered(R"("M")", "\"\xff\"");
        QTest::newRow("repeated member")
            << get << QByteArray("/stats")
            << tampered(R"("eventsCount":1)", R"("eventsCount":1,"eventsCount":1)");
        QTest::newRow("further member")
            << get << QByteArray("/stats") << tampered(R"("eventsCount":1)", R"("eventsCount":1,"extra":1)");
        QTest::newRow("missing member") << get << QByteArray("/stats") << tampered(R"("eventsCount":1,)", "");
        QTest::newRow("number as string")
            << get << QByteArray("/stats") << tampered(R"("eventsCount":1)", R"("eventsCount":"1")");
        QTest::newRow("fraction for an integer")
            << get << QByteArray("/stats") << tampered(R"("eventsCount":1)", R"("eventsCount":1.5)");
        QTest::newRow("negative count")
            << get << QByteArray("/stats") << tampered(R"("eventsCount":1)", R"("eventsCount":-1)");
        QTest::newRow("availability above 1") << get << QByteArray("/stats") << tampered("0.2396", "1.0001");
        QTest::newRow("unknown status word") << get << QByteArray("/stats") << tampered("Healthy", "healthy");
        QTest::newRow("time with offset")
            << get << QByteArray("/stats") << tampered("00:00:00Z", "00:00:00+00:00");
        QTest::newRow("trailing zero") << get << QByteArray("/stats") << tampered("00.5Z", "00.50Z");
        QTest::newRow("seven digits") << get << QByteArray("/stats") << tampered("00.5Z", "00.1234567Z");
        QTest::newRow("no time") << get << QByteArray("/stats") << tampered("2026-01-15T06", "2026-01-15T26");
        QTest::newRow("line in an unknown place")
            << get << QByteArray("/stats/top-defect-lines")
            << answer(200, json, R"([{"lineId":"L","totalDefects":0,"eventCount":1,"defectsPercent":0.0}])");
        QTest::newRow("deduped without detail")
            << QByteArray("POST") << QByteArray("/events/batch")
            << answer(
                   200, json,
                   R"({"accepted":0,"deduped":1,"updated":0,"rejected":0,"rejections":[],"results":[{"index":0,"eventId":"E-2","status":"DEDUPED"}]})");
        QTest::newRow("queued in a 200")
            << QByteArray("POST") << QByteArray("/events/batch")
            << answer(200, json,
                      R"({"accepted":0,"deduped":0,"updated":0,"rejected":0,"queued":1,"rejections":[]})");
        QTest::newRow("unknown reason")
            << QByteArray("POST") << QByteArray("/events/batch")
            << answer(
                   200, json,
                   R"({"accepted":0,"deduped":0,"updated":0,"rejected":1,"rejections":[{"index":0,"reason":"BAD"}]})");
    }
    void whatTheDocumentDoesNotSayIsAViolation()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(HttpAnswer, given);
        const QStringList faults = OpenApiValidator(ContractCheck::document()).check({method, target}, given);
        QVERIFY(!faults.isEmpty());
        QVERIFY(!faults.first().isEmpty());
    }

    void violationsAreTakenOnce()
    {
        ContractCheck contract;
        contract.check({"GET", "/nowhere"}, answer(200, "text/plain", "x"));
        contract.report(QStringLiteral("mine"));
        QCOMPARE(contract.take().size(), 2);
        QCOMPARE(contract.take(), QStringList());
    }
};

LINEWATCH_TEST(OpenApiValidatorTest)
#include "tst_openapivalidator.moc"
