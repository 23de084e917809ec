// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/monitor.h"
#include "simulation/batchanswer.h"
#include "simulation/demostream.h"
#include "simulation/eventchecks.h"
#include "simulation/eventjson.h"
#include "simulation/figurechecks.h"
#include "simulation/verifier.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch;
using namespace linewatch::simulation;
using namespace std::chrono_literals;

namespace {

Instant currentTime()
{
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

/** Any mix of faults at any speed. */
DemoControls drawControls(Random &random)
{
    const DemoNames names = demoNames();
    DemoControls controls;
    controls.speed = static_cast<int>(random.between(1, 60));
    controls.networkCut = random.chance(0.3);
    controls.duplicates = random.chance(0.4);
    if (random.chance(0.5)) {
        controls.clockMachine = names.machines[random.below(names.machines.size())];
        controls.clockError = std::chrono::minutes{random.between(-120, 60)};
    }
    if (random.chance(0.4))
        controls.risingLine = names.lines[random.below(names.lines.size())];
    return controls;
}

} // namespace

/** The demo plant's faults against a real store: whatever goes wrong, nothing is lost and nothing doubled. */
class TestDemoFaults : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        MonitorSettings settings;
        settings.port = 0;
        settings.database.sqlitePath = m_folder->filePath(QStringLiteral("demo.db"));
        m_monitor = std::make_unique<Monitor>(settings);
        QVERIFY(m_monitor->start());
        m_http = std::make_unique<HttpClient>();
        m_http->setEndpoint(m_monitor->endpoint());
        m_oracle = std::make_unique<Oracle>(currentTime());
        m_twice = 0;
    }
    void cleanup()
    {
        m_http.reset();
        m_monitor.reset();
    }

    void nothingIsLostOrDoubled_data()
    {
        QTest::addColumn<quint64>("seed");
        for (const quint64 seed : {1, 2, 3, 4})
            QTest::addRow("seed %d", static_cast<int>(seed)) << seed;
    }

    void nothingIsLostOrDoubled()
    {
        QFETCH(quint64, seed);
        Random random(seed);
        // Long enough ago for the clock that is ahead the most.
        Instant now = currentTime() - 4h;
        DemoStream stream(now, seed);
        for (int turn = 0; turn < 10; ++turn) {
            stream.control(drawControls(random), now);
            const Instant end = now + std::chrono::seconds{random.between(1, 40)};
            for (; now < end; now += std::chrono::milliseconds{random.between(500, 5'000)})
                postAll(stream, now);
        }
        stream.control({}, now); // the network is back
        postAll(stream, now);
        QVERIFY2(m_differences.isEmpty(), qPrintable(m_differences.join(u'\n')));
        QVERIFY(m_twice > 0);
        verifyStore(seed);
    }

    void aClockTooFarAheadIsRejectedByItsName()
    {
        const MachineId machine = demoNames().machines.front();
        Instant now = currentTime() - 5min;
        DemoStream stream(now, 1);
        stream.control({.clockMachine = machine, .clockError = 60min}, now);
        std::int64_t expected = 0;
        std::int64_t rejected = 0;
        for (; now < currentTime(); now += 10s) {
            while (const std::optional<Batch> batch = stream.next(now)) {
                for (const Element &element : batch->elements) {
                    const auto *event = std::get_if<IncomingEvent>(&element.content);
                    if (!event || event->payload.eventTime > currentTime() + 15min)
                        ++expected;
                }
                const Result<HttpReply> reply = post(*batch);
                QVERIFY(reply && reply->status == 200);
                rejected += readCounts(reply->body).counts.rejected;
            }
        }
        QVERIFY(expected > 0);
        QCOMPARE(rejected, expected);
    }

private:
    Result<HttpReply> post(const Batch &batch)
    {
        std::optional<Result<HttpReply>> reply;
        m_http->post("/events/batch", toJson(batch), {},
                     [&reply](Result<HttpReply> result) { reply.emplace(std::move(result)); });
        if (!QTest::qWaitFor([&reply] { return reply.has_value(); }, 60'000))
            return Failure(Failure::Kind::Unavailable, QStringLiteral("no answer"));
        return *reply;
    }

    void postAll(DemoStream &stream, Instant now)
    {
        while (const std::optional<Batch> batch = stream.next(now)) {
            m_twice += stream.isBehind() ? 1 : 0;
            const ExpectedOutcomes expected{m_oracle->expect(*batch), {}, false};
            const Result<HttpReply> reply = post(*batch);
            if (!reply || reply->status != 200) {
                m_differences.append(QStringLiteral("a batch was not taken"));
                return;
            }
            m_differences += checkAnswer(*batch, expected, reply->body).differences;
        }
    }

    void verifyStore(std::uint64_t seed)
    {
        std::vector<ExpectedRows> rows;
        rows.push_back(m_oracle->takeRows());
        const auto ledger = std::make_shared<const Ledger>(std::move(rows));
        QVERIFY(ledger->entries().size() > 500);
        std::vector<Check> checks = eventChecks(ledger, {}, Random(seed, 1));
        std::ranges::move(figureChecks(ledger, {}, Random(seed, 2)), std::back_inserter(checks));
        Verifier verifier(m_monitor->endpoint(), std::move(checks));
        QSignalSpy finished(&verifier, &Verifier::finished);
        verifier.start();
        QVERIFY(finished.wait(60'000));
        const QStringList differences = finished.first().first().toStringList();
        QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n').left(4'000)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Monitor> m_monitor;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<Oracle> m_oracle;
    QStringList m_differences;
    int m_twice = 0;
};

LINEWATCH_TEST(TestDemoFaults)
#include "tst_demofaults.moc"
