// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeserver.h"
#include "simulation/runplan.h"
#include "simulation/simulator.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace linewatch;
using namespace linewatch::simulation;
using linewatch::test::FakeServer;

namespace {

/** Knows new ids from old ones, which is all it takes for events without noise. */
class Store
{
public:
    QByteArray take(const QByteArray &body)
    {
        QJsonArray results;
        int accepted = 0;
        const QJsonArray events = QJsonDocument::fromJson(body).array();
        for (int i = 0; i < events.size(); ++i) {
            const QString id = events.at(i).toObject().value(u"eventId").toString();
            QJsonObject result{{QStringLiteral("index"), i}, {QStringLiteral("eventId"), id}};
            if (m_ids.contains(id)) {
                result.insert(QStringLiteral("status"), QStringLiteral("DEDUPED"));
                result.insert(QStringLiteral("detail"), QStringLiteral("IDENTICAL"));
            } else {
                result.insert(QStringLiteral("status"), QStringLiteral("ACCEPTED"));
                ++accepted;
            }
            m_ids.insert(id);
            results.append(result);
        }
        const QJsonObject answer{{QStringLiteral("accepted"), accepted},
                                 {QStringLiteral("deduped"), events.size() - accepted},
                                 {QStringLiteral("updated"), 0},
                                 {QStringLiteral("rejected"), 0},
                                 {QStringLiteral("rejections"), QJsonArray()},
                                 {QStringLiteral("results"), results}};
        return QJsonDocument(answer).toJson(QJsonDocument::Compact);
    }

    qsizetype size() const { return m_ids.size(); }

private:
    QSet<QString> m_ids;
};

Options quietOptions(const QList<QUrl> &endpoints)
{
    Options options;
    options.endpoints = {endpoints.begin(), endpoints.end()};
    options.connections = 1;
    options.batch = 10;
    options.events = 50;
    options.noise = {0, 0, 0, 0, 0, true};
    options.seed = 1;
    options.verify = true;
    return options;
}

/** Posts and returns what came of it. */
PostingResult post(const Options &options)
{
    std::vector<PostingPlan> plans =
        planRun(options, std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now()));
    Progress progress;
    PostingClient client(std::move(plans.front()), progress);
    QSignalSpy finished(&client, &PostingClient::finished);
    client.start();
    if (!finished.wait(30'000))
        qFatal("posting did not end");
    return client.takeResult();
}

} // namespace

class TestPosting : public QObject
{
    Q_OBJECT

private slots:
    void everyEventIsPostedOnce()
    {
        Store store;
        FakeServer server(
            [&](const auto &request) { return FakeServer::answer(200, store.take(request.body)); });
        const PostingResult result = post(quietOptions({server.url()}));
        QCOMPARE(result.differences, QStringList());
        QCOMPARE(result.failure, QString());
        QCOMPARE(result.events, 50);
        QCOMPARE(result.seen, result.expected);
        QCOMPARE(store.size(), 50);
        QCOMPARE(server.requestCount(), 5);
        QCOMPARE(result.latencies.size(), std::size_t{5});
    }

    void lostAnswerMayMakeABatchARepeat()
    {
        Store store;
        FakeServer server([&, losses = 0](const auto &request) mutable {
            const QByteArray answer = store.take(request.body);
            return losses++ == 1 ? QByteArray() : FakeServer::answer(200, answer);
        });
        const PostingResult result = post(quietOptions({server.url()}));
        QCOMPARE(result.differences, QStringList());
        QCOMPARE(result.inDoubt, 1);
        QCOMPARE(result.seen.deduped, 10);
        QCOMPARE(result.rows.size(), std::size_t{50});
    }

    void repeatWithoutALostAnswerIsADifference()
    {
        Store store;
        FakeServer server([&](const auto &request) {
            store.take(request.body);
            return FakeServer::answer(200, store.take(request.body)); // stores everything twice
        });
        const PostingResult result = post(quietOptions({server.url()}));
        QCOMPARE(result.differences.size(), 50);
    }

