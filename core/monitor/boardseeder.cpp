// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/boardseeder.h"

namespace linewatch {

Result<std::vector<SourceSeed>> readBoardSeed(EventReader &reader, Instant since)
{
    const Result<std::vector<Source>> sources = reader.sources();
    if (!sources)
        return sources.failure();
    std::unordered_map<std::int64_t, SourceSeed> seeds;
    for (const Source &source : *sources) {
        const Result<std::optional<Instant>> last = reader.lastEventTime(source.sourceId, std::nullopt);
        if (!last)
            return last.failure();
        seeds.emplace(source.sourceId,
                      SourceSeed{source.machineId, source.statedLine, source.line, *last, {}});
    }
    const Result<std::vector<MinuteTotals>> minutes = reader.minuteTotals({since, Instant::max()});
    if (!minutes)
        return minutes.failure();
    for (const MinuteTotals &minute : *minutes)
        seeds.at(minute.sourceId).minutes.emplace_back(minute.minute, minute.totals);

    std::vector<SourceSeed> list;
    list.reserve(seeds.size());
    for (auto &[sourceId, seed] : seeds)
        list.push_back(std::move(seed));
    return list;
}

} // namespace linewatch
