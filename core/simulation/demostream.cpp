// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/demostream.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace linewatch::simulation {

namespace {

constexpr std::size_t largestBatch = 2'000;
constexpr std::size_t mostWaiting = 200'000; // what happens beyond is made when there is room again

NoisyStream makeStream(Instant start, std::uint64_t seed)
{
    const auto layout = std::make_shared<const PlantLayout>(makeDemoPlant());
    std::vector<std::size_t> machines(layout->machines.size());
    std::iota(machines.begin(), machines.end(), std::size_t{0});
    const NoiseSettings mild{.duplicates = 0.5,
                             .corrections = 0.1,
                             .reordered = 0.3,
                             .skewed = 0.05,
                             .invalid = 0.05,
                             .moves = false};
    // One element at a time, so that each can be posted when its moment has come.
    return {Plant(layout, std::move(machines), Random(seed, 0), start, 1.0), mild, Random(seed, 1), 1,
            std::numeric_limits<std::uint64_t>::max()};
}

} // namespace

DemoStream::DemoStream(Instant start, std::uint64_t seed)
    : m_stream(makeStream(start, seed))
    , m_until(start)
    , m_next(m_stream.next())
{
}

void DemoStream::control(const DemoControls &controls, Instant now)
{
    if (m_isLive)
        gather(now, mostWaiting); // it happened as things were
    m_controls = controls;
    m_controls.speed = std::clamp(controls.speed, DemoControls::SlowestSpeed, DemoControls::HighestSpeed);
    if (m_isLive)
        conduct(now);
}

void DemoStream::conduct(Instant now)
{
    Conduct conduct{.speed = static_cast<double>(m_controls.speed), .clockError = {}, .rise = {}};
    if (!m_controls.clockMachine.isEmpty())
        conduct.clockError = ClockError{m_controls.clockMachine, m_controls.clockError};
    if (!m_controls.risingLine.isEmpty()) {
        const bool rises = m_conduct.rise && m_conduct.rise->line == m_controls.risingLine;
        conduct.rise = rises ? m_conduct.rise : DefectRise{m_controls.risingLine, now};
    }
    m_conduct = conduct;
    m_stream.setConduct(now, conduct);
}

std::optional<Batch> DemoStream::next(Instant now)
{
    gather(now, isCut() ? mostWaiting : largestBatch);
    if (isCut())
        return std::nullopt;
    if (m_again)
        return std::exchange(m_again, std::nullopt);
    if (m_waiting.empty())
        return std::nullopt;
    Batch batch = takeBatch();
    if (m_controls.duplicates)
        m_again = batch;
    return batch;
}

void DemoStream::gather(Instant now, std::size_t most)
{
    m_until = now;
    while (m_next.due <= now && m_waiting.size() < most) {
        m_waiting.push_back(std::move(m_next.elements.front()));
        m_next = m_stream.next();
    }
    if (m_next.due > now && !std::exchange(m_isLive, true))
        conduct(now);
}

/** Ends before an element that says something else of an event that the batch has already. */
Batch DemoStream::takeBatch()
{
    Batch batch{.elements = {}, .due = m_until};
    std::unordered_map<EventId, EventPayload> said;
    while (!m_waiting.empty() && batch.elements.size() < largestBatch) {
        if (const auto *event = std::get_if<IncomingEvent>(&m_waiting.front().content)) {
            const auto [known, isNew] = said.try_emplace(event->eventId, event->payload);
            if (!isNew && known->second != event->payload)
                break;
        }
        batch.elements.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    return batch;
}

DemoNames demoNames()
{
    DemoNames names;
    for (const MachineProfile &machine : makeDemoPlant().machines) {
        names.machines.push_back(machine.id);
        if (std::ranges::find(names.lines, machine.line) == names.lines.end())
            names.lines.push_back(machine.line);
    }
    return names;
}

} // namespace linewatch::simulation
