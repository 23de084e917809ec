// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/teststore.h"
#include "analytics/windowsteps.h"
#include "live/liveboard.h"
#include "model/dice.h"
#include "model/samples.h"
#include "monitor/windowquestion.h"
#include "storage/sqlregistrystore.h"
#include "support/testprogram.h"

#include <array>
#include <map>
#include <numeric>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant noon = at("2026-01-15T12:00:30Z");
constexpr StateRules rules{.silenceLimit = 5min, .healthWindow = 1h, .healthThreshold = 2.0};

LineId lineOf(const EventPayload &payload)
{
    return payload.lineId.isEmpty() ? LineId(payload.machineId.utf8()) : payload.lineId;
}

/** A store and the events in it, for counting by hand. */
struct Plant {
    TestStore store;
    std::vector<EventPayload> events;

    void add(const EventPayload &payload) { add(std::vector{payload}); }
    /** In one transaction. */
    void add(const std::vector<EventPayload> &payloads)
    {
        store.insertAll(payloads, events.size() + 1, noon);
        events.insert(events.end(), payloads.begin(), payloads.end());
    }

    LiveSnapshot read(TimeWindow window, Instant now = noon, const TellPart<LiveSnapshot> &tell = {})
    {
        const ReadSnapshot snapshot(store.reader());
        return readWindow(store.reader(), window, now, rules, tell).value();
    }

    Totals count(TimeWindow window) const
    {
        Totals totals;
        for (const EventPayload &event : events) {
            if (window.contains(event.eventTime))
                totals += totalsOf(event);
        }
        return totals;
    }
};

