// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/countedplant.h"
#include "analytics/coverage.h"
#include "monitor/windowquestion.h"
#include "support/testprogram.h"
#include "ui/calculation.h"
#include "ui/madeplant.h"
#include "ui/models/explanationtext.h"
#include "ui/models/grouptablemodel.h"
#include "ui/models/keyfigures.h"
#include "ui/models/linefigures.h"
#include "ui/models/lineexplanations.h"
#include "ui/models/machineexplanations.h"
#include "ui/models/machinefigures.h"
#include "ui/models/machinetablemodel.h"
#include "ui/models/machinetile.h"
#include "ui/models/overviewexplanations.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

const Instant begin = madeNow() - 48h;
const TimeWindow span{begin, begin + 48h};

/** By GroupTableModel::Column. */
constexpr std::pair<int, FigureKind> groupColumns[] = {
    {GroupTableModel::Machines, FigureKind::ActiveMachines},
    {GroupTableModel::Events, FigureKind::Events},
    {GroupTableModel::RunTime, FigureKind::RunTime},
    {GroupTableModel::Defects, FigureKind::Defects},
    {GroupTableModel::Percent, FigureKind::DefectsPercent},
    {GroupTableModel::Rate, FigureKind::DefectRate},
    {GroupTableModel::Change, FigureKind::DefectRateChange},
    {GroupTableModel::Availability, FigureKind::Availability},
    {GroupTableModel::Unknown, FigureKind::UnknownPercent}};

constexpr std::pair<int, FigureKind> machineColumns[] = {
    {MachineTableModel::DefectRate, FigureKind::DefectRate},
    {MachineTableModel::DefectsPer100, FigureKind::DefectsPercent},
    {MachineTableModel::Unknown, FigureKind::UnknownPercent},
    {MachineTableModel::Availability, FigureKind::Availability},
    {MachineTableModel::Events, FigureKind::Events}};

} // namespace

/**
 * Stores made by chance, with unknown defects, corrections and rejected events, over windows made by chance:
 * wherever a figure stands on screen, the numbers of its explanation multiply out to it.
 */
class TestExplainedFigures : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_checked = 0; }

    void cardsOfTheOverviewMultiplyOut()
    {
        overChance(31, [this](EventReader &reader, TimeWindow window, Instant now) {
            const LiveSnapshot snapshot = withIngest(readWindow(reader, window, now, StateRules()).value());
            checkOverview(snapshot);
        });
        QVERIFY2(m_checked > 100, qPrintable(QString::number(m_checked)));
    }

    void theLiveBoardMultipliesOutToo()
    {
        for (unsigned seed = 1; seed < 20; ++seed) {
            checkOverview(madeSnapshot({.lines = static_cast<int>(seed % 5), .seed = seed}));
            checkOverview(madeSnapshot({.lines = 2, .defectsPerMinute = 0, .seed = seed}));
        }
        QVERIFY(m_checked > 500);
    }

    void cardsAndRowsOfLinesMultiplyOut()
    {
        overChance(37, [this](EventReader &reader, TimeWindow window, Instant now) {
            const LinesReport lines = readLinesReport(reader, window, now, StateRules()).value();
            GroupTableModel model(GroupTableModel::Of::Lines, m_formats);
            model.show(lines);
            for (const LineRow &row : lines.lines)
                checkRow(model, row.lineId.toString(), {{}, row.lineId}, row);
            if (!lines.lines.empty())
                checkLine(
                    readLineReport(reader, lines.lines.front().lineId, window, now, StateRules()).value());
        });
        QVERIFY2(m_checked > 500, qPrintable(QString::number(m_checked)));
    }

    void cardsAndRowsOfMachinesMultiplyOut()
    {
        overChance(41, [this](EventReader &reader, TimeWindow window, Instant now) {
            MachineTableModel model(m_formats);
            const std::vector<MachineRow> rows = readMachineRows(reader, window, now, StateRules()).value();
            model.setRows(rows);
            for (int row = 0; row < model.rowCount(); ++row) {
                for (const auto &[column, kind] : machineColumns)
                    check(
                        explainMachineRow(kind, model.rowAt(row), coverageOf(reader, window).value().window),
                        model.index(row, column).data().toString());
            }
            checkMachine(reader, MachineId(std::string("M-1")), window, now);
        });
        QVERIFY2(m_checked > 500, qPrintable(QString::number(m_checked)));
    }

    void whatIsPutInIsCountedFromTheEvents()
    {
        CountedPlant plant(43, span, 250);
        Dice dice(7);
        for (int i = 0; i < 30; ++i) {
            const TimeWindow window = chanceWindow(dice);
            const ReadSnapshot reading(plant.store.reader());
            const LiveSnapshot snapshot =
                readWindow(plant.store.reader(), window, span.end + 1h, StateRules()).value();
            const Totals counted = plant.total(window);
            QCOMPARE(explainPlant(FigureKind::Defects, snapshot).result.value_or(Decimal{}).scaled,
                     counted.defects);
            for (const MachineSnapshot &machine : snapshot.machines) {
                const Explanation rate = explainTile(FigureKind::DefectRate, machine, snapshot, m_formats);
                QCOMPARE(rate.numbers.totals, plant.total(window, {}, machine.machineId));
            }
        }
    }

    void aLimitIsToldWhereAllMachinesHaveIt()
    {
        LiveSnapshot snapshot = madeSnapshot({.lines = 2});
        const auto told = [&snapshot] {
            return std::get<StateTally>(explainPlant(FigureKind::HealthyMachines, snapshot).facts).threshold;
        };
        QVERIFY(told() == snapshot.healthThreshold);
        snapshot.machines.front().threshold = snapshot.healthThreshold + 1;
        QVERIFY(!told());
    }

