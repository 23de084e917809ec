// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/datedplant.h"

#include "model/samples.h"
#include "storage/required.h"

#include <algorithm>

namespace linewatch::test {

using namespace std::chrono_literals;

namespace {

constexpr int machineCount = 14; // more than are asked for one by one

} // namespace

DatedPlant::DatedPlant(const DatabaseUrl &url, int nodes, TimeWindow span, int events)
    : m_dice(17)
    , m_span(span)
    , m_store(url, nodes, span.end)
    , m_registry(required(SqlRegistryStore::open(url)))
{
    for (std::int64_t ids = 0; events > 0;) {
        Payloads payloads;
        for (std::int64_t i = m_dice.between(1, 30); i > 0; --i, --events) {
            const std::int64_t id = ids == 0 || !m_dice.chance(25) ? ids++ : m_dice.between(0, ids - 1);
            payloads["E-" + std::to_string(id)] = made();
        }
        m_store.write(payloads);
    }
}

void DatedPlant::beginAnew(std::uint32_t seed)
{
    m_dice = Dice(seed);
    assignAnew();
}

EventPayload DatedPlant::made()
{
    static const std::vector<std::string> lines{"L-1", "L-2", "", "", ""};
    const Instant time = m_dice.between(m_span.start, m_span.end - 1us);
    EventPayload payload;
    payload.machineId = m_dice.pick(machines());
    payload.eventTime = m_dice.chance(20) ? bucketStart(time, BucketWidth::Hour) : time;
    payload.defectCount = static_cast<std::int32_t>(m_dice.between(-1, 3));
    payload.duration = std::chrono::milliseconds{m_dice.between(0, 600'000)};
    payload.lineId = LineId(m_dice.pick(lines));
    payload.factoryId = FactoryId(std::string(m_dice.chance(50) ? "F-1" : ""));
    return payload;
}

std::vector<MachineId> DatedPlant::machines() const
{
    std::vector<MachineId> machines;
    for (int i = 0; i < machineCount; ++i)
        machines.emplace_back("M-" + std::to_string(i));
    return machines;
}

void DatedPlant::assignAnew()
{
    static const std::vector<std::string> lines{"L-1", "L-2", "L-3", "M-0", ""};
    m_assignments.clear();
    RegistryChange change{required(m_registry->revision()), QStringLiteral("lines")};
    const Instant together = m_dice.between(m_span.start, m_span.end);
    for (const MachineId &machineId : machines()) {
        RegisteredMachine machine;
        machine.machineId = machineId;
        for (std::int64_t i = m_dice.between(0, 3); i > 0; --i) {
            Instant from = m_dice.between(m_span.start, m_span.end);
            if (m_dice.chance(30))
                from = bucketStart(from, BucketWidth::Hour);
            machine.assignments = withAssignment(
                machine.assignments,
                {m_dice.chance(25) ? std::nullopt : std::optional(from), LineId(m_dice.pick(lines))});
        }
        if (m_dice.chance(80)) // all at the same moment, as by an import
            machine.assignments = withAssignment(machine.assignments, {together, LineId(m_dice.pick(lines))});
        m_assignments[machineId] = machine.assignments;
        change.machines.push_back(machine);
    }
    required(m_registry->apply(change, m_span.end));
}

LineId DatedPlant::lineOf(const EventPayload &payload) const
{
    if (!payload.lineId.isEmpty())
        return payload.lineId;
    LineId line;
    for (const LineAssignment &assignment : m_assignments.at(payload.machineId)) {
        if (!assignment.from || *assignment.from <= payload.eventTime)
            line = assignment.line;
    }
    return line.isEmpty() ? LineId(payload.machineId.utf8()) : line;
}

std::map<LineId, SumsByMachine> DatedPlant::count(TimeWindow window, const FactoryId &factory) const
{
    std::map<LineId, SumsByMachine> sums;
    for (const auto &[id, row] : events()) {
        const EventPayload &event = row.payload;
        if (window.contains(event.eventTime) && (factory.isEmpty() || event.factoryId == factory))
            sums[lineOf(event)][event.machineId] += totalsOf(event);
    }
    return sums;
}

std::vector<std::string> DatedPlant::listed(const EventSelection &selection) const
{
    const auto isListed = [&](const EventPayload &event) {
        const bool some = event.defectCount > 0;
        const bool unknown = event.defectCount == UnknownDefects;
        return selection.window.contains(event.eventTime)
            && (selection.line.isEmpty() || lineOf(event) == selection.line)
            && (selection.machineId.isEmpty() || event.machineId == selection.machineId)
            && (selection.defects == EventDefects::Any
                || (selection.defects == EventDefects::Some ? some : unknown));
    };
    std::vector<std::pair<Instant, std::string>> found;
    for (const auto &[id, row] : events()) {
        if (isListed(row.payload))
            found.emplace_back(row.payload.eventTime, id);
    }
    std::ranges::sort(found, std::ranges::greater{});
    std::vector<std::string> ids;
    for (const auto &[time, id] : found)
        ids.push_back(id);
    return ids;
}

TimeWindow DatedPlant::randomWindow()
{
    const Instant start = m_dice.between(m_span.start, m_span.end - 1h);
    const Instant end = m_dice.between(start + 1us, m_span.end);
    return m_dice.chance(30) ? TimeWindow{bucketStart(start, BucketWidth::Hour), end}
                             : TimeWindow{start, end};
}

} // namespace linewatch::test
