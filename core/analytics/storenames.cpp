// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/storenames.h"

#include "storage/linespans.h"

#include <map>
#include <set>

namespace linewatch {

Result<StoreNames> readStoreNames(EventReader &reader)
{
    const Result<std::vector<Source>> sources = reader.sources();
    if (!sources)
        return sources.failure();
    std::map<MachineId, const Source *> newest;
    std::set<LineId> lines;
    for (const Source &source : *sources) {
        const Source *&kept = newest[source.machineId];
        if (!kept || kept->lastReceived < source.lastReceived)
            kept = &source;
        for (const LineId &line : linesOf(source))
            lines.insert(line);
    }
    StoreNames names;
    names.lines.assign(lines.begin(), lines.end());
    for (const auto &[machineId, source] : newest)
        names.machines.push_back({machineId, source->line});
    return names;
}

Result<bool> hasEvent(EventReader &reader, const EventId &id)
{
    const Result<std::optional<EventHistory>> history = reader.event(id);
    if (!history)
        return history.failure();
    return history->has_value();
}

Result<FoundIds> findIds(EventReader &reader, const EventId &typed, int limit)
{
    const Result<bool> isWhole = hasEvent(reader, typed);
    if (!isWhole)
        return isWhole.failure();
    Result<std::vector<EventId>> beginning = reader.newestIds(typed, FoundIds::Among, limit);
    if (!beginning)
        return beginning.failure();
    std::erase(*beginning, typed);
    return FoundIds{*isWhole, std::move(*beginning)};
}

} // namespace linewatch