private:
    static TimeWindow chanceWindow(Dice &dice)
    {
        const Instant start = dice.between(span.start, span.end - 2h);
        return {start, dice.between(start + 1s, span.end)};
    }

    /** Windows that are over and such that run, in a store that has all its events and one that has not. */
    template <class Check>
    void overChance(std::uint32_t seed, const Check &check)
    {
        for (std::uint32_t store = 0; store < 2; ++store) {
            CountedPlant plant(seed + store, span, 200);
            if (store == 1)
                plant.store.removeBefore(std::chrono::floor<std::chrono::hours>(span.start + 20h));
            Dice dice(seed + 100 + store);
            for (int i = 0; i < 15; ++i) {
                const TimeWindow window = chanceWindow(dice);
                const Instant now = dice.chance(30) ? window.end - 1us : span.end + 1h;
                const ReadSnapshot reading(plant.store.reader());
                check(plant.store.reader(), window, std::max(now, window.start + 1us));
            }
        }
    }

    static LiveSnapshot withIngest(LiveSnapshot snapshot)
    {
        snapshot.ingest.outcomes = {.accepted = 6'000, .deduped = 31, .updated = 6, .rejected = 3};
        snapshot.ingest.lastCommit = 4'249us;
        return snapshot;
    }

    void check(const Explanation &explanation, const QString &onScreen)
    {
        const ExplanationText text = explanationText(explanation, m_formats);
        if (onScreen == QString(dash)) {
            QVERIFY2(text.calculation.isEmpty() && text.result == onScreen, qPrintable(text.spoken()));
            return;
        }
        const QString problem = problemOf(text.calculation, onScreen);
        QVERIFY2(problem.isEmpty(), qPrintable(text.title + QStringLiteral(": ") + problem));
        ++m_checked;
    }

    void checkOverview(const LiveSnapshot &snapshot)
    {
        const KeyFigures figures = keyFigures(snapshot, m_formats);
        check(explainPlant(FigureKind::HealthyMachines, snapshot), figures.machines.value);
        check(explainPlant(FigureKind::EventsPerMinute, snapshot), figures.events.value);
        check(explainPlant(FigureKind::Defects, snapshot), figures.defects.value);
        check(explainPlant(FigureKind::Availability, snapshot), figures.availability.value);
        check(explainPlant(ingestKind(snapshot), snapshot), figures.ingest.value);
        for (const MachineSnapshot &machine : snapshot.machines)
            check(explainTile(FigureKind::DefectRate, machine, snapshot, m_formats),
                  machineTile(machine, snapshot, m_formats).rate);
    }

    void checkRow(const GroupTableModel &model, const QString &name, const FigureSubject &subject,
                  const FiguresRow &figures)
    {
        int row = 0;
        while (model.nameAt(row) != name)
            ++row;
        for (const auto &[column, kind] : groupColumns)
            check(explainFiguresRow(kind, subject, figures), model.index(row, column).data().toString());
    }

    void checkLine(const LineReport &report)
    {
        const LineFigures figures = lineFigures(report, m_formats);
        check(explainLine(FigureKind::HealthyMachines, report), figures.machines.value);
        check(explainLine(FigureKind::Events, report), figures.events.value);
        check(explainLine(FigureKind::DefectRate, report), figures.rate.value);
        check(explainLine(FigureKind::DefectsPercent, report), figures.percent.value);
        check(explainLine(FigureKind::Availability, report), figures.availability.value);
        GroupTableModel model(GroupTableModel::Of::Machines, m_formats);
        model.show(report);
        for (const MachineOnLine &machine : report.machines)
            checkRow(model, machine.machineId.toString(), {machine.machineId, report.lineId}, machine);
    }

    void checkMachine(EventReader &reader, const MachineId &machine, TimeWindow window, Instant now)
    {
        const MachineReport report = readMachineReport(reader, machine, window, now, StateRules()).value();
        const MachineCycles cycles = readMachineCycles(reader, machine, window).value();
        const MachineFigures figures = machineFigures(report, &cycles, StateRules(), m_formats);
        const std::pair<FigureKind, const Figure *> cards[] = {
            {FigureKind::DefectRate, &figures.defectRate},
            {FigureKind::Availability, &figures.availability},
            {FigureKind::DefectsPercent, &figures.defectsPer100},
            {FigureKind::CycleTime, &figures.cycleTime},
            {FigureKind::Clock, &figures.clock},
            {FigureKind::Events, &figures.events}};
        for (const auto &[kind, card] : cards)
            check(explainMachine(kind, machine, report, &cycles), card->value);
    }

    const Formats m_formats = madeFormats();
    int m_checked = 0;
};

LINEWATCH_WIDGET_TEST(TestExplainedFigures)
#include "tst_explainedfigures.moc"
