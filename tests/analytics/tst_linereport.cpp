// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/countedplant.h"
#include "analytics/defectlines.h"
#include "analytics/linereport.h"
#include "analytics/machinehealth.h"
#include "model/samples.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const TimeWindow span{at("2026-01-14T00:00:00Z"), at("2026-01-16T00:00:00Z")};
constexpr StateRules rules{.silenceLimit = 5min, .healthWindow = 1h, .healthThreshold = 2.0};

LineId line(const char *name)
{
    return LineId(std::string(name));
}

LinesReport readLines(TestStore &store, TimeWindow window, Instant now = span.end,
                      const TellPart<LinesReport> &tell = {})
{
    const ReadSnapshot snapshot(store.reader());
    return readLinesReport(store.reader(), window, now, rules, tell).value();
}

LineReport readOne(TestStore &store, const LineId &lineId, TimeWindow window, Instant now = span.end,
                   const TellPart<LineReport> &tell = {})
{
    const ReadSnapshot snapshot(store.reader());
    return readLineReport(store.reader(), lineId, window, now, rules, tell).value();
}

TimeWindow randomWindow(Dice &dice)
{
    const Instant start = dice.between(span.start + 12h, span.end - 1h);
    return {start, dice.between(start + 1us, span.end)};
}

void verifyFigures(const CountedPlant &plant, const GroupFigures &figures, TimeWindow window,
                   const LineId &lineId, const MachineId &machineId = {})
{
    const SumsByMachine counted = plant.count(window, lineId, machineId);
    QCOMPARE(figures.window, window);
    QCOMPARE(figures.machines, std::ssize(counted));
    QCOMPARE(figures.totals, plant.total(window, lineId, machineId));
}

/** Known defects of each step by hand. */
void verifySteps(const CountedPlant &plant, const DefectSteps &defects, const WindowSteps &steps,
                 TimeWindow window, const LineId &lineId, const MachineId &machineId = {})
{
    QCOMPARE(defects.size(), steps.count(window));
    for (std::size_t i = 0; i < defects.size(); ++i) {
        const Totals counted = plant.total(steps.part(window, i), lineId, machineId);
        QCOMPARE(defects[i].has_value(), counted.events > counted.unknownEvents);
        QCOMPARE(defects[i].value_or(0), defects[i] ? counted.defects : 0);
    }
}

const LineRow *rowOf(const LinesReport &report, const char *name)
{
    for (const LineRow &row : report.lines) {
        if (row.lineId == line(name))
            return &row;
    }
    return nullptr;
}

} // namespace

class LineReportTest : public QObject
{
    Q_OBJECT

private slots:
    void anyReportEqualsBruteForce()
    {
        for (const std::uint32_t seed : {3U, 17U}) {
            CountedPlant plant(seed, span, 250);
            Dice dice(seed);
            for (int i = 0; i < 30; ++i) {
                const TimeWindow window = randomWindow(dice);
                const TimeWindow before{window.start - window.length(), window.start};
                const LinesReport report = readLines(plant.store, window);
                QCOMPARE(report.windows.window, window);
                QCOMPARE(report.windows.before, before);
                std::set<LineId> expected = plant.lines(window);
                expected.merge(plant.lines(before));
                std::set<LineId> told;
                for (const LineRow &row : report.lines) {
                    told.insert(row.lineId);
                    verifyFigures(plant, row.now, window, row.lineId);
                    verifyFigures(plant, row.before, before, row.lineId);
                    verifySteps(plant, row.defects, report.steps, window, row.lineId);
                }
                QCOMPARE(told, expected);
                verifyFigures(plant, report.plant.now, window, {});
                verifyFigures(plant, report.plant.before, before, {});
                verifySteps(plant, report.plant.defects, report.steps, window, {});
            }
        }
    }

    void anyLineEqualsBruteForce()
    {
        CountedPlant plant(29, span, 250);
        Dice dice(5);
        for (int i = 0; i < 60; ++i) {
            const TimeWindow window = randomWindow(dice);
            const LineId lineId = line(dice.pick(std::array{"L-1", "L-2", "M-1", "M-3", "nobody"}));
            const LineReport report = readOne(plant.store, lineId, window);
            verifyFigures(plant, report.line.now, window, lineId);
            verifyFigures(plant, report.line.before, report.windows.before, lineId);
            verifySteps(plant, report.line.defects, report.steps, window, lineId);
            Totals sum;
            for (const Totals &step : report.trend)
                sum += step;
            QCOMPARE(sum, report.line.now.totals);
            Totals machines;
            for (const MachineOnLine &row : report.machines) {
                verifyFigures(plant, row.now, window, lineId, row.machineId);
                verifyFigures(plant, row.before, report.windows.before, lineId, row.machineId);
                verifySteps(plant, row.defects, report.steps, window, lineId, row.machineId);
                const Totals anywhere = plant.total(window, {}, row.machineId);
                QCOMPARE(row.isElsewhereToo, anywhere.events > row.now.totals.events);
                machines += row.now.totals;
            }
            QCOMPARE(machines, report.line.now.totals);
            const std::set<LineId> lines(report.lines.begin(), report.lines.end());
            QCOMPARE(lines, plant.lines(window));
        }
    }

