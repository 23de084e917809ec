// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dice.h"
#include "model/registrypatch.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant dayOne{std::chrono::sys_days{std::chrono::January / 15 / 2026}};

LineId someLine(Dice &dice)
{
    return LineId(dice.chance(25) ? std::string() : std::string(1, static_cast<char>('A' + dice.below(3))));
}

std::optional<Instant> someTime(Dice &dice)
{
    return dice.chance(20) ? std::nullopt : std::optional(dayOne + std::chrono::hours{dice.between(0, 20)});
}

template <class T>
std::optional<T> maybe(Dice &dice, const T &value)
{
    return dice.chance(50) ? std::optional(value) : std::nullopt;
}

RegisteredMachine someMachine(Dice &dice)
{
    RegisteredMachine machine;
    machine.machineId = MachineId(std::string("M-1"));
    machine.name = dice.chance(50) ? "Press" : "";
    for (std::int64_t i = dice.between(0, 4); i > 0; --i)
        machine.assignments = withAssignment(machine.assignments, {someTime(dice), someLine(dice)});
    machine.factoryId = FactoryId(std::string(dice.chance(50) ? "F" : ""));
    machine.idealCycle = maybe(dice, 4'200ms);
    machine.unitsPerCycle = maybe(dice, dice.between(1, 9));
    machine.silenceLimit = maybe<std::chrono::milliseconds>(dice, 90s);
    machine.threshold = maybe(dice, Decimal{dice.between(1, 900), 2});
    machine.notes = dice.chance(50) ? "by the door" : "";
    machine.retiredSince = maybe(dice, dayOne);
    machine.confirmed = dice.chance(50);
    return machine;
}

MachinePatch somePatch(Dice &dice)
{
    const RegisteredMachine wanted = someMachine(dice);
    return {.name = maybe(dice, wanted.name),
            .line = maybe(dice, LineAssignment{someTime(dice), someLine(dice)}),
            .factoryId = maybe(dice, wanted.factoryId),
            .idealCycle = maybe(dice, wanted.idealCycle),
            .unitsPerCycle = maybe(dice, wanted.unitsPerCycle),
            .silenceLimit = maybe(dice, wanted.silenceLimit),
            .threshold = maybe(dice, wanted.threshold),
            .notes = maybe(dice, wanted.notes),
            .retiredSince = maybe(dice, wanted.retiredSince),
            .confirmed = maybe(dice, wanted.confirmed)};
}

template <class T>
bool isAsWanted(const T &after, const T &before, const FieldPatch<T> &patch)
{
    return after == patch.value_or(before);
}

} // namespace

class RegistryPatchTest : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyPatchChangesNothing()
    {
        Dice dice(1);
        for (int i = 0; i < 500; ++i) {
            const RegisteredMachine machine = someMachine(dice);
            QVERIFY(patched(machine, {}) == machine);
        }
    }

    void onlyWhatIsInThePatchChanges()
    {
        Dice dice(2);
        for (int i = 0; i < 2'000; ++i) {
            const RegisteredMachine before = someMachine(dice);
            const MachinePatch patch = somePatch(dice);
            const RegisteredMachine after = patched(before, patch);
            QVERIFY(after.machineId == before.machineId);
            QVERIFY(isAsWanted(after.name, before.name, patch.name));
            QVERIFY(isAsWanted(after.factoryId, before.factoryId, patch.factoryId));
            QVERIFY(isAsWanted(after.idealCycle, before.idealCycle, patch.idealCycle));
            QVERIFY(isAsWanted(after.unitsPerCycle, before.unitsPerCycle, patch.unitsPerCycle));
            QVERIFY(isAsWanted(after.silenceLimit, before.silenceLimit, patch.silenceLimit));
            QVERIFY(isAsWanted(after.threshold, before.threshold, patch.threshold));
            QVERIFY(isAsWanted(after.notes, before.notes, patch.notes));
            QVERIFY(isAsWanted(after.retiredSince, before.retiredSince, patch.retiredSince));
            QVERIFY(isAsWanted(after.confirmed, before.confirmed, patch.confirmed));
            QVERIFY(patch.line || after.assignments == before.assignments);
            QVERIFY(faultsOf(after).empty());
        }
    }

    void aPatchThatWasAppliedHasNothingLeftToDo()
    {
        Dice dice(3);
        for (int i = 0; i < 2'000; ++i) {
            const MachinePatch patch = somePatch(dice);
            const RegisteredMachine once = patched(someMachine(dice), patch);
            QVERIFY(patched(once, patch) == once);
        }
    }

    void aLineCountsFromItsTimeAndLeavesWhatWasBefore()
    {
        Dice dice(4);
        for (int i = 0; i < 500; ++i) {
            const LineAssignments before = someMachine(dice).assignments;
            const LineAssignment line{someTime(dice), someLine(dice)};
            RegisteredMachine machine = someMachine(dice);
            machine.assignments = before;
            const LineAssignments after = patched(machine, {.line = line}).assignments;
            for (int hour = -1; hour < 22; ++hour) {
                const Instant moment = dayOne + std::chrono::hours{hour};
                const bool isBefore = line.from && moment < *line.from;
                QCOMPARE(assignedLine(after, moment), isBefore ? assignedLine(before, moment) : line.line);
            }
            QVERIFY(after.size() <= before.size() + 1);
        }
    }

    void theLineThatCountsAlreadyIsNotAddedAgain()
    {
        RegisteredMachine machine;
        const LineAssignment first{std::nullopt, LineId(std::string("A"))};
        machine.assignments = {first};
        QVERIFY(patched(machine, {.line = LineAssignment{dayOne, first.line}}) == machine);
        machine.assignments = {};
        QVERIFY(patched(machine, {.line = LineAssignment{dayOne, LineId()}}) == machine);
    }

    void assignmentsThatAreTakenAwayGoWhereTheyAre()
    {
        RegisteredMachine machine;
        const LineAssignment first{std::nullopt, LineId(std::string("A"))};
        const LineAssignment second{dayOne, LineId(std::string("B"))};
        machine.assignments = {first, second};
        QVERIFY(patched(machine, {.withoutLines = {second}}).assignments == LineAssignments{first});
        QVERIFY(patched(machine, {.withoutLines = {{dayOne, first.line}}}) == machine);
    }

    void linesArePatchedTheSameWay()
    {
        const RegisteredLine line{LineId(std::string("A")), "Press line", FactoryId(std::string("F")), "old",
                                  false};
        QVERIFY(patched(line, {}) == line);
        const RegisteredLine after = patched(line, {.name = "", .confirmed = true});
        QVERIFY((after == RegisteredLine{line.lineId, "", line.factoryId, "old", true}));
    }
};

LINEWATCH_TEST(RegistryPatchTest)
#include "tst_registrypatch.moc"
