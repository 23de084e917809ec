// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/machinereport.h"

#include "analytics/directory.h"
#include "analytics/machinecycles.h"
#include "analytics/machinerows.h"
#include "analytics/teststore.h"
#include "model/dice.h"
#include "model/samples.h"
#include "support/testprogram.h"

#include <algorithm>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant begin = at("2026-01-15T00:00:00Z");
const MachineId machine{std::string("M-1")};
const StateRules rules{.silenceLimit = 3min, .healthWindow = 30min, .healthThreshold = 8.0};

struct Known {
    EventPayload payload;
    Instant received;
    int version = 1;
};

/** A store with what chance wants in it, and the same in memory. */
class ChanceStore
{
public:
    explicit ChanceStore(std::uint32_t seed) : m_dice(seed)
    {
        for (int i = 0; i < 260; ++i)
            step(i);
    }

    EventReader &reader() { return m_store.reader(); }
    Dice &dice() { return m_dice; }
    Instant now() const { return m_now; }
    const std::vector<RejectedEvent> &rejections() const { return m_rejections; }

    /** The machine's events in a window, newest first, ties by id descending. */
    std::vector<std::pair<std::string, Known>> eventsIn(TimeWindow window) const
    {
        std::vector<std::pair<std::string, Known>> found;
        for (const auto &[id, known] : m_events) {
            if (known.payload.machineId == machine && window.contains(known.payload.eventTime))
                found.emplace_back(id, known);
        }
        std::ranges::sort(found, [](const auto &one, const auto &other) {
            return std::pair(one.second.payload.eventTime, one.first)
                > std::pair(other.second.payload.eventTime, other.first);
        });
        return found;
    }
    Totals totalsIn(TimeWindow window) const
    {
        Totals sum;
        for (const auto &[id, known] : eventsIn(window))
            sum += totalsOf(known.payload);
        return sum;
    }

private:
    void step(int number)
    {
        // Bursts and pauses, so that machines fall silent.
        m_now += m_dice.chance(6) ? std::chrono::seconds{m_dice.between(100, 2'000)}
                                  : std::chrono::seconds{m_dice.between(1, 60)};
        if (m_dice.chance(10) && !m_events.empty())
            return correct();
        if (m_dice.chance(5))
            return reject();
        const std::string id = "E-" + std::to_string(number);
        const Known known{payload(), m_now, 1};
        m_store.insert(id, known.payload, m_now);
        m_events[id] = known;
    }
    void correct()
    {
        const auto at =
            std::next(m_events.begin(), static_cast<std::ptrdiff_t>(m_dice.below(m_events.size())));
        at->second = {payload(), m_now, at->second.version + 1};
        m_store.correct(at->first, at->second.payload, m_now);
    }
    void reject()
    {
        const bool isOurs = m_dice.chance(60);
        m_rejections.push_back(
            {m_now, RejectReason::InvalidDuration, isOurs ? "M-1" : "M-2", "here", "{}", 0});
        m_store.reject(m_rejections.back());
    }
    EventPayload payload()
    {
        const bool isLate = m_dice.chance(10);
        const Instant time = isLate ? m_dice.between(begin, m_now) : m_dice.between(m_now - 20s, m_now + 2s);
        return payloadOf(m_dice.chance(60) ? "M-1" : "M-2",
                         m_dice.chance(20) ? std::chrono::floor<std::chrono::minutes>(time) : time,
                         static_cast<std::int32_t>(m_dice.between(-1, 3)), m_dice.chance(50) ? "LINE-A" : "",
                         std::chrono::milliseconds{m_dice.between(0, 9'000)});
    }

    TestStore m_store;
    Dice m_dice;
    Instant m_now = begin;
    std::map<std::string, Known> m_events;
    std::vector<RejectedEvent> m_rejections;
};

std::optional<MachineState> stateByDefinition(const ChanceStore &store, TimeWindow window, TimeWindow step,
                                              Instant now)
{
    if (step.start >= now)
        return std::nullopt;
    const Instant moment = std::min(step.end, now);
    const auto events = store.eventsIn({window.start, step.end});
    if (events.empty())
        return MachineState::NoData;
    if (moment - events.front().second.payload.eventTime > rules.silenceLimit)
        return MachineState::Silent;
    const double hours = std::chrono::duration<double, std::ratio<3600>>(rules.healthWindow).count();
    const auto defects = static_cast<double>(store.totalsIn({moment - rules.healthWindow, moment}).defects);
    return defects / hours >= rules.healthThreshold ? MachineState::Warning : MachineState::Healthy;
}

} // namespace

class MachineReportTest : public QObject
{
    Q_OBJECT

private slots:
    void aMachineNobodyHasHeardOfIsUnknown()
    {
        TestStore store;
        store.insert("E-1", payloadOf("M-2", begin, 3), begin + 1s);
        const MachineReport report =
            readMachineReport(store.reader(), machine, {begin, begin + 1h}, begin + 1h, rules).value();
        QVERIFY(!report.isKnown);
        QVERIFY(!report.clockOffset);
        QVERIFY(report.newest.empty());
        QCOMPARE(report.judgement.state, MachineState::NoData);
        QCOMPARE(report.history.front().state, MachineState::NoData);
        const MachineCycles cycles = readMachineCycles(store.reader(), machine, {begin, begin + 1h}).value();
        QCOMPARE(cycles.events, 0);
        QVERIFY(cycles.times.bins.empty());
    }

    void anyWindowEqualsARecount_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 3; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    void anyWindowEqualsARecount()
    {
        QFETCH(unsigned, seed);
        ChanceStore store(seed);
        std::array<int, MachineStateCount> seen{};
        for (int round = 0; round < 25; ++round) {
            const Instant start = store.dice().between(begin, store.now() - 1min);
            const TimeWindow window{start, store.dice().between(start + 1us, store.now() + 30min)};
            const Instant now = round % 3 == 0 ? store.dice().between(window.start, window.end) : store.now();
            const MachineReport report =
                readMachineReport(store.reader(), machine, window, now, rules).value();
            checkFigures(store, report, window);
            checkSteps(store, report, window, now);
            checkEvents(store, report, window);
            for (const StateSample &sample : report.history) {
                if (sample.state)
                    ++seen[static_cast<std::size_t>(*sample.state)];
            }
        }
        QVERIFY(std::ranges::all_of(seen, [](int count) { return count > 0; }));
    }

    void whatOnlyEventsTellEqualsARecount()
    {
        ChanceStore store(9);
        for (int round = 0; round < 20; ++round) {
            const Instant start = store.dice().between(begin, store.now() - 1min);
            const TimeWindow window{start, store.dice().between(start + 1us, store.now())};
            const MachineCycles cycles = readMachineCycles(store.reader(), machine, window).value();
            std::vector<std::chrono::milliseconds> durations;
            std::int64_t corrected = 0;
            for (const auto &[id, known] : store.eventsIn(window)) {
                durations.push_back(known.payload.duration);
                corrected += known.version > 1 ? 1 : 0;
            }
            QCOMPARE(cycles.events, std::ssize(durations));
            QCOMPARE(cycles.corrected, corrected);
            QVERIFY(!cycles.isOfNewest);
            QVERIFY(cycles.times == cycleTimesOf(durations));
            auto ours = store.rejections();
            std::erase_if(ours, [](const RejectedEvent &each) { return each.machineId != "M-1"; });
            QVERIFY(!ours.empty());
            QCOMPARE(cycles.rejections.size(), std::min<std::size_t>(ours.size(), 20));
            QCOMPARE(text(cycles.rejections.front().receivedTime), text(ours.back().receivedTime));
        }
    }

    void theStateNowIsThatOfTheList()
    {
        ChanceStore store(5);
        for (const auto later : {0min, 2min, 10min, 26 * 60min}) {
            const Instant now = store.now() + later;
            const MachineReport report =
                readMachineReport(store.reader(), machine, {begin, begin + 1h}, now, rules).value();
            const auto rows = readMachineRows(store.reader(), {begin, begin + 1h}, now, rules).value();
            QCOMPARE(rows.size(), 2U);
            QCOMPARE(report.judgement.state, rows[0].entry.state);
            QCOMPARE(report.line.utf8(), rows[0].entry.line.utf8());
            QCOMPARE(text(*report.lastEventTime), text(rows[0].entry.lastEventTime));
            QCOMPARE(report.health.totals, rows[0].health.totals);
        }
    }

    void aMachineWithoutEventsInTheWindowIsInTheList()
    {
        TestStore store;
        store.insert("E-1", payloadOf("M-1", begin, 3), begin + 1s);
        const auto rows =
            readMachineRows(store.reader(), {begin + 1h, begin + 2h}, begin + 2h, rules).value();
        QCOMPARE(rows.size(), 1U);
        QCOMPARE(rows[0].health.totals, Totals{});
    }

    void onlyTheNewestEventsTellHowTheClockGoes()
    {
        TestStore store;
        // Long ago its clock was ahead; since then it is right, and some events come late.
        store.insert("E-0", payloadOf("M-1", begin, 0), begin - 10s);
        const auto clockOffset = [&store] {
            return readMachineReport(store.reader(), machine, {begin, begin + 11h}, begin + 11h, rules)
                .value()
                .clockOffset;
        };
        QCOMPARE(clockOffset(), std::chrono::microseconds(-10s));
        const Instant received = begin + 10h;
        store.insertMany(
            MachineReport::ClockEvents,
            [&](int number) {
                const Instant stamp = received + std::chrono::microseconds{number};
                return payloadOf("M-1", stamp - (number % 2 == 0 ? 5s : std::chrono::seconds{1h}));
            },
            received);
        QCOMPARE(clockOffset(), std::chrono::microseconds(5s));
    }

    void ofManyEventsTheNewestAreRead()
    {
        TestStore store;
        store.insertMany(
            MachineCycles::MostEvents + 100,
            [](int number) {
                return payloadOf("M-1", begin + std::chrono::milliseconds{100 * number}, 0, "",
                                 number <= 100 ? 1h : 4s);
            },
            begin + 10h);
        const MachineCycles cycles = readMachineCycles(store.reader(), machine, {begin, begin + 1h}).value();
        QCOMPARE(cycles.events, std::int64_t{MachineCycles::MostEvents});
        QVERIFY(cycles.isOfNewest);
        QCOMPARE(cycles.times.longest, 4000ms); // the first hundred are not among them
    }

    void removedTimeHasFiguresButNoStates()
    {
        TestStore store;
        int number = 0;
        for (Instant time = begin; time < begin + 4h; time += 2min)
            store.insert("E-" + std::to_string(++number), payloadOf("M-1", time, 1), time + 1s);
        store.removeBefore(begin + 2h);
        const TimeWindow window{begin + 30min, begin + 4h};
        const MachineReport report =
            readMachineReport(store.reader(), machine, window, begin + 4h, rules).value();
        const MachineHealth health = machineHealth(store.reader(), machine, window, 8.0).value();
        QCOMPARE(text(report.window.start), text(begin));
        QVERIFY(report.isWidened);
        QCOMPARE(report.health.totals, health.totals);
        QCOMPARE(report.health.totals.events, 120);
        QCOMPARE(report.steps.size(), 4U);
        Totals sum;
        for (const MachineStep &step : report.steps)
            sum += step.totals;
        QCOMPARE(sum, health.totals);
        QVERIFY(!report.history[0].state);
        QVERIFY(!report.history[1].state); // its health window lies before the horizon
        QVERIFY(report.history[2].state == MachineState::Warning);
    }

    void stepsOfOneStateAreABand()
    {
        const auto step = [](int minute) {
            return MachineStep{
                {begin + std::chrono::minutes{minute}, begin + std::chrono::minutes{minute + 1}}, {}, {}};
        };
        const std::vector<MachineStep> steps{step(0), step(1), step(2), step(3)};
        const std::vector<StateSample> samples{{MachineState::Healthy, 0},
                                               {MachineState::Healthy, 1},
                                               {MachineState::Warning, 9},
                                               {std::nullopt, 0}};
        const auto bands = stateBands(steps, samples, begin + 2min + 30s);
        QCOMPARE(bands.size(), 3U);
        QVERIFY((bands[0] == StateBand{{begin, begin + 2min}, MachineState::Healthy}));
        QVERIFY((bands[1] == StateBand{{begin + 2min, begin + 2min + 30s}, MachineState::Warning}));
        QVERIFY(!bands[2].state);
    }

private:
    static void checkFigures(ChanceStore &store, const MachineReport &report, TimeWindow window)
    {
        const MachineHealth health =
            machineHealth(store.reader(), machine, window, rules.healthThreshold).value();
        const Totals totals = store.totalsIn(window);
        QCOMPARE(report.health.totals, totals);
        QCOMPARE(report.health.defectRate, health.defectRate);
        QCOMPARE(report.health.availability, health.availability);
        QCOMPARE(report.health.health, health.health);
        QVERIFY(report.health.lastEventTime == health.lastEventTime);
        QCOMPARE(report.defectsPer100, kpi::defectsPercent(totals.defects, totals.events));
        const double unknown = totals.events == 0
            ? 0.0
            : 100.0 * static_cast<double>(totals.unknownEvents) / static_cast<double>(totals.events);
        QVERIFY(std::abs(report.unknownPercent.toDouble() - unknown) <= 0.0051);
    }

    static void checkSteps(const ChanceStore &store, const MachineReport &report, TimeWindow window,
                           Instant now)
    {
        QCOMPARE(report.steps.size(), report.history.size());
        QCOMPARE(text(report.steps.front().span.start), text(window.start));
        QCOMPARE(text(report.steps.back().span.end), text(window.end));
        for (std::size_t i = 0; i < report.steps.size(); ++i) {
            const MachineStep &step = report.steps[i];
            const auto events = store.eventsIn(step.span);
            QCOMPARE(step.totals, store.totalsIn(step.span));
            QCOMPARE(step.lastEventTime.has_value(), !events.empty());
            if (!events.empty())
                QCOMPARE(text(*step.lastEventTime), text(events.front().second.payload.eventTime));
            QVERIFY2(report.history[i].state == stateByDefinition(store, window, step.span, now),
                     qPrintable(text(step.span.start)));
        }
    }

    static void checkEvents(const ChanceStore &store, const MachineReport &report, TimeWindow window)
    {
        const auto events = store.eventsIn(window);
        QCOMPARE(report.newest.size(), std::min<std::size_t>(events.size(), 50));
        for (std::size_t i = 0; i < report.newest.size(); ++i)
            QCOMPARE(report.newest[i].event.eventId.utf8(), events[i].first);
        const auto all = store.eventsIn({begin - 24h, begin + 240h});
        std::optional<std::chrono::microseconds> offset;
        for (const auto &[id, known] : all) {
            const auto each = known.received - known.payload.eventTime;
            offset = offset ? std::min(*offset, each) : each;
        }
        QVERIFY(report.clockOffset == offset);
        const auto &witness = report.clockWitness.value();
        QVERIFY(witness.offset() == offset);
        QVERIFY(std::ranges::any_of(all, [&witness](const auto &event) {
            return event.first == witness.eventId.utf8() && event.second.received == witness.recordedTime
                && event.second.payload.eventTime == witness.eventTime;
        }));
        QCOMPARE(witness.events, std::min<std::int64_t>(std::ssize(all), MachineReport::ClockEvents));
        QCOMPARE(text(*report.lastEventTime), text(all.front().second.payload.eventTime));
    }
};

LINEWATCH_TEST(MachineReportTest)
#include "tst_machinereport.moc"