/** Events of a few machines on a few lines, some without a line, over the @p past before noon. */
void fill(Plant &plant, std::chrono::seconds past, int events)
{
    Dice dice(7);
    const std::array machines{"M-1", "M-2", "M-3", "M-4"};
    const std::array lines{"L-1", "L-2", ""};
    std::vector<EventPayload> payloads;
    for (int i = 0; i < events; ++i) {
        payloads.push_back(payloadOf(dice.pick(machines), dice.between(noon - past, noon),
                                     static_cast<std::int32_t>(dice.between(-1, 3)), dice.pick(lines),
                                     std::chrono::milliseconds{dice.between(0, 60'000)}));
    }
    plant.add(payloads);
}

/** All but what charts are drawn of. */
void verifyFiguresAreTold(const LiveSnapshot &figures, const LiveSnapshot &whole)
{
    QVERIFY(!figures.isWhole && whole.isWhole && figures.trend.empty());
    QCOMPARE(figures.window, whole.window);
    QCOMPARE(figures.trendStep, whole.trendStep);
    QCOMPARE(figures.plant, whole.plant);
    QCOMPARE(figures.plantBefore, whole.plantBefore);
    QCOMPARE(figures.activeMachines, whole.activeMachines);
    QCOMPARE(figures.activeMachinesBefore, whole.activeMachinesBefore);
    QCOMPARE(figures.topLines.size(), whole.topLines.size());
    QCOMPARE(figures.machines.size(), whole.machines.size());
    for (std::size_t i = 0; i < whole.machines.size(); ++i) {
        QVERIFY(figures.machines[i].sparkline.empty());
        QCOMPARE(figures.machines[i].machineId, whole.machines[i].machineId);
        QCOMPARE(figures.machines[i].state, whole.machines[i].state);
        QCOMPARE(figures.machines[i].shown, whole.machines[i].shown);
    }
}

Totals sumOf(const std::vector<TrendPoint> &points)
{
    Totals sum;
    for (const TrendPoint &point : points)
        sum += point.totals.value_or(Totals{});
    return sum;
}

} // namespace

class WindowQuestionTest : public QObject
{
    Q_OBJECT

private slots:
    void everythingAddsUpToWhatIsCountedByHand_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("whole hours") << "2026-01-15T04:00:00Z"
                                     << "2026-01-15T08:00:00Z";
        QTest::newRow("odd edges") << "2026-01-15T03:17:29.123456Z"
                                   << "2026-01-15T07:59:59.999999Z";
        QTest::newRow("within a minute") << "2026-01-15T05:10:01Z"
                                         << "2026-01-15T05:10:55Z";
        QTest::newRow("a moment") << "2026-01-15T05:10:01Z"
                                  << "2026-01-15T05:10:01.000001Z";
        QTest::newRow("across a minute") << "2026-01-15T05:10:31Z"
                                         << "2026-01-15T05:11:12Z";
        QTest::newRow("a day, odd") << "2026-01-14T09:31:07Z"
                                    << "2026-01-15T09:31:07Z";
        QTest::newRow("a week") << "2026-01-08T10:30:00Z"
                                << "2026-01-15T10:29:11Z";
        QTest::newRow("half a year") << "2025-07-15T10:30:00Z"
                                     << "2026-01-15T10:29:11Z";
        QTest::newRow("not over") << "2026-01-15T00:00:00Z"
                                  << "2026-01-16T00:00:00Z";
    }

    void everythingAddsUpToWhatIsCountedByHand()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        static Plant &plant = []() -> Plant & {
            static Plant made;
            fill(made, 48h, 300);
            fill(made, 30 * 24h, 60);
            return made;
        }();
        const TimeWindow asked{at(from.toUtf8().constData()), at(to.toUtf8().constData())};
        LiveSnapshot figures;
        const LiveSnapshot snapshot = plant.read(asked, noon, [&](LiveSnapshot told) { figures = told; });
        verifyFiguresAreTold(figures, snapshot);

        const TimeWindow shown{asked.start, std::min(asked.end, noon)};
        QCOMPARE(snapshot.window, shown);
        QCOMPARE(snapshot.plant, plant.count(shown));
        QCOMPARE(snapshot.plantBefore, plant.count({shown.start - shown.length(), shown.start}));
        QCOMPARE(sumOf(snapshot.trend), snapshot.plant);
        QVERIFY(snapshot.trend.size() <= 152);
        Totals machines;
        for (const MachineSnapshot &machine : snapshot.machines)
            machines += machine.shown;
        QCOMPARE(machines, snapshot.plant);
        std::map<LineId, std::int64_t> lines;
        for (const EventPayload &event : plant.events) {
            if (shown.contains(event.eventTime))
                lines[lineOf(event)] += std::max(event.defectCount, 0);
        }
        std::erase_if(lines, [](const auto &line) { return line.second == 0; });
        QCOMPARE(snapshot.topLines.size(), lines.size());
        for (const LineSnapshot &line : snapshot.topLines)
            QCOMPARE(line.defects, lines.at(line.lineId));
    }

    void eachStepOfTheTrendIsItsOwnWindow()
    {
        Plant plant;
        fill(plant, 24h, 200);
        const LiveSnapshot snapshot = plant.read({noon - 20h - 11s, noon - 3min});
        QVERIFY(snapshot.trend.size() > 100);
        Instant next = snapshot.window.start;
        for (const TrendPoint &point : snapshot.trend) {
            QCOMPARE(point.start, next);
            next = point.start + point.length;
            const Totals counted = plant.count({point.start, next});
            QCOMPARE(point.totals.has_value(), counted.events > 0); // a gap is no zero
            QCOMPARE(point.totals.value_or(Totals{}), counted);
        }
        QCOMPARE(next, snapshot.window.end);
    }

    void theLiveBoardSaysTheSame_data()
    {
        QTest::addColumn<int>("minutes");
        for (const int minutes : {15, 60, 480})
            QTest::addRow("%d minutes", minutes) << minutes;
    }

    void theLiveBoardSaysTheSame()
    {
        QFETCH(int, minutes);
        Plant plant;
        fill(plant, 9h, 150);
        fill(plant, 10min, 40);
        LiveBoard board(rules);
        for (const EventPayload &event : plant.events) {
            const EventChange change{std::nullopt,
                                     StoredEvent{EventId(std::string("E")), event, noon, noon, 1}};
            board.record({&change, 1}, {}, noon, 1ms);
        }
        const LiveSnapshotPtr live = board.snapshot(noon, std::chrono::minutes{minutes}, 0);
        const LiveSnapshot stored = plant.read({live->window.start, noon + 1h});
        QCOMPARE(stored.window, live->window);
        QCOMPARE(stored.plant, live->plant);
        QCOMPARE(stored.activeMachines, live->activeMachines);
        QCOMPARE(stored.trendStep, live->trendStep);
        QCOMPARE(stored.healthWindow, live->healthWindow);
        for (std::size_t i = 0; i < live->trend.size(); ++i)
            QCOMPARE(stored.trend[i].totals, live->trend[i].totals);
        QCOMPARE(stored.topLines.size(), live->topLines.size());
        for (std::size_t i = 0; i < live->topLines.size(); ++i) {
            QCOMPARE(stored.topLines[i].lineId, live->topLines[i].lineId);
            QCOMPARE(stored.topLines[i].defects, live->topLines[i].defects);
            QCOMPARE(stored.topLines[i].events, live->topLines[i].events);
        }
        QCOMPARE(stored.machines.size(), live->machines.size());
        for (std::size_t i = 0; i < live->machines.size(); ++i) {
            const MachineSnapshot &one = stored.machines[i];
            const MachineSnapshot &other = live->machines[i];
            QCOMPARE(one.machineId, other.machineId);
            QCOMPARE(one.line, other.line);
            QCOMPARE(one.state, other.state);
            QCOMPARE(one.shown, other.shown);
            QCOMPARE(one.health, other.health);
            QCOMPARE(one.defectRate, other.defectRate);
            QCOMPARE(one.lastEventTime, other.lastEventTime);
        }
    }

    void aWindowThatIsOverJudgesByItself()
    {
        Plant plant;
        plant.add(payloadOf("M-1", noon - 5h, 9));
        plant.add(payloadOf("M-2", noon - 5h, 3));
        plant.add(payloadOf("M-3", noon - 10min, 50));
        const LiveSnapshot snapshot = plant.read({noon - 6h, noon - 2h});
        QCOMPARE(snapshot.machines.size(), 3U);
        QCOMPARE(snapshot.machines[0].state, MachineState::Warning); // 9 in 4 hours
        QCOMPARE(snapshot.machines[0].defectRate, (Decimal{225, 2}));
        QCOMPARE(snapshot.machines[0].health, snapshot.machines[0].shown);
        QCOMPARE(snapshot.healthWindow, snapshot.window);
        QCOMPARE(snapshot.machines[1].state, MachineState::Healthy); // long ago is not silent
        QCOMPARE(snapshot.machines[2].state, MachineState::NoData);
        QVERIFY(!snapshot.isRunning());
    }

    void aWindowThatIsNotOverJudgesLikeTheLiveBoard()
    {
        Plant plant;
        plant.add(payloadOf("M-1", noon - 1s, 2));
        plant.add(payloadOf("M-2", noon - 3h, 99));
        const LiveSnapshot snapshot = plant.read({noon - 12h, noon + 12h});
        QCOMPARE(snapshot.machines[0].state, MachineState::Warning);
        QCOMPARE(snapshot.machines[1].state, MachineState::Silent);
        QVERIFY(snapshot.isRunning());
        QCOMPARE(snapshot.window.end, noon);
    }

    void aMachineStandsWhereItWasThen()
    {
        Plant plant;
        plant.add(payloadOf("M-1", noon - 5h, 0, "L-1"));
        plant.add(payloadOf("M-1", noon - 10min, 0, "L-2"));
        QCOMPARE(plant.read({noon - 6h, noon - 2h}).machines.at(0).line.utf8(), std::string("L-1"));
        QCOMPARE(plant.read({noon - 6h, noon + 2h}).machines.at(0).line.utf8(), std::string("L-2"));
        QCOMPARE(plant.read({noon - 9h, noon - 8h}).machines.at(0).line.utf8(), std::string("L-2"));
    }

    void sparklinesAreEventsAMinute()
    {
        Plant plant;
        for (int i = 0; i < 6; ++i)
            plant.add(payloadOf("M-1", noon - 30min + i * 1s, 0));
        const LiveSnapshot snapshot = plant.read({noon - 1h - 30s, noon - 30s});
        const std::vector<float> &spark = snapshot.machines.at(0).sparkline;
        QCOMPARE(spark.size(), 30U);
        QCOMPARE(spark[15], 3.0F); // six in the two minutes from 11:30 on
        QCOMPARE(std::accumulate(spark.begin(), spark.end(), 0.0F), 3.0F);
    }

    void removedTimeIsShownInWholeHours_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("coveredFrom");
        QTest::addColumn<QString>("coveredTo");
        QTest::newRow("across the horizon") << "2026-01-14T22:10:00Z"
                                            << "2026-01-15T03:17:29Z"
                                            << "2026-01-14T22:00:00Z"
                                            << "2026-01-15T03:17:29Z";
        QTest::newRow("before it") << "2026-01-14T12:10:00Z"
                                   << "2026-01-14T15:10:00Z"
                                   << "2026-01-14T12:00:00Z"
                                   << "2026-01-14T16:00:00Z";
        QTest::newRow("within an hour") << "2026-01-14T12:10:00Z"
                                        << "2026-01-14T12:11:00Z"
                                        << "2026-01-14T12:00:00Z"
                                        << "2026-01-14T13:00:00Z";
        QTest::newRow("up to now") << "2026-01-13T12:10:01Z"
                                   << "2026-01-15T13:00:00Z"
                                   << "2026-01-13T12:00:00Z"
                                   << "2026-01-15T12:00:30Z";
    }
    void removedTimeIsShownInWholeHours()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, coveredFrom);
        QFETCH(QString, coveredTo);
        Plant plant;
        fill(plant, 60h, 3000);
        const Instant horizon = at("2026-01-15T01:00:00Z");
        plant.store.removeBefore(horizon);
        const LiveSnapshot snapshot = plant.read({at(from.toStdString()), at(to.toStdString())});
        QCOMPARE(text(snapshot.window.start), coveredFrom);
        QCOMPARE(text(snapshot.window.end), coveredTo);
        QVERIFY(snapshot.wholeHoursBefore == horizon);
        QCOMPARE(snapshot.plant, plant.count(snapshot.window));
        QCOMPARE(snapshot.plantBefore, plant.count(snapshot.previousWindow));
        QCOMPARE(sumOf(snapshot.trend), snapshot.plant);
        QVERIFY(snapshot.trendStep >= 1h);
        for (const TrendPoint &point : snapshot.trend) {
            const Totals counted = plant.count({point.start, point.start + point.length});
            QCOMPARE(point.totals.value_or(Totals{}), counted);
        }
        for (const MachineSnapshot &machine : snapshot.machines) {
            if (machine.shown.events > 0)
                QVERIFY(machine.state != MachineState::NoData);
        }
    }

    void aWindowAfterTheHorizonIsAsItWas()
    {
        Plant plant;
        fill(plant, 60h, 1000);
        plant.store.removeBefore(at("2026-01-15T01:00:00Z"));
        const LiveSnapshot snapshot = plant.read({at("2026-01-15T01:00:00Z"), at("2026-01-15T02:10:00Z")});
        QVERIFY(!snapshot.wholeHoursBefore);
        QCOMPARE(snapshot.trendStep, std::chrono::seconds{60});
        QCOMPARE(sumOf(snapshot.trend), snapshot.plant);
    }

    void whatHasNotBegunIsRefused()
    {
        Plant plant;
        for (const TimeWindow &window : {TimeWindow{noon + 1h, noon + 2h}, TimeWindow{noon, noon}}) {
            const Result<LiveSnapshot> result = readWindow(plant.store.reader(), window, noon, rules);
            QVERIFY(!result);
            QCOMPARE(result.failure().kind, Failure::Kind::Refused);
        }
    }

    void longWindowsReadFewSteps()
    {
        for (const auto length : {1min, 15min, 60min}) {
            const TimeWindow window{noon, noon + length};
            QCOMPARE(trendSteps(window).step, std::chrono::seconds{60});
        }
        for (const int days : {1, 2, 30, 60, 100, 365, 3650, 36'500}) {
            const TimeWindow window{noon, noon + std::chrono::days{days}};
            QVERIFY(trendSteps(window).count(window) <= 152);
            QVERIFY(sparkSteps(window).count(window) <= 32);
        }
        const TimeWindow year{noon, noon + std::chrono::days{365}};
        QCOMPARE(trendSteps(year).width, BucketWidth::Day);
        QCOMPARE(sparkSteps(year).width, BucketWidth::Day);
    }

    void machinesAreJudgedAndPlacedByTheRegistry()
    {
        Plant plant;
        plant.add(payloadOf("M-1", noon - 30min, 1));
        plant.add(payloadOf("M-2", noon - 30min, 1));
        RegisteredMachine machine;
        machine.machineId = MachineId(std::string("M-1"));
        machine.threshold = Decimal{50, 2};
        machine.silenceLimit = 1h;
        machine.assignments = {{noon - 30min, LineId(std::string("L-1"))},
                               {noon - 30min + 1us, LineId(std::string("L-2"))}};
        const auto registry = SqlRegistryStore::open(plant.store.url());
        QVERIFY((*registry)->apply({0, QStringLiteral("one"), {machine}}, noon));
        for (const TimeWindow &window :
             {TimeWindow{noon - 1h, noon + 1h}, TimeWindow{noon - 45min, noon - 15min}}) {
            const LiveSnapshot snapshot = plant.read(window);
            const MachineSnapshot &own = snapshot.machines.front();
            QCOMPARE(own.machineId, machine.machineId);
            QCOMPARE(own.line.utf8(), std::string("L-1"));
            QCOMPARE(own.state, MachineState::Warning);
            QCOMPARE(snapshot.thresholdOf(own), 0.5);
            QCOMPARE(snapshot.thresholdOf(snapshot.machines.back()), rules.healthThreshold);
        }
    }
};

LINEWATCH_TEST(WindowQuestionTest)
#include "tst_windowquestion.moc"
