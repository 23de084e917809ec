// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/machinecycles.h"

#include <algorithm>

namespace linewatch {

namespace {

constexpr int pageSize = 2'000;

Result<void> readEvents(EventReader &reader, const EventFilter &filter, MachineCycles &cycles)
{
    std::vector<std::chrono::milliseconds> durations;
    std::optional<EventCursor> cursor;
    do {
        const int room = MachineCycles::MostEvents - static_cast<int>(cycles.events);
        Result<EventPage> page = reader.events(filter, std::min(pageSize, room), cursor);
        if (!page)
            return page.failure();
        for (const EventItem &item : page->items) {
            durations.push_back(item.event.payload.duration);
            cycles.corrected += item.event.version > 1 ? 1 : 0;
        }
        cycles.events += std::ssize(page->items);
        cursor = std::move(page->next);
    } while (cursor && cycles.events < MachineCycles::MostEvents);
    cycles.isOfNewest = cursor.has_value();
    cycles.times = cycleTimesOf(std::move(durations));
    return {};
}

} // namespace

Result<MachineCycles> readMachineCycles(EventReader &reader, const MachineId &machineId, TimeWindow window)
{
    MachineCycles cycles;
    EventFilter events;
    events.machineId = machineId;
    events.from = window.start;
    events.to = window.end;
    if (Result<void> done = readEvents(reader, events, cycles); !done)
        return done.failure();

    RejectionFilter rejected;
    rejected.machineId = machineId.utf8();
    Result<RejectionPage> page = reader.rejections(rejected, MachineCycles::MostRejections);
    if (!page)
        return page.failure();
    cycles.rejections = std::move(page->items);
    return cycles;
}

} // namespace linewatch
