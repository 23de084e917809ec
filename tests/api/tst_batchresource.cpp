// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/batchresource.h"

#include "model/samples.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace linewatch;
using namespace linewatch::test;

namespace {

void add(BatchResult &result, const char *id, const Outcome &outcome)
{
    result.events.emplace_back(incoming(id, payloadOf("M-1", at("2026-01-15T10:00:00Z"))));
    result.outcomes.push_back(outcome);
}

void addRefused(BatchResult &result, std::optional<std::string> id, RejectReason reason)
{
    result.events.emplace_back(RefusedEvent{reason, std::move(id), {}, {}});
    result.outcomes.push_back(Outcome::rejected(reason));
}

} // namespace

class BatchResourceTest : public QObject
{
    Q_OBJECT

private slots:
    void theAnswerIsTheContractsExample()
    {
        BatchResult result;
        add(result, "E-1", Outcome::accepted());
        add(result, "E-2", Outcome::deduped(DedupDetail::Identical));
        addRefused(result, "E-99", RejectReason::InvalidDuration);
        const QByteArray expected =
            "{\"accepted\":1,\"deduped\":1,\"updated\":0,\"rejected\":1,"
            "\"rejections\":[{\"index\":2,\"eventId\":\"E-99\",\"reason\":\"INVALID_DURATION\"}],"
            "\"results\":[{\"index\":0,\"eventId\":\"E-1\",\"status\":\"ACCEPTED\"},"
            "{\"index\":1,\"eventId\":\"E-2\",\"status\":\"DEDUPED\",\"detail\":\"IDENTICAL\"},"
            "{\"index\":2,\"eventId\":\"E-99\",\"status\":\"REJECTED\",\"reason\":\"INVALID_DURATION\"}]}";
        const http::Response response = api::batchAnswer(result, true);
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, expected);
    }

    void aMinimalAnswerLeavesOutTheResultsAlone()
    {
        BatchResult result;
        add(result, "E-1", Outcome::updated());
        addRefused(result, "E-2", RejectReason::EventInFuture);
        const QByteArray expected =
            "{\"accepted\":0,\"deduped\":0,\"updated\":1,\"rejected\":1,"
            "\"rejections\":[{\"index\":1,\"eventId\":\"E-2\",\"reason\":\"EVENT_IN_FUTURE\"}]}";
        QCOMPARE(api::batchAnswer(result, false).body, expected);
    }

    void anEmptyBatchIsAllZeros()
    {
        QCOMPARE(
            api::batchAnswer({}, true).body,
            "{\"accepted\":0,\"deduped\":0,\"updated\":0,\"rejected\":0,\"rejections\":[],\"results\":[]}");
    }

    void anIdIsLeftOutWhereThereWasNone()
    {
        BatchResult result;
        addRefused(result, std::nullopt, RejectReason::MalformedEvent);
        addRefused(result, "", RejectReason::InvalidEventId);
        const QJsonArray rejections =
            QJsonDocument::fromJson(api::batchAnswer(result, true).body)[QStringLiteral("rejections")]
                .toArray();
        QVERIFY(!rejections[0].toObject().contains(QStringLiteral("eventId")));
        QCOMPARE(rejections[1].toObject()[QStringLiteral("eventId")], QJsonValue(QString(QLatin1String(""))));
    }

    void onlyALostRaceIsRetryable()
    {
        BatchResult result;
        add(result, "E-1", Outcome::rejected(RejectReason::ConcurrencyFailure));
        add(result, "E-2", Outcome::deduped(DedupDetail::Stale));
        const QByteArray expected = "{\"accepted\":0,\"deduped\":1,\"updated\":0,\"rejected\":1,"
                                    "\"rejections\":[{\"index\":0,\"eventId\":\"E-1\",\"reason\":"
                                    "\"CONCURRENCY_FAILURE\",\"retryable\":true}],"
                                    "\"results\":[{\"index\":0,\"eventId\":\"E-1\",\"status\":\"REJECTED\","
                                    "\"reason\":\"CONCURRENCY_FAILURE\","
                                    "\"retryable\":true},{\"index\":1,\"eventId\":\"E-2\",\"status\":"
                                    "\"DEDUPED\",\"detail\":\"STALE\"}]}";
        QCOMPARE(api::batchAnswer(result, true).body, expected);
    }

    void idsComeBackAsTheyWereSent()
    {
        BatchResult result;
        add(result, "Ö \"\\ 😀", Outcome::accepted());
        const QByteArray body = api::batchAnswer(result, true).body;
        const QJsonValue first = QJsonDocument::fromJson(body)[QStringLiteral("results")].toArray()[0];
        QCOMPARE(first[QStringLiteral("eventId")].toString(), QStringLiteral("Ö \"\\ 😀"));
    }
};

LINEWATCH_TEST(BatchResourceTest)
#include "tst_batchresource.moc"
