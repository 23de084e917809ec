// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/plant.h"

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
    , m_stretch(stretch)
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
    const std::chrono::microseconds cycle = interval(machine);
    m_turns.push({afterSilence(machine, turn.time + cycle), turn.machine});

    IncomingEvent event;
    event.eventId = m_random.uuid();
    event.payload.machineId = machine.id;
    event.payload.eventTime = turn.time;
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
    const double length =
        static_cast<double>(std::chrono::microseconds{machine.cycle}.count()) * jitter * m_stretch;
    return std::chrono::microseconds{std::max<std::int64_t>(1, static_cast<std::int64_t>(length))};
}

Instant Plant::afterSilence(const MachineProfile &machine, Instant time) const
{
    if (machine.habit != Habit::FallsSilent)
        return time;
    const std::chrono::microseconds into = (time - m_start) % silencePeriod;
    const bool silent = into >= silenceBegins && into < silenceEnds;
    return silent ? time + (silenceEnds - into) : time;
}

std::int32_t Plant::defects(const MachineProfile &machine, Instant time)
{
    if (m_random.chance(m_layout->unknownDefects))
        return UnknownDefects;
    double probability = machine.defectProbability;
    if (machine.habit == Habit::Drifts)
        probability *= 1.0 + driftGrowth * share((time - m_start) % driftPeriod, driftPeriod);
    if (!m_random.chance(probability))
        return 0;
    return m_random.chance(0.1) ? static_cast<std::int32_t>(m_random.between(2, 3)) : 1;
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
