// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dice.h"
#include "model/machinerules.h"
#include "model/registry.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant noon{std::chrono::sys_days{std::chrono::January / 15 / 2026} + 12h};

LineId line(const std::string &name)
{
    return LineId(name);
}

RegisteredMachine machine(const std::string &id)
{
    RegisteredMachine machine;
    machine.machineId = MachineId(id);
    return machine;
}

} // namespace

class RegistryTest : public QObject
{
    Q_OBJECT

private slots:
    void theNewestAssignmentThatHasBegunCounts()
    {
        const LineAssignments assignments{
            {std::nullopt, line("A")}, {noon, line("B")}, {noon + 1h, line("")}};
        QCOMPARE(assignedLine(assignments, Instant::min()), line("A"));
        QCOMPARE(assignedLine(assignments, noon - 1us), line("A"));
        QCOMPARE(assignedLine(assignments, noon), line("B"));
        QCOMPARE(assignedLine(assignments, noon + 1h - 1us), line("B"));
        QCOMPARE(assignedLine(assignments, noon + 1h), line(""));
        QCOMPARE(assignedLine({}, noon), line(""));
        QCOMPARE(assignedLine({{noon, line("B")}}, noon - 1us), line(""));
    }

    void aNewAssignmentLeavesWhatWasBeforeIt()
    {
        Dice dice(1);
        for (int i = 0; i < 200; ++i) {
            LineAssignments assignments;
            for (int j = 0; j < 6; ++j) {
                const std::optional<Instant> from = dice.chance(20)
                    ? std::nullopt
                    : std::optional(noon + std::chrono::minutes{dice.between(0, 20)});
                const LineAssignments before = assignments;
                const LineId next = line(std::to_string(j));
                assignments = withAssignment(assignments, {from, next});
                for (int minute = -5; minute < 30; ++minute) {
                    const Instant moment = noon + std::chrono::minutes{minute};
                    const bool isBefore = from && moment < *from;
                    QCOMPARE(assignedLine(assignments, moment),
                             isBefore ? assignedLine(before, moment) : next);
                }
                RegisteredMachine entry = machine("M-1");
                entry.assignments = assignments;
                QVERIFY(faultsOf(entry).empty());
            }
        }
    }

    void whatIsOutOfRangeIsAFaultOfItsOwn_data()
    {
        QTest::addColumn<RegisteredMachine>("entry");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, auto change, const char *word) {
            RegisteredMachine entry = machine("M-1");
            change(entry);
            QTest::newRow(name) << entry << QString::fromLatin1(word);
        };
        using Entry = RegisteredMachine;
        row(
            "no id", [](Entry &e) { e.machineId = {}; }, "machine's id");
        row(
            "long id", [](Entry &e) { e.machineId = MachineId(std::string(65, 'x')); }, "machine's id");
        row(
            "control character", [](Entry &e) { e.name = "a\nb"; }, "name");
        row(
            "long name", [](Entry &e) { e.name = std::string(129, 'x'); }, "name");
        row(
            "no UTF-8", [](Entry &e) { e.notes = "\xFF"; }, "notes");
        row(
            "long notes", [](Entry &e) { e.notes = std::string(4001, 'x'); }, "notes");
        row(
            "carriage return in notes", [](Entry &e) { e.notes = "a\r\n"; }, "notes");
        row(
            "factory", [](Entry &e) { e.factoryId = FactoryId(std::string(65, 'x')); }, "factory");
        row(
            "no cycle", [](Entry &e) { e.idealCycle = 0ms; }, "ideal cycle");
        row(
            "long cycle", [](Entry &e) { e.idealCycle = 6h + 1ms; }, "ideal cycle");
        row(
            "no units", [](Entry &e) { e.unitsPerCycle = 0; }, "units");
        row(
            "many units", [](Entry &e) { e.unitsPerCycle = 1'000'001; }, "units");
        row(
            "short silence", [](Entry &e) { e.silenceLimit = 999ms; }, "silence limit");
        row(
            "long silence", [](Entry &e) { e.silenceLimit = 30 * 24h + 1ms; }, "silence limit");
        row(
            "no threshold",
            [](Entry &e) {
                e.threshold = Decimal{0, 2};
            },
            "threshold");
        row(
            "high threshold",
            [](Entry &e) {
                e.threshold = Decimal{100'000'001, 2};
            },
            "threshold");
        row(
            "other places",
            [](Entry &e) {
                e.threshold = Decimal{5, 1};
            },
            "threshold");
        row(
            "year 10000", [](Entry &e) { e.retiredSince = Instant::max(); }, "retired");
        row(
            "long line",
            [](Entry &e) {
                e.assignments = {{noon, line(std::string(65, 'x'))}};
            },
            "line's id");
        row(
            "twice the same time",
            [](Entry &e) {
                e.assignments = {{noon, line("A")}, {noon, line("B")}};
            },
            "same time");
        row(
            "not in order",
            [](Entry &e) {
                e.assignments = {{noon, line("A")}, {noon - 1s, line("B")}};
            },
            "same time");
        row(
            "always, but not first",
            [](Entry &e) {
                e.assignments = {{noon, line("A")}, {std::nullopt, line("B")}};
            },
            "same time");
    }
    void whatIsOutOfRangeIsAFaultOfItsOwn()
    {
        QFETCH(RegisteredMachine, entry);
        QFETCH(QString, word);
        const std::vector<Sentence> faults = faultsOf(entry);
        QCOMPARE(faults.size(), std::size_t{1});
        QVERIFY2(faults.front().english().contains(word), qPrintable(faults.front().english()));
        QVERIFY(!faults.front().english().contains(QLatin1Char('%')));
    }

    void bothEndsAreAllowed()
    {
        RegisteredMachine entry = machine(std::string(64, 'x'));
        entry.name = std::string(128, 'x');
        entry.notes.assign(4000, 'x');
        entry.notes.back() = '\n';
        entry.idealCycle = 1ms;
        entry.unitsPerCycle = 1'000'000;
        entry.silenceLimit = 1s;
        entry.threshold = Decimal{1, 2};
        entry.assignments = {{std::nullopt, line("A")}, {noon, line("")}};
        QVERIFY(faultsOf(entry).empty());
    }

    void whatTheRegistrySaysOfAMachineRulesIt()
    {
        Registry registry;
        RegisteredMachine own = machine("own");
        own.silenceLimit = 1h;
        own.threshold = Decimal{50, 2};
        RegisteredMachine retired = machine("retired");
        retired.silenceLimit = 1min;
        retired.retiredSince = noon;
        registry.machines = {{own.machineId, own}, {retired.machineId, retired}};
        const StateRules common;
        const MachineRules rules(common, registry);
        QCOMPARE(rules.of(MachineId(std::string("other")), noon).silenceLimit, common.silenceLimit);
        QCOMPARE(rules.of(own.machineId, noon).silenceLimit, std::chrono::microseconds(1h));
        QCOMPARE(rules.of(own.machineId, noon).healthThreshold, 0.5);
        const auto stateAt = [&](Instant now) {
            return machineState(noon - 1h, now, 0, 1h, rules.of(retired.machineId, now));
        };
        QCOMPARE(stateAt(noon - 1us), MachineState::Silent);
        QCOMPARE(stateAt(noon), MachineState::Healthy);
    }
};

LINEWATCH_TEST(RegistryTest)
#include "tst_registry.moc"
