// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/countedplant.h"
#include "analytics/defectlines.h"
#include "analytics/linereport.h"
#include "analytics/machinehealth.h"
#include "analytics/readexplanation.h"
#include "model/samples.h"
#include "support/testprogram.h"

#include <cmath>
#include <limits>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const TimeWindow span{at("2026-01-14T00:00:00Z"), at("2026-01-16T00:00:00Z")};
/** All that sums tell. */
constexpr std::array kinds{
    FigureKind::DefectRate,      FigureKind::DefectsPercent, FigureKind::Availability,   FigureKind::Events,
    FigureKind::EventsPerMinute, FigureKind::Defects,        FigureKind::UnknownPercent, FigureKind::RunTime,
    FigureKind::ActiveMachines,  FigureKind::CycleTime};

/** Whether it can be told of a window without events, too. */
bool isToldOfNothing(FigureKind kind)
{
    return kind == FigureKind::Events || kind == FigureKind::EventsPerMinute
        || kind == FigureKind::ActiveMachines;
}

Explanation explained(TestStore &store, FigureKind kind, const FigureSubject &subject, TimeWindow window)
{
    const ReadSnapshot snapshot(store.reader());
    return readExplanation(store.reader(), kind, subject, window).value();
}

/** The figure from the numbers that are shown, by another arithmetic than that of the program. */
long double multipliedOut(const Explanation &explanation)
{
    const GroupFigures &numbers = explanation.numbers;
    const auto microseconds = static_cast<long double>(numbers.window.length().count());
    const auto defects = static_cast<long double>(numbers.totals.defects);
    const auto events = static_cast<long double>(numbers.totals.events);
    const auto unknown = static_cast<long double>(numbers.totals.unknownEvents);
    const auto runTime = static_cast<long double>(numbers.totals.runTimeMs);
    const auto machines = static_cast<long double>(numbers.machines);
    switch (explanation.kind) {
    case FigureKind::DefectRate:
        return defects * 3'600'000'000.0L / microseconds;
    case FigureKind::DefectsPercent:
        return 100.0L * defects / events;
    case FigureKind::Availability:
        return std::min(1.0L, runTime * 1000.0L / (microseconds * machines));
    case FigureKind::Events:
        return events;
    case FigureKind::EventsPerMinute:
        return events * 60'000'000.0L / microseconds;
    case FigureKind::Defects:
        return defects;
    case FigureKind::UnknownPercent:
        return 100.0L * unknown / events;
    case FigureKind::RunTime:
        return runTime / 1000.0L;
    case FigureKind::ActiveMachines:
        return machines;
    case FigureKind::CycleTime:
        return runTime / events / 1000.0L;
    default:
        return -1; // sums do not tell it
    }
}

/** Half up to as many places as the figure has. */
std::int64_t rounded(long double figure, int places)
{
    return static_cast<std::int64_t>(std::floor(figure * std::pow(10.0L, places) + 0.5L));
}

FigureSubject randomSubject(Dice &dice)
{
    FigureSubject subject;
    if (dice.chance(60))
        subject.machineId = MachineId("M-" + std::to_string(dice.between(1, 5)));
    if (dice.chance(50))
        subject.lineId = LineId(std::string(dice.pick(std::array{"L-1", "L-2", "M-1", "nobody"})));
    return subject;
}

} // namespace

class ExplanationTest : public QObject
{
    Q_OBJECT

private slots:
    void numbersMultiplyOutToTheFigure()
    {
        CountedPlant plant(11, span, 250);
        Dice dice(2);
        int withResult = 0;
        for (int i = 0; i < 300; ++i) {
            const FigureSubject subject = randomSubject(dice);
            const Instant start = dice.between(span.start, span.end - 1h);
            const TimeWindow window{start, dice.between(start + 1s, span.end + 1h)};
            const FigureKind kind = dice.pick(kinds);
            const Explanation explanation = explained(plant.store, kind, subject, window);
            const SumsByMachine counted = plant.count(window, subject.lineId, subject.machineId);
            QCOMPARE(explanation.numbers, groupFigures(window, counted));
            QCOMPARE(explanation.result.has_value(), !counted.empty() || isToldOfNothing(kind));
            if (!explanation.result)
                continue;
            ++withResult;
            QCOMPARE(explanation.result->scaled,
                     rounded(multipliedOut(explanation), explanation.result->places));
        }
        QVERIFY(withResult > 100);
    }

    void machinesAddUpToTheCount()
    {
        CountedPlant plant(17, span, 250);
        Dice dice(3);
        int withParts = 0;
        for (int i = 0; i < 100; ++i) {
            const FigureSubject subject = randomSubject(dice);
            const Instant start = dice.between(span.start, span.end - 1h);
            const TimeWindow window{start, dice.between(start + 1s, span.end)};
            const FigureKind kind = dice.chance(50) ? FigureKind::Events : FigureKind::Defects;
            const Explanation explanation = explained(plant.store, kind, subject, window);
            std::int64_t sum = 0;
            std::int64_t last = std::numeric_limits<std::int64_t>::max();
            for (const FigurePart &part : explanation.parts) {
                const Totals counted = plant.total(window, subject.lineId, part.machineId);
                QCOMPARE(part.count, kind == FigureKind::Events ? counted.events : counted.defects);
                QVERIFY(part.count > 0 && part.count <= last);
                last = part.count;
                sum += part.count;
            }
            QCOMPARE(Decimal({sum, 0}), explanation.result.value_or(Decimal{}));
            withParts += explanation.parts.empty() ? 0 : 1;
        }
        QVERIFY(withParts > 30);
    }

