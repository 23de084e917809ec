// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/machinestate.h"

#include "model/healthwindow.h"
#include "model/samples.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant now = at("2026-01-15T10:00:00Z");
constexpr StateRules rules{.silenceLimit = 5min, .healthWindow = 1h, .healthThreshold = 2.0};

} // namespace

class MachineStateTest : public QObject
{
    Q_OBJECT

private slots:
    void noEventMeansNoDataWhateverTheDefects()
    {
        QCOMPARE(machineState(std::nullopt, now, 100, 1h, rules), MachineState::NoData);
    }

    void silentOnlyBeyondTheLimit()
    {
        QCOMPARE(machineState(now - 5min, now, 0, 1h, rules), MachineState::Healthy);
        QCOMPARE(machineState(now - 5min - 1us, now, 0, 1h, rules), MachineState::Silent);
    }

    void silentComesBeforeWarning()
    {
        QCOMPARE(machineState(now - 6min, now, 100, 1h, rules), MachineState::Silent);
    }

    void warningFromTheThresholdOn()
    {
        QCOMPARE(machineState(now, now, 1, 1h, rules), MachineState::Healthy);
        QCOMPARE(machineState(now, now, 2, 1h, rules), MachineState::Warning);
        QCOMPARE(machineState(now, now, 2, 1h + 1us, rules), MachineState::Healthy);
    }

    void everyMachineMayHaveItsOwnRules()
    {
        constexpr StateRules strict{.silenceLimit = 1s, .healthWindow = 1h, .healthThreshold = 0.5};
        QCOMPARE(machineState(now - 2s, now, 0, 1h, strict), MachineState::Silent);
        QCOMPARE(machineState(now, now, 1, 2h, strict), MachineState::Warning);
        QCOMPARE(machineState(now, now, 1, 2h + 1us, strict), MachineState::Healthy);
    }

    void anEventAheadOfTheClockIsNotSilent()
    {
        QCOMPARE(machineState(now + 15min, now, 0, 1h, rules), MachineState::Healthy);
    }

    void theHealthWindowIsOfWholeMinutesButTheLast()
    {
        for (const auto since : {0us, 1us, 30'000'000us, 59'999'999us}) {
            const TimeWindow window = runningHealthWindow(now + since, rules);
            QCOMPARE(window.end, now + since);
            QCOMPARE(window.start, now - 59min);
        }
        const StateRules uneven{.silenceLimit = 5min, .healthWindow = 10min + 59s, .healthThreshold = 2.0};
        QCOMPARE(runningHealthWindow(now + 1s, uneven).start, now - 9min);
    }

    void statesHaveTheirNames()
    {
        QVERIFY(wireName(MachineState::NoData) == "No data");
        QVERIFY(wireName(MachineState::Silent) == "Silent");
        QVERIFY(wireName(MachineState::Warning) == "Warning");
        QVERIFY(wireName(MachineState::Healthy) == "Healthy");
    }
};

LINEWATCH_TEST(MachineStateTest)
#include "tst_machinestate.moc"
