// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/ledger.h"
#include "support/testprogram.h"

#include <QTest>

#include <limits>

using namespace linewatch;
using namespace linewatch::simulation;
using namespace std::chrono_literals;

namespace {

const Instant noon = std::chrono::sys_days{std::chrono::year{2026} / 1 / 15} + 12h;

void add(ExpectedRows &rows, const std::string &id, const char *machine, Instant time, std::int32_t defects,
         const char *line = "", const char *factory = "")
{
    ExpectedRow row;
    row.payload.machineId = MachineId(std::string(machine));
    row.payload.eventTime = time;
    row.payload.duration = 10s;
    row.payload.defectCount = defects;
    row.payload.lineId = LineId(std::string(line));
    row.payload.factoryId = FactoryId(std::string(factory));
    rows.emplace(EventId(id), row);
}

const MachineId machine(std::string("M-1"));

} // namespace

class TestLedger : public QObject
{
    Q_OBJECT

private slots:
    void windowIncludesItsStartAndNotItsEnd()
    {
        ExpectedRows rows;
        add(rows, "A", "M-1", noon, 1);
        add(rows, "B", "M-1", noon + 1us, 2);
        add(rows, "C", "M-1", noon + 1h, 4);
        const Ledger ledger({rows});
        QCOMPARE(ledger.machineFigures(machine, {noon, noon + 1h}).defects, 3);
        QCOMPARE(ledger.machineFigures(machine, {noon + 1us, noon + 1h + 1us}).defects, 6);
        QCOMPARE(ledger.machineFigures(machine, {noon, noon + 1us}).events, 1);
        QCOMPARE(ledger.machineFigures(machine, {noon, noon + 1h}).lastEventTime, std::optional(noon + 1us));
    }

    void unknownDefectsCountAsEventsOnly()
    {
        ExpectedRows rows;
        add(rows, "A", "M-1", noon, UnknownDefects);
        add(rows, "B", "M-1", noon, 3);
        const MachineFigures figures = Ledger({rows}).machineFigures(machine, {noon, noon + 1h});
        QCOMPARE(figures.events, 2);
        QCOMPARE(figures.defects, 3);
        QCOMPARE(figures.unknown, 1);
        QCOMPARE(figures.runTimeMs, 20'000);
    }

    void strangerHasZerosAndIsHealthy()
    {
        const MachineFigures figures = Ledger({}).machineFigures(machine, {noon, noon + 1h});
        QCOMPARE(figures.events, 0);
        QVERIFY(figures.isHealthy({noon, noon + 1h}));
        QVERIFY(!figures.lastEventTime);
    }

    void figuresRoundHalfUp()
    {
        MachineFigures figures;
        figures.defects = 1;
        QCOMPARE(figures.rateHundredths({noon, noon + 8h}), 13);  // 0.125
        QCOMPARE(figures.rateHundredths({noon, noon + 200h}), 1); // 0.005
        QCOMPARE(figures.rateHundredths({noon, noon + 200h + 1us}), 0);
        figures.runTimeMs = 1;
        QCOMPARE(figures.availabilityTenThousandths({noon, noon + 20s}), 1); // 0.00005
        QCOMPARE(figures.availabilityTenThousandths({noon, noon + 20s + 1us}), 0);
        const LineFigures line{{}, 1, 20'000};
        QCOMPARE(line.percentHundredths(), 1); // 0.005
    }

    void availabilityIsOneAtMost()
    {
        MachineFigures figures;
        figures.runTimeMs = 7'200'000;
        QCOMPARE(figures.availabilityTenThousandths({noon, noon + 1h}), 10'000);
        QCOMPARE(figures.availabilityTenThousandths({noon, noon + 4h}), 5'000);
    }

    void healthIsJudgedBeforeRounding()
    {
        MachineFigures figures;
        figures.defects = 2;
        QVERIFY(!figures.isHealthy({noon, noon + 1h}));
        QVERIFY(figures.isHealthy({noon, noon + 1h + 1us}));
        QCOMPARE(figures.rateHundredths({noon, noon + 1h + 1us}), 200);
    }

    void sumsPassThirtyTwoBits()
    {
        ExpectedRows rows;
        for (int i = 0; i < 5; ++i)
            add(rows, std::to_string(i), "M-1", noon, std::numeric_limits<std::int32_t>::max());
        const MachineFigures figures = Ledger({rows}).machineFigures(machine, {noon, noon + 1h});
        QCOMPARE(figures.defects, 10'737'418'235);
        QCOMPARE(figures.rateHundredths({noon, noon + 1h}), 1'073'741'823'500);
    }

    void linesComeByDefectsThenEventsThenName()
    {
        ExpectedRows rows;
        add(rows, "1", "M-1", noon, 2, "B");
        add(rows, "2", "M-1", noon, 2, "C");
        add(rows, "3", "M-1", noon, 0, "C");
        add(rows, "4", "M-1", noon, 2, "A");
        add(rows, "5", "M-1", noon, 9, "D");
        add(rows, "6", "M-1", noon, 0, "no defects");
        std::string order;
        for (const LineFigures &line : Ledger({rows}).lineFigures({noon, noon + 1h}, {}))
            order += line.line.utf8();
        QCOMPARE(order, std::string("DCAB"));
    }

    void machineWithoutALineStandsAsItsOwn()
    {
        ExpectedRows rows;
        add(rows, "1", "M-7", noon, 2);
        const auto lines = Ledger({rows}).lineFigures({noon, noon + 1h}, {});
        QCOMPARE(lines.size(), std::size_t{1});
        QCOMPARE(lines[0].line.utf8(), std::string("M-7"));
    }

    void factoryFiltersAndOtherwiseALineIsOneRow()
    {
        ExpectedRows rows;
        add(rows, "1", "M-1", noon, 2, "A", "P1");
        add(rows, "2", "M-2", noon, 3, "A", "P2");
        const Ledger ledger({rows});
        const TimeWindow hour{noon, noon + 1h};
        QCOMPARE(ledger.lineFigures(hour, {}).at(0), (LineFigures{LineId(std::string("A")), 5, 2}));
        QCOMPARE(ledger.lineFigures(hour, FactoryId(std::string("P2"))).at(0),
                 (LineFigures{LineId(std::string("A")), 3, 1}));
    }

    void rowsOfAllConnectionsAreMerged()
    {
        ExpectedRows one;
        ExpectedRows two;
        add(one, "B", "M-1", noon + 2s, 1);
        add(two, "A", "M-1", noon, 1);
        const Ledger ledger({one, two});
        QCOMPARE(ledger.machineFigures(machine, {noon, noon + 1h}).events, 2);
        QCOMPARE(ledger.span(), (TimeWindow{noon, noon + 2s + 1us}));
    }
};

LINEWATCH_TEST(TestLedger)
#include "tst_ledger.moc"
