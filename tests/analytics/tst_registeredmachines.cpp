// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/defectlines.h"
#include "analytics/directory.h"
#include "analytics/linereport.h"
#include "analytics/machinehealth.h"
#include "analytics/machinereport.h"
#include "analytics/teststore.h"
#include "model/samples.h"
#include "storage/sqlregistrystore.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant now = at("2026-01-15T12:00:00Z");

MachineId id(const std::string &text)
{
    return MachineId(text);
}

} // namespace

/** What the registry says of machines, in what is answered about them. */
class RegisteredMachinesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_store = std::make_unique<TestStore>();
        m_registry = std::move(*SqlRegistryStore::open(m_store->url()));
        for (const char *machine : {"M-1", "M-2"}) {
            EventPayload payload = payloadOf(machine, now - 10min, 1, "stated");
            payload.factoryId = FactoryId(std::string("F-stated"));
            m_store->insert(machine, payload, m_stamp += 1s);
        }
    }

    void namesLinesAndFactoriesAreThoseOfTheRegistryWhereItSays()
    {
        RegisteredMachine machine = entry("M-1");
        machine.name = "Press";
        keep(machine);
        QCOMPARE(listed("M-1").name, std::string("Press"));
        QCOMPARE(listed("M-1").line.utf8(), std::string("stated")); // it says none
        QCOMPARE(listed("M-1").factoryId.utf8(), std::string("F-stated"));
        machine.factoryId = FactoryId(std::string("F-1"));
        machine.assignments = {{std::nullopt, LineId(std::string("L-1"))},
                               {now, LineId(std::string("L-2"))},
                               {now + 1us, LineId(std::string("L-3"))}};
        keep(machine);
        QCOMPARE(listed("M-1").line.utf8(), std::string("L-2"));
        QCOMPARE(listed("M-1").factoryId.utf8(), std::string("F-1"));
        QCOMPARE(listed("M-2").name, std::string());
        QCOMPARE(listed("M-2").line.utf8(), std::string("stated"));
    }

    void itsOwnThresholdDecides()
    {
        const TimeWindow hour{now - 1h, now};
        QCOMPARE(healthOf("M-1", hour), Health::Healthy); // one defect an hour
        RegisteredMachine machine = entry("M-1");
        machine.threshold = Decimal{100, 2};
        machine.silenceLimit = 1h;
        keep(machine);
        QCOMPARE(healthOf("M-1", hour), Health::Warning);
        QCOMPARE(healthOf("M-2", hour), Health::Healthy);
        const auto all = machineHealths(m_store->reader(), {}, hour, 2.0).value();
        QCOMPARE(all.at(id("M-1")).health, Health::Warning);
        QCOMPARE(all.at(id("M-2")).health, Health::Healthy);
        QCOMPARE(listed("M-1").state, MachineState::Warning);
        QCOMPARE(reported("M-1").judgement.state, MachineState::Warning);
        QCOMPARE(reported("M-1").rules.healthThreshold, 1.0);
        machine.threshold = Decimal{101, 2};
        keep(machine);
        QCOMPARE(healthOf("M-1", hour), Health::Healthy);
        QCOMPARE(listed("M-1").state, MachineState::Healthy);
    }

    void itsOwnSilenceLimitDecides()
    {
        const auto verify = [this](MachineState state) {
            QCOMPARE(listed("M-1").state, state);
            QCOMPARE(reported("M-1").judgement.state, state);
            QCOMPARE(onItsLine("M-1"), state);
            QCOMPARE(listed("M-2").state, MachineState::Silent);
        };
        verify(MachineState::Silent);
        RegisteredMachine machine = entry("M-1");
        machine.silenceLimit = 10min;
        keep(machine);
        verify(MachineState::Healthy);
        machine.silenceLimit = 10min - 1ms;
        keep(machine);
        verify(MachineState::Silent);
        machine.retiredSince = now;
        keep(machine);
        verify(MachineState::Healthy);
        machine.retiredSince = now + 1us;
        keep(machine);
        verify(MachineState::Silent);
    }

    void inRemovedTimeAnHourCountsForTheLineAtItsEnd()
    {
        const Instant day = at("2026-01-10T00:00:00Z");
        for (const auto &[id, time, defects] : {std::tuple{"A", 9h + 59min, 1},
                                                {"B", 10h + 5min, 10},
                                                {"C", 10h + 55min, 100},
                                                {"D", 13h + 5min, 1'000},
                                                {"E", 13h + 25min, 10'000}})
            m_store->insert(id, payloadOf("M-3", day + time, defects), m_stamp += 1s);
        RegisteredMachine machine = entry("M-3");
        machine.assignments = {{std::nullopt, LineId(std::string("A"))},
                               {day + 10h + 20min, LineId(std::string("B"))},
                               {day + 13h + 20min, LineId(std::string("C"))}};
        keep(machine);
        const TimeWindow window{day, day + 24h};
        QCOMPARE(topLines(window), (QStringList{u"C 10000"_s, u"B 1100"_s, u"A 11"_s}));
        m_store->removeBefore(day + 12h);
        QCOMPARE(topLines(window), (QStringList{u"C 10000"_s, u"B 1110"_s, u"A 1"_s}));
        // A window that begins within the removed hour is over the whole of it.
        QCOMPARE(topLines({day + 10h + 30min, day + 14h}), (QStringList{u"C 10000"_s, u"B 1110"_s}));
        QCOMPARE(topLines({day + 10h + 30min, day + 13h + 10min}), QStringList{u"B 1110"_s});
    }

private:
    QStringList topLines(TimeWindow window)
    {
        QStringList lines;
        const auto top = topDefectLines(m_store->reader(), window, 10, {}).value();
        for (const DefectLine &line : top)
            lines += u"%1 %2"_s.arg(line.lineId.toString()).arg(line.defects);
        return lines;
    }
    static RegisteredMachine entry(const char *machine)
    {
        RegisteredMachine entry;
        entry.machineId = id(machine);
        return entry;
    }
    void keep(const RegisteredMachine &machine)
    {
        const auto kept = m_registry->apply({m_registry->revision().value(), {}, {machine}, {}}, now);
        if (!kept)
            qFatal("%s", qPrintable(kept.failure().message));
    }
    MachineEntry listed(const char *machine)
    {
        const auto machines = listMachines(m_store->reader(), now, StateRules()).value();
        for (const MachineEntry &entry : machines) {
            if (entry.machineId == id(machine))
                return entry;
        }
        return {};
    }
    Health healthOf(const char *machine, TimeWindow window)
    {
        return machineHealth(m_store->reader(), id(machine), window, 2.0).value().health;
    }
    MachineReport reported(const char *machine)
    {
        return readMachineReport(m_store->reader(), id(machine), {now - 1h, now}, now, StateRules()).value();
    }
    MachineState onItsLine(const char *machine)
    {
        const LineReport report = readLineReport(m_store->reader(), LineId(std::string("stated")),
                                                 {now - 1h, now + 1h}, now, StateRules())
                                      .value();
        for (const MachineOnLine &row : report.machines) {
            if (row.machineId == id(machine))
                return row.state;
        }
        return MachineState::NoData;
    }

    Instant m_stamp = now;
    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<SqlRegistryStore> m_registry;
};

LINEWATCH_TEST(RegisteredMachinesTest)
#include "tst_registeredmachines.moc"
