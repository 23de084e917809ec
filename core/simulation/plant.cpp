// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/plant.h"

#include <algorithm>
#include <limits>

namespace linewatch::simulation {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::microseconds driftPeriod = 3h;
constexpr double driftGrowth = 7.0;
constexpr std::chrono::microseconds silencePeriod = 50min;
constexpr std::chrono::microseconds silenceBegins = 20min;
constexpr std::chrono::microseconds silenceEnds = 33min;
constexpr std::chrono::milliseconds longestDuration = 6h;
constexpr std::chrono::microseconds riseTime = 2min;
constexpr double mostRisen = 0.25; // probability of a defect

double share(std::chrono::microseconds part, std::chrono::microseconds whole)
{
    return static_cast<double>(part.count()) / static_cast<double>(whole.count());
}

} // namespace

Plant::Plant(std::shared_ptr<const PlantLayout> layout, std::vector<std::size_t> machines, Random random,
             Instant start, double stretch)
    : m_layout(std::move(layout))
    , m_random(std::move(random))
    , m_start(start)
    , m_now(start)
    , m_stretch(stretch)
    , m_story(start)
    , m_silences(start, StoryClock::Rest{silencePeriod, silenceBegins, silenceEnds})
{
    for (const std::size_t machine : machines) {
        const std::chrono::microseconds cycle = interval(m_layout->machines.at(machine));
        m_turns.push({start + std::chrono::microseconds{m_random.between(0, cycle.count())}, machine});
    }
}

IncomingEvent Plant::next()
{
    const Turn turn = m_turns.top();
    const MachineProfile &machine = m_layout->machines[turn.machine];
    m_turns.pop();
    m_now = turn.time;
    const std::chrono::microseconds cycle = interval(machine);
    m_turns.push({afterSilence(machine, turn.time + cycle), turn.machine});

    IncomingEvent event;
    event.eventId = m_random.uuid();
    event.payload.machineId = machine.id;
    event.payload.eventTime = clockOf(machine, turn.time);
    const double running = 0.6 + 0.35 * m_random.unit();
    event.payload.duration = std::chrono::milliseconds{
        std::min(static_cast<std::int64_t>(running * share(cycle, 1ms)), longestDuration.count())};
    event.payload.defectCount = defects(machine, turn.time);
    if (!m_random.chance(m_layout->omittedLine)) {
        event.payload.lineId = machine.line;
        event.payload.factoryId = machine.factory;
    }
    if (m_layout->extremes)
        makeExtreme(event.payload);
    return event;
}

std::chrono::microseconds Plant::interval(const MachineProfile &machine)
{
    const double jitter = 0.7 + 0.6 * m_random.unit();
    const double length = static_cast<double>(std::chrono::microseconds{machine.cycle}.count()) * jitter
        * m_stretch / m_conduct.speed;
    return std::chrono::microseconds{std::max<std::int64_t>(1, static_cast<std::int64_t>(length))};
}

Instant Plant::afterSilence(const MachineProfile &machine, Instant time) const
{
    if (machine.habit != Habit::FallsSilent)
        return time;
    const std::chrono::microseconds into = m_silences.at(time) % silencePeriod;
    const bool silent = into >= silenceBegins && into < silenceEnds;
    return silent ? time + (silenceEnds - into) : time;
}

double Plant::defectProbability(const MachineProfile &machine, Instant time) const
{
    double factor = 1.0 / m_conduct.speed;
    if (machine.habit == Habit::Drifts)
        factor += driftGrowth * share(m_story.at(time) % driftPeriod, driftPeriod);
    double probability = machine.defectProbability * factor;
    if (m_conduct.rise && m_conduct.rise->line == machine.line)
        probability += mostRisen * std::clamp(share(time - m_conduct.rise->since, riseTime), 0.0, 1.0);
    return probability;
}

std::int32_t Plant::defects(const MachineProfile &machine, Instant time)
{
    if (m_random.chance(m_layout->unknownDefects))
        return UnknownDefects;
    if (!m_random.chance(defectProbability(machine, time)))
        return 0;
    return m_random.chance(0.1) ? static_cast<std::int32_t>(m_random.between(2, 3)) : 1;
}

void Plant::setConduct(Instant from, const Conduct &conduct)
{
    from = std::max(from, m_now);
    m_story.setSpeed(from, conduct.speed);
    m_silences.setSpeed(from, conduct.speed);
    const double factor = m_conduct.speed / conduct.speed;
    m_conduct = conduct;
    std::priority_queue<Turn, std::vector<Turn>, std::greater<>> turns;
    for (; !m_turns.empty(); m_turns.pop())
        turns.push({moved(m_turns.top(), from, factor), m_turns.top().machine});
    m_turns = std::move(turns);
}

/** When a cycle ends that goes on at another speed. A silence does not. */
Instant Plant::moved(const Turn &turn, Instant from, double factor) const
{
    const MachineProfile &machine = m_layout->machines[turn.machine];
    if (turn.time <= from || afterSilence(machine, from) != from)
        return turn.time;
    return afterSilence(machine, from + scaled(turn.time - from, factor));
}

/** What the machine takes the time for. */
Instant Plant::clockOf(const MachineProfile &machine, Instant time) const
{
    const bool isWrong = m_conduct.clockError && m_conduct.clockError->machine == machine.id;
    return isWrong ? time + m_conduct.clockError->ahead : time;
}

void Plant::makeExtreme(EventPayload &payload)
{
    switch (m_random.below(4'000)) {
    case 0:
        payload.duration = 0ms;
        break;
    case 1:
        payload.duration = longestDuration;
        break;
    case 2:
        payload.defectCount = std::numeric_limits<std::int32_t>::max();
        break;
    default:
        break;
    }
}

double naturalRate(const PlantLayout &layout, const std::vector<std::size_t> &machines)
{
    double rate = 0;
    for (const std::size_t index : machines) {
        const MachineProfile &machine = layout.machines.at(index);
        const double awake = machine.habit == Habit::FallsSilent
            ? 1.0 - share(silenceEnds - silenceBegins, silencePeriod)
            : 1.0;
        rate += awake * share(1s, machine.cycle);
    }
    return rate;
}

} // namespace linewatch::simulation
