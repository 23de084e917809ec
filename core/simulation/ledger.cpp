// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/ledger.h"

#include <algorithm>
#include <tuple>

namespace linewatch::simulation {

namespace {

__extension__ using Wide = __int128;

constexpr Wide microsecondsPerHour = 3'600'000'000;
constexpr std::int64_t healthyBelow = 2; // defects an hour

/** Neither may be negative; @p divisor must be positive. */
std::int64_t roundedHalfUp(Wide dividend, Wide divisor)
{
    const Wide whole = dividend / divisor;
    const bool up = 2 * (dividend % divisor) >= divisor;
    return static_cast<std::int64_t>(whole + (up ? 1 : 0));
}

} // namespace

LineId LedgerEntry::line() const
{
    return row.payload.lineId.isEmpty() ? LineId(row.payload.machineId.utf8()) : row.payload.lineId;
}

std::int64_t MachineFigures::rateHundredths(TimeWindow window) const
{
    return roundedHalfUp(100 * microsecondsPerHour * defects, window.length().count());
}

std::int64_t MachineFigures::availabilityTenThousandths(TimeWindow window) const
{
    constexpr std::int64_t all = 10'000;
    const Wide runTimeUs = Wide{1'000} * runTimeMs;
    if (runTimeUs >= window.length().count())
        return all;
    return roundedHalfUp(all * runTimeUs, window.length().count());
}

bool MachineFigures::isHealthy(TimeWindow window) const
{
    return microsecondsPerHour * defects < Wide{healthyBelow} * window.length().count();
}

std::int64_t LineFigures::percentHundredths() const
{
    return roundedHalfUp(Wide{10'000} * defects, events);
}

Ledger::Ledger(std::vector<ExpectedRows> parts)
{
    for (ExpectedRows &part : parts) {
        for (auto &[eventId, row] : part)
            m_entries.push_back({eventId, std::move(row)});
    }
    std::ranges::sort(m_entries, {}, [](const LedgerEntry &entry) {
        return std::tie(entry.row.payload.eventTime, entry.eventId);
    });
    for (const LedgerEntry &entry : m_entries)
        m_machines[entry.row.payload.machineId].push_back(&entry);
}

TimeWindow Ledger::span() const
{
    if (m_entries.empty())
        return {};
    return {m_entries.front().row.payload.eventTime,
            m_entries.back().row.payload.eventTime + std::chrono::microseconds{1}};
}

MachineFigures Ledger::machineFigures(const MachineId &machine, TimeWindow window) const
{
    MachineFigures figures;
    const auto found = m_machines.find(machine);
    if (found == m_machines.end())
        return figures;
    for (const LedgerEntry *entry : found->second) {
        const EventPayload &payload = entry->row.payload;
        if (payload.eventTime < window.start || payload.eventTime >= window.end)
            continue;
        ++figures.events;
        figures.runTimeMs += payload.duration.count();
        if (payload.defectCount < 0)
            ++figures.unknown;
        else
            figures.defects += payload.defectCount;
        figures.lastEventTime = std::max(figures.lastEventTime, std::optional(payload.eventTime));
    }
    return figures;
}

std::vector<LineFigures> Ledger::lineFigures(TimeWindow window, const FactoryId &factory) const
{
    std::map<LineId, LineFigures> sums;
    for (const LedgerEntry &entry : m_entries) {
        const EventPayload &payload = entry.row.payload;
        if (payload.eventTime < window.start || payload.eventTime >= window.end)
            continue;
        if (!factory.isEmpty() && payload.factoryId != factory)
            continue;
        const LineId line = entry.line();
        LineFigures &sum = sums[line];
        sum.line = line;
        ++sum.events;
        sum.defects += std::max(payload.defectCount, 0);
    }
    std::vector<LineFigures> lines;
    for (const auto &[line, sum] : sums) {
        if (sum.defects > 0)
            lines.push_back(sum);
    }
    std::ranges::sort(lines, [](const LineFigures &a, const LineFigures &b) {
        return std::tie(b.defects, b.events, a.line) < std::tie(a.defects, a.events, b.line);
    });
    return lines;
}

} // namespace linewatch::simulation
