// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeserver.h"
#include "model/rfc3339.h"
#include "simulation/demoplant.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace linewatch;
using linewatch::simulation::DemoPlant;
using linewatch::test::FakeServer;

namespace {

constexpr int patience = 60'000; // milliseconds; a bound for a broken run, nothing is measured

QByteArray allAccepted()
{
    return FakeServer::answer(200, R"({"accepted":1,"deduped":0,"updated":0,"rejected":0,"rejections":[]})");
}

} // namespace

class TestDemoPlant : public QObject
{
    Q_OBJECT

private slots:
    void eightHoursOfTwentyMachinesAreFilledIn()
    {
        QSet<QString> machines;
        qsizetype events = 0;
        Instant earliest = Instant::max();
        FakeServer server([&](const FakeServer::Request &request) {
            for (const QJsonValue &event : QJsonDocument::fromJson(request.body).array()) {
                ++events;
                machines.insert(event.toObject().value(u"machineId").toString());
                const std::string time = event.toObject().value(u"eventTime").toString().toStdString();
                earliest = std::min(earliest, parseRfc3339(time).value_or(Instant::max()));
            }
            return allAccepted();
        });
        DemoPlant plant(server.url());
        QSignalSpy filled(&plant, &DemoPlant::historyPosted);
        const auto started = std::chrono::system_clock::now();
        plant.start();
        QTRY_COMPARE_WITH_TIMEOUT(filled.size(), 1, patience);
        QVERIFY(events > 20'000);
        QVERIFY(machines.contains(QStringLiteral("M-101")));
        QVERIFY(machines.size() >= 20);
        QVERIFY(earliest < started - std::chrono::hours{7});
        // Live from here on.
        const int before = server.requestCount();
        QTRY_VERIFY_WITH_TIMEOUT(server.requestCount() > before, patience);
    }

    void goesOnTryingWhenTheServerFails()
    {
        bool isUp = false;
        FakeServer server([&](const auto &) { return isUp ? allAccepted() : FakeServer::answer(500, "no"); });
        DemoPlant plant(server.url());
        QSignalSpy problems(&plant, &DemoPlant::problemOccurred);
        QSignalSpy filled(&plant, &DemoPlant::historyPosted);
        plant.start();
        QTRY_VERIFY_WITH_TIMEOUT(server.requestCount() >= 2, patience);
        QTRY_COMPARE(problems.size(), 1); // once, not for each try
        isUp = true;
        QTRY_COMPARE_WITH_TIMEOUT(filled.size(), 1, patience);
        QCOMPARE(problems.size(), 1);
    }

    void stopsInTheMiddleAndGoesOnWhereItWas()
    {
        QList<qsizetype> sizes;
        FakeServer server([&](const FakeServer::Request &request) {
            sizes.append(QJsonDocument::fromJson(request.body).array().size());
            return allAccepted();
        });
        DemoPlant plant(server.url());
        QSignalSpy filled(&plant, &DemoPlant::historyPosted);
        plant.start();
        plant.start(); // does nothing
        QVERIFY(plant.isRunning());
        QTRY_COMPARE_WITH_TIMEOUT(filled.size(), 1, patience);
        plant.stop();
        QVERIFY(!plant.isRunning());

        sizes.clear();
        plant.start();
        QTRY_VERIFY_WITH_TIMEOUT(!sizes.isEmpty(), patience);
        QVERIFY(sizes.first() < 1'000); // no second history
    }

    void controlsReachTheRunningPlant()
    {
        QList<QByteArray> bodies;
        FakeServer server([&](const FakeServer::Request &request) {
            bodies.append(request.body);
            return allAccepted();
        });
        DemoPlant plant(server.url());
        QSignalSpy filled(&plant, &DemoPlant::historyPosted);
        plant.start();
        QTRY_COMPARE_WITH_TIMEOUT(filled.size(), 1, patience);
        DemoControls controls;
        controls.speed = DemoControls::HighestSpeed;
        controls.duplicates = true;
        plant.setControls(controls);
        bodies.clear();
        const auto isFastAndDoubled = [&bodies] {
            return bodies.size() >= 2 && bodies.last() == bodies[bodies.size() - 2]
                && QJsonDocument::fromJson(bodies.last()).array().size() > 30;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isFastAndDoubled(), patience);
        QVERIFY(plant.controls() == controls);
    }

    void destroyingARunningPlantIsSafe()
    {
        FakeServer server([](const auto &) { return allAccepted(); });
        {
            DemoPlant plant(server.url());
            plant.start();
            QTRY_VERIFY_WITH_TIMEOUT(server.requestCount() > 0, patience);
        }
        QVERIFY(server.requestCount() > 0);
    }
};

LINEWATCH_TEST(TestDemoPlant)
#include "tst_demoplant.moc"