    /** Whoever waits sees the same figures a little later: only steps are added. */
    void figuresAreToldBeforeTheSteps()
    {
        CountedPlant plant(13, span, 250);
        Dice dice(2);
        for (int i = 0; i < 20; ++i) {
            const TimeWindow window = randomWindow(dice);
            int told = 0;
            LinesReport lines;
            const LinesReport allLines = readLines(plant.store, window, span.end, [&](LinesReport part) {
                lines = std::move(part);
                ++told;
            });
            QVERIFY(!lines.isWhole && allLines.isWhole);
            QCOMPARE(lines.lines.size(), allLines.lines.size());
            for (std::size_t k = 0; k < lines.lines.size(); ++k) {
                QCOMPARE(lines.lines[k].lineId, allLines.lines[k].lineId);
                QCOMPARE(lines.lines[k].now.totals, allLines.lines[k].now.totals);
                QCOMPARE(lines.lines[k].states, allLines.lines[k].states);
                QVERIFY(lines.lines[k].defects.empty());
            }
            LineReport one;
            const LineReport whole =
                readOne(plant.store, line("L-1"), window, span.end, [&](LineReport part) {
                    one = std::move(part);
                    ++told;
                });
            QCOMPARE(told, 2);
            QVERIFY(!one.isWhole && whole.isWhole);
            QVERIFY(one.trend.empty());
            QCOMPARE(one.line.now.totals, whole.line.now.totals);
            QCOMPARE(one.machines.size(), whole.machines.size());
            for (std::size_t k = 0; k < one.machines.size(); ++k) {
                QCOMPARE(one.machines[k].state, whole.machines[k].state);
                QCOMPARE(one.machines[k].before.totals, whole.machines[k].before.totals);
                QVERIFY(one.machines[k].defects.empty());
            }
        }
    }

    void figuresAreThoseThatTheApiAnswers()
    {
        CountedPlant plant(41, span, 200);
        Dice dice(8);
        for (int i = 0; i < 30; ++i) {
            const TimeWindow window = randomWindow(dice);
            const LinesReport report = readLines(plant.store, window);
            std::size_t withDefects = 0;
            const auto answered = topDefectLines(plant.store.reader(), window, 100, {}).value();
            for (const LineRow &row : report.lines)
                withDefects += row.now.totals.defects > 0 ? 1 : 0;
            QCOMPARE(answered.size(), withDefects);
            for (const DefectLine &top : answered) {
                const LineRow *row = rowOf(report, top.lineId.utf8().c_str());
                QVERIFY(row);
                QCOMPARE(row->now.totals.defects, top.defects);
                QCOMPARE(row->now.totals.events, top.events);
                QCOMPARE(row->now.defectsPercent().value(), top.percent);
            }
            // A machine alone: one that was nowhere else is answered the same way by GET /stats.
            for (const MachineOnLine &row : readOne(plant.store, line("L-1"), window).machines) {
                if (row.isElsewhereToo || !row.now.hasEvents())
                    continue;
                const MachineHealth health =
                    machineHealth(plant.store.reader(), row.machineId, window, 2.0).value();
                QCOMPARE(row.now.totals, health.totals);
                QCOMPARE(row.now.defectRate().value(), health.defectRate);
                QCOMPARE(row.now.availability().value(), health.availability);
                QCOMPARE(row.state == MachineState::Warning, health.health == Health::Warning);
            }
        }
    }

    void availabilityIsSharedByTheMachinesThatWereThere()
    {
        TestStore store;
        const TimeWindow hour{span.start, span.start + 1h};
        store.insert("E-1", payloadOf("M-1", hour.start, 0, "L-1", 30min), span.end);
        store.insert("E-2", payloadOf("M-2", hour.start + 1min, 3, "L-1", 15min), span.end + 1s);
        store.insert("E-3", payloadOf("M-3", hour.start - 1us, 3, "L-1", 15min), span.end + 2s);
        const LinesReport report = readLines(store, hour);
        const LineRow *row = rowOf(report, "L-1");
        QVERIFY(row);
        QCOMPARE(row->now.machines, 2);
        QCOMPARE(row->now.availability().value(), (Decimal{3750, 4}));
        QCOMPARE(row->now.defectRate().value(), (Decimal{300, 2}));
        QCOMPARE(row->before.machines, 1);
        QCOMPARE(row->before.totals.defects, 3);
    }

    void nothingToDivideByIsNoFigure()
    {
        TestStore store;
        const TimeWindow hour{span.start, span.start + 1h};
        store.insert("E-1", payloadOf("M-1", hour.start - 1min, 2, "L-1"), span.end);
        const LinesReport report = readLines(store, hour);
        QCOMPARE(report.lines.size(), std::size_t{1}); // it was there before
        const GroupFigures &now = report.lines.front().now;
        QVERIFY(!now.defectRate() && !now.defectsPercent() && !now.availability() && !now.unknownPercent());
        for (const auto &step : report.lines.front().defects)
            QVERIFY(!step);
        QVERIFY(readOne(store, line("nobody"), hour).machines.empty());
        QVERIFY(readLines(store, {hour.start + 2h, hour.start + 3h}).lines.empty());
    }

