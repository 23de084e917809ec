// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/recount.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const std::vector<std::string> machines{"M-1", "M-2", "M-3", "M-4"};

RegisteredMachine entry(const std::string &machine)
{
    RegisteredMachine entry;
    entry.machineId = MachineId(machine);
    return entry;
}

Registry registryOf(const RegisteredMachine &machine)
{
    Registry registry;
    registry.machines.emplace(machine.machineId, machine);
    return registry;
}

/** Lines that change on a minute, which is as exact as a board is. */
Registry anyRegistry(Dice &dice)
{
    static const std::vector<std::string> lines{"LINE-A", "LINE-C", "M-1", ""};
    Registry registry;
    for (const std::string &machine : machines) {
        RegisteredMachine made = entry(machine);
        for (std::int64_t i = dice.between(0, 3); i > 0; --i) {
            const Instant from =
                bucketStart(noon, BucketWidth::Minute) - std::chrono::minutes{dice.between(-2, 70)};
            made.assignments = withAssignment(
                made.assignments,
                {dice.chance(25) ? std::nullopt : std::optional(from), LineId(dice.pick(lines))});
        }
        registry.machines.emplace(made.machineId, made);
    }
    return registry;
}

/** The same events, each with the line that it counts for written into it. */
Plant withLines(const Plant &plant, const Registry &registry)
{
    Plant told = plant;
    for (EventPayload &event : told.events) {
        if (event.lineId.isEmpty())
            event.lineId = assignedLine(registry.machines.at(event.machineId).assignments, event.eventTime);
    }
    return told;
}

} // namespace

/** What a board shows once it knows what people say of machines. */
class BoardRegistryTest : public QObject
{
    Q_OBJECT

private slots:
    void linesAreThoseOfARecountWhateverChanges()
    {
        Dice dice(31);
        LiveBoard board(rules);
        Plant plant;
        for (int i = 0; i < 60; ++i) {
            for (int j = 0; j < 10; ++j) {
                plant.events.push_back(randomEvent(dice, noon));
                record(board, {inserted(plant.events.back())});
            }
            const Registry registry = anyRegistry(dice);
            board.setRegistry(registry);
            const Plant told = withLines(plant, registry);
            for (const auto shown : {15min, 60min, 480min}) {
                const LiveSnapshotPtr snapshot = board.snapshot(noon, shown, 0);
                QVERIFY(equalsRecount(*snapshot, told));
                for (const MachineSnapshot &machine : snapshot->machines)
                    QVERIFY(isOnALineOfItsNewest(machine, told));
            }
        }
    }

    void aSeededLineGivesWayToTheRegistry()
    {
        LiveBoard board(rules);
        board.seed({{MachineId(std::string("M-1")), {}, LineId(std::string("old")), noon, {}}});
        QCOMPARE(board.snapshot(noon, 15min, 0)->machines.front().line.utf8(), std::string("old"));
        board.setRegistry({});
        QCOMPARE(board.snapshot(noon, 15min, 0)->machines.front().line.utf8(), std::string("M-1"));
    }

    void statesAreThoseOfTheMachinesOwnRules()
    {
        LiveBoard board(rules);
        record(board, {inserted(payloadOf("M-1", noon - 6min, 1))});
        const auto state = [&board] { return board.snapshot(noon, 15min, 0)->machines.front().state; };
        QCOMPARE(state(), MachineState::Silent);
        RegisteredMachine own = entry("M-1");
        own.silenceLimit = 6min;
        const std::uint64_t before = board.revision();
        board.setRegistry(registryOf(own));
        QVERIFY(board.revision() > before);
        QCOMPARE(state(), MachineState::Healthy);
        QVERIFY(!board.snapshot(noon, 15min, 0)->machines.front().threshold);
        own.threshold = Decimal{50, 2};
        board.setRegistry(registryOf(own));
        const LiveSnapshotPtr warned = board.snapshot(noon, 15min, 0);
        QCOMPARE(warned->machines.front().state, MachineState::Warning);
        QCOMPARE(warned->thresholdOf(warned->machines.front()), 0.5);
        QCOMPARE(warned->healthThreshold, 2.0);
        own.silenceLimit = 1s;
        board.setRegistry(registryOf(own));
        const LiveSnapshotPtr silent = board.snapshot(noon, 15min, 0);
        QCOMPARE(silent->machines.front().state, MachineState::Silent);
        QCOMPARE(silent->machines.front().stateSince, std::optional(noon - 6min + 1s));
        own.retiredSince = noon - 1h;
        board.setRegistry(registryOf(own));
        QCOMPARE(state(), MachineState::Warning);
    }

private:
    static bool isOnALineOfItsNewest(const MachineSnapshot &machine, const Plant &plant)
    {
        for (const EventPayload &event : plant.events) {
            if (event.machineId == machine.machineId && event.eventTime == machine.lastEventTime
                && lineOf(event) == machine.line)
                return true;
        }
        return false;
    }
};

LINEWATCH_TEST(BoardRegistryTest)
#include "tst_boardregistry.moc"