    void aChangeIsTheDifferenceOfTwoRatesThatAreShown()
    {
        CountedPlant plant(23, span, 250);
        Dice dice(5);
        int withResult = 0;
        for (int i = 0; i < 100; ++i) {
            const FigureSubject subject = randomSubject(dice);
            const Instant middle = dice.between(span.start + 6h, span.end - 6h);
            const auto rateOf = [&](TimeWindow window) {
                return explained(plant.store, FigureKind::DefectRate, subject, window);
            };
            const Explanation now = rateOf({middle, middle + 5h});
            const Explanation before = rateOf({middle - 5h, middle});
            const Explanation change =
                explain(FigureKind::DefectRateChange, subject, now.numbers, before.numbers);
            QCOMPARE(change.result.has_value(), now.result && before.result);
            if (!change.result)
                continue;
            ++withResult;
            QCOMPARE(change.result->scaled, now.result->scaled - before.result->scaled);
        }
        QVERIFY(withResult > 30);
    }

    void healthyMachinesAreThoseInNoOtherState()
    {
        const StateTally tally{{1, 2, 3, 34}, 2.0};
        const Explanation explanation =
            explain(FigureKind::HealthyMachines, {}, GroupFigures{span, 39, {}}, FigureFacts(tally));
        QCOMPARE(explanation.result.value(), (Decimal{40 - 1 - 2 - 3, 0}));
        QCOMPARE(tally.all(), std::int64_t{40});
    }

    void aClockIsTheDifferenceOfTwoTimes()
    {
        const ClockWitness ahead{EventId(std::string("E")), span.start + 3s, span.start + 1'500us, 7};
        const Explanation explanation =
            explain(FigureKind::Clock, {}, GroupFigures{span, 1, {}}, FigureFacts(ahead));
        QCOMPARE(explanation.result.value(), (Decimal{2'998'500, 6}));
        QVERIFY(!explain(FigureKind::Clock, {}, GroupFigures{span, 1, {}}, FigureFacts()).result);
    }

    void whatWasNotMeasuredYetIsNoFigure()
    {
        const auto commit = [](std::chrono::microseconds took) {
            return explain(FigureKind::CommitTime, {}, GroupFigures{span, 1, {}},
                           FigureFacts(IngestFacts{{}, 0, took}))
                .result;
        };
        QVERIFY(!commit(0us));
        QCOMPARE(commit(4'200us).value(), (Decimal{4'200, 3}));
    }

    void theFigureIsTheOneThatIsShown()
    {
        CountedPlant plant(13, span, 200);
        Dice dice(4);
        for (int i = 0; i < 20; ++i) {
            const Instant start = dice.between(span.start + 12h, span.end - 1h);
            const TimeWindow window{start, dice.between(start + 1s, span.end)};
            const auto read = [&](FigureKind kind, const FigureSubject &subject) {
                return explained(plant.store, kind, subject, window).result;
            };
            const LinesReport report =
                readLinesReport(plant.store.reader(), window, span.end, StateRules()).value();
            for (const FigureKind kind : kinds) {
                QCOMPARE(read(kind, {}), figureOf(kind, report.plant.now));
                for (const LineRow &row : report.lines)
                    QCOMPARE(read(kind, {{}, row.lineId}), figureOf(kind, row.now));
            }
            const MachineId machine(std::string("M-1"));
            const MachineHealth health = machineHealth(plant.store.reader(), machine, window, 2.0).value();
            if (health.totals.events == 0)
                continue;
            QCOMPARE(read(FigureKind::DefectRate, {machine, {}}).value(), health.defectRate);
            QCOMPARE(read(FigureKind::Availability, {machine, {}}).value(), health.availability);
        }
    }

    void availabilityIsAtMostOne()
    {
        TestStore store;
        store.insert("E-1", payloadOf("M-1", span.start, 0, "L-1", 2h), span.end);
        const Explanation explanation =
            explained(store, FigureKind::Availability, {}, {span.start, span.start + 1h});
        QCOMPARE(explanation.numbers.totals.runTimeMs, 7'200'000);
        QCOMPARE(explanation.result.value(), (Decimal{10'000, 4}));
    }

    void rejectedEventsAreCountedWhereTheyCanBe()
    {
        CountedPlant plant(19, span, 200);
        Dice dice(6);
        std::int64_t counted = 0;
        for (int i = 0; i < 60; ++i) {
            const Instant start = dice.between(span.end, span.end + 4min);
            const TimeWindow window{start, dice.between(start + 1us, span.end + 6min)};
            const std::string machine =
                dice.chance(30) ? std::string() : "M-" + std::to_string(dice.between(1, 5));
            const auto rejected =
                explained(plant.store, FigureKind::DefectRate, {MachineId(machine), {}}, window).rejected;
            QVERIFY(rejected);
            QVERIFY(!rejected->isAtLeast);
            QCOMPARE(rejected->events, plant.rejected(window, machine));
            counted += rejected->events;
        }
        QVERIFY(counted > 0);
        const LineId line(std::string("L-1"));
        QVERIFY(!explained(plant.store, FigureKind::DefectRate, {{}, line}, span).rejected);
    }

    void manyRejectedEventsAreAtLeastSoMany()
    {
        TestStore store;
        store.reject("M-1", span.start, RejectedCount::MostCounted + 1);
        const auto rejected = [&store](TimeWindow window) {
            return explained(store, FigureKind::DefectRate, {}, window).rejected.value();
        };
        QCOMPARE(rejected(span), (RejectedCount{RejectedCount::MostCounted, true}));
        QCOMPARE(rejected({span.start + 1s, span.end}), (RejectedCount{RejectedCount::MostCounted, false}));
    }
};

LINEWATCH_TEST(ExplanationTest)
#include "tst_explanation.moc"
