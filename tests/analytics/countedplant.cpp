// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/countedplant.h"

#include "model/samples.h"

#include <algorithm>
#include <array>

namespace linewatch::test {

using namespace std::chrono_literals;

LineId lineOf(const EventPayload &payload)
{
    return payload.lineId.isEmpty() ? LineId(payload.machineId.utf8()) : payload.lineId;
}

CountedPlant::CountedPlant(std::uint32_t seed, TimeWindow span, int events) : m_span(span)
{
    Dice dice(seed);
    Instant stamp = span.end;
    for (int i = 0; i < events; ++i) {
        const std::string id = "E-" + std::to_string(i);
        m_events[id] = made(dice);
        store.insert(id, m_events[id], stamp += 1s);
        if (dice.chance(33)) {
            const std::string corrected = "E-" + std::to_string(dice.between(0, i));
            m_events[corrected] = made(dice);
            store.correct(corrected, m_events[corrected], stamp += 1s);
        }
        if (dice.chance(10)) {
            const std::string machine = "M-" + std::to_string(dice.between(1, 4));
            m_rejected.emplace_back(machine, stamp += 1s);
            store.reject(machine, stamp);
        }
    }
}

EventPayload CountedPlant::made(Dice &dice) const
{
    static constexpr std::array machines{"M-1", "M-2", "M-3", "M-4"};
    static constexpr std::array lines{"L-1", "L-2", ""};
    const Instant time = dice.between(m_span.start, m_span.end - 1us);
    EventPayload payload =
        payloadOf(dice.pick(machines), dice.chance(20) ? std::chrono::floor<std::chrono::hours>(time) : time,
                  static_cast<std::int32_t>(dice.between(-1, 3)), dice.pick(lines),
                  std::chrono::milliseconds{dice.between(0, 600'000)});
    payload.factoryId = FactoryId(std::string(dice.chance(50) ? "F-1" : ""));
    return payload;
}

SumsByMachine CountedPlant::count(TimeWindow window, const LineId &line, const MachineId &machine) const
{
    SumsByMachine sums;
    for (const auto &[id, event] : m_events) {
        const bool isOfLine = line.isEmpty() || lineOf(event) == line;
        const bool isOfMachine = machine.isEmpty() || event.machineId == machine;
        if (window.contains(event.eventTime) && isOfLine && isOfMachine)
            sums[event.machineId] += totalsOf(event);
    }
    return sums;
}

Totals CountedPlant::total(TimeWindow window, const LineId &line, const MachineId &machine) const
{
    Totals sum;
    for (const auto &[id, totals] : count(window, line, machine))
        sum += totals;
    return sum;
}

std::set<LineId> CountedPlant::lines(TimeWindow window) const
{
    std::set<LineId> lines;
    for (const auto &[id, event] : m_events) {
        if (window.contains(event.eventTime))
            lines.insert(lineOf(event));
    }
    return lines;
}

std::int64_t CountedPlant::rejected(TimeWindow window, const std::string &machine) const
{
    return std::ranges::count_if(m_rejected, [&](const auto &rejected) {
        return window.contains(rejected.second) && (machine.empty() || rejected.first == machine);
    });
}

std::optional<Instant> CountedPlant::last(const MachineId &machine) const
{
    std::optional<Instant> last;
    for (const auto &[id, event] : m_events) {
        if (event.machineId == machine)
            last = std::max(last, std::optional(event.eventTime));
    }
    return last;
}

} // namespace linewatch::test