    void fullQueueIsMetBySendingTheSameAgain()
    {
        Store store;
        FakeServer server([&, refusals = 0](const auto &request) mutable {
            if (refusals++ == 0)
                return FakeServer::answer(503, R"({"title":"full"})", "Retry-After: 0\r\n");
            return FakeServer::answer(200, store.take(request.body));
        });
        const PostingResult result = post(quietOptions({server.url()}));
        QCOMPARE(result.differences, QStringList());
        QCOMPARE(result.resends, 1);
        QCOMPARE(result.inDoubt, 0);
        QCOMPARE(store.size(), 50);
    }

    void refusedBatchIsNoRepeat()
    {
        Store store;
        FakeServer server([&, refusals = 0](const auto &request) mutable {
            const QByteArray answer = store.take(request.body);
            return refusals++ == 0 ? FakeServer::answer(503, R"({"title":"full"})")
                                   : FakeServer::answer(200, answer);
        });
        const PostingResult result = post(quietOptions({server.url()}));
        QCOMPARE(result.differences.size(), 10); // a server that says no and stores all the same
    }

    void unknownCommitMayMakeABatchARepeat()
    {
        Store store;
        FakeServer server([&, refusals = 0](const auto &request) mutable {
            const QByteArray answer = store.take(request.body);
            return refusals++ == 0 ? FakeServer::answer(503, R"({"type":"commit-unknown"})")
                                   : FakeServer::answer(200, answer);
        });
        const PostingResult result = post(quietOptions({server.url()}));
        QCOMPARE(result.differences, QStringList());
        QCOMPARE(result.inDoubt, 1);
    }

    void anotherServerStandsIn()
    {
        Store store;
        FakeServer dead([](const auto &) { return QByteArray(); });
        FakeServer server(
            [&](const auto &request) { return FakeServer::answer(200, store.take(request.body)); });
        const PostingResult result = post(quietOptions({dead.url(), server.url()}));
        QCOMPARE(result.differences, QStringList());
        QCOMPARE(dead.requestCount(), 1);
        QCOMPARE(store.size(), 50);
    }

    void clientThatGoesWithARequestInFlightTellsNobody()
    {
        FakeServer server(
            [](const auto &) { return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"); });
        bool told = false;
        auto client = std::make_unique<HttpClient>();
        client->setEndpoint(server.url());
        client->get("/", [&](const auto &) { told = true; });
        QTRY_COMPARE(server.requestCount(), 1);
        client.reset();
        QVERIFY(!told);
    }

    void refusalEndsTheRunWithItsReason()
    {
        FakeServer server([](const auto &) { return FakeServer::answer(413, "too much"); });
        const PostingResult result = post(quietOptions({server.url()}));
        QVERIFY(result.failure.contains(QStringLiteral("413")));
        QVERIFY(result.failure.contains(QStringLiteral("too much")));
    }

    void runAgainstAnEmptyAnswerFindsItsEventsLost()
    {
        Store store;
        FakeServer server([&](const auto &request) {
            if (request.method == "POST")
                return FakeServer::answer(200, store.take(request.body));
            return FakeServer::answer(200, R"({"items":[],"nextCursor":null})");
        });
        Simulator simulator(quietOptions({server.url()}));
        QSignalSpy reported(&simulator, &Simulator::reported);
        QSignalSpy finished(&simulator, &Simulator::finished);
        simulator.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        QCOMPARE(finished.first().first().toInt(), int(Simulator::Differences));
        const QString report = reported.first().first().toString();
        QVERIFY(report.contains(QStringLiteral("is lost")));
    }

    void seedThatWasUsedIsRefused()
    {
        FakeServer server([](const auto &) { return FakeServer::answer(200, R"({"items":[{}]})"); });
        Simulator simulator(quietOptions({server.url()}));
        QSignalSpy failed(&simulator, &Simulator::failed);
        QSignalSpy finished(&simulator, &Simulator::finished);
        simulator.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().toInt(), int(Simulator::Failed));
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("seed 1")));
    }

    void absentServerIsToldAtOnce()
    {
        QUrl nobody;
        {
            FakeServer server([](const auto &) { return QByteArray(); });
            nobody = server.url();
        }
        Simulator simulator(quietOptions({nobody}));
        QSignalSpy failed(&simulator, &Simulator::failed);
        QSignalSpy finished(&simulator, &Simulator::finished);
        simulator.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().toInt(), int(Simulator::Failed));
        QVERIFY(failed.first().first().toString().contains(nobody.toString()));
    }
};

LINEWATCH_TEST(TestPosting)
#include "tst_posting.moc"