    void unknownIsNotZero()
    {
        TestStore store;
        const TimeWindow hour{span.start, span.start + 1h};
        store.insert("E-1", payloadOf("M-1", hour.start, UnknownDefects, "L-1"), span.end);
        store.insert("E-2", payloadOf("M-1", hour.start + 30min, 0, "L-1"), span.end + 1s);
        const LinesReport report = readLines(store, hour);
        const LineRow &row = report.lines.front();
        QCOMPARE(row.now.unknownPercent().value(), (Decimal{5000, 2}));
        QVERIFY(!row.defects.front());
        QCOMPARE(std::ranges::count(row.defects, std::optional<std::int64_t>(0)), 1);
    }

    void aWindowThatRunsIsToldUpToNowAndJudgedNow()
    {
        TestStore store;
        const Instant now = span.start + 90min;
        const TimeWindow today{span.start, span.end};
        store.insert("E-1", payloadOf("M-1", now - 1min, 0, "L-1"), span.end);
        store.insert("E-2", payloadOf("M-2", now - 6min, 0, "L-1"), span.end + 1s);
        store.insert("E-3", payloadOf("M-3", now - 2min, 2, "L-1"), span.end + 2s);
        store.insert("E-4", payloadOf("M-4", today.start - 1min, 9, "L-1"), span.end + 3s);
        store.insert("E-5", payloadOf("M-5", today.start + 1min, 9, "L-2"), span.end + 4s);
        store.insert("E-6", payloadOf("M-5", now - 1min, 0, "L-2"), span.end + 5s);
        const LineReport running = readOne(store, line("L-1"), today, now);
        QVERIFY(running.windows.isRunning);
        QCOMPARE(running.windows.window, (TimeWindow{today.start, now}));
        const std::array expected{MachineState::Healthy, MachineState::Silent, MachineState::Warning,
                                  MachineState::NoData};
        QCOMPARE(running.machines.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            QCOMPARE(running.machines[i].state, expected[i]);
        const LinesReport lines = readLines(store, today, now);
        QCOMPARE(rowOf(lines, "L-1")->states, (std::array{1, 1, 1, 1}));
        QCOMPARE(rowOf(lines, "L-2")->states, (std::array{0, 0, 0, 1})); // its defects are over an hour old

        const LineReport past = readOne(store, line("L-2"), today, span.end + 1s);
        QVERIFY(!past.windows.isRunning);
        QCOMPARE(past.machines.front().state, MachineState::Healthy); // 9 in 48 hours
        const LineReport shorter =
            readOne(store, line("L-1"), {today.start, today.start + 90min}, span.end + 1s);
        QCOMPARE(shorter.machines[1].state, MachineState::Healthy); // none is silent in what is over
        QCOMPARE(shorter.machines[2].state, MachineState::Healthy); // 2 in an hour and a half
    }

    void aCorrectionMovesAnEventToAnotherLine()
    {
        TestStore store;
        const TimeWindow hour{span.start, span.start + 1h};
        store.insert("E-1", payloadOf("M-1", hour.start, 2, "L-1"), span.end);
        QVERIFY(rowOf(readLines(store, hour), "L-1"));
        store.correct("E-1", payloadOf("M-2", hour.start, 1, "L-2"), span.end + 1s);
        const LinesReport report = readLines(store, hour);
        QVERIFY(!rowOf(report, "L-1"));
        QCOMPARE(rowOf(report, "L-2")->now.totals.defects, 1);
        QCOMPARE(report.plant.now.machines, 1);
    }

    void removedTimeIsToldInWholeHours()
    {
        TestStore store;
        store.insert("E-1", payloadOf("M-1", span.start + 10min, 2, "L-1"), span.end);
        store.insert("E-2", payloadOf("M-1", span.start + 5h, 3, "L-1"), span.end + 1s);
        store.removeBefore(span.start + 4h);
        const LinesReport report = readLines(store, {span.start + 30min, span.start + 6h});
        QVERIFY(report.windows.isWidened);
        QCOMPARE(report.windows.window.start, span.start);
        QCOMPARE(report.lines.front().now.totals.defects, 5);
        QVERIFY(report.steps.step >= 1h);
    }

    void aWindowThatHasNotBegunIsRefused()
    {
        TestStore store;
        const auto kindFor = [&store](TimeWindow window) {
            const Result<LinesReport> report = readLinesReport(store.reader(), window, span.start, rules);
            return report ? std::nullopt : std::optional(report.failure().kind);
        };
        QVERIFY(kindFor({span.start, span.end}) == Failure::Kind::Refused);
        QVERIFY(kindFor({span.start - 1h, span.start - 1h}) == Failure::Kind::Refused);
        QVERIFY(!kindFor({span.start - 1h, span.end}));
    }
};

LINEWATCH_TEST(LineReportTest)
#include "tst_linereport.moc"
