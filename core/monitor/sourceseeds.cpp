// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/sourceseeds.h"

#include <algorithm>

namespace linewatch {

namespace {

SourceSeed seedOf(const Source &source)
{
    return {source.machineId, source.statedLine, source.line, std::nullopt, {}};
}

} // namespace

Result<std::vector<SourceSeed>> SourceSeeds::all()
{
    return allWith({});
}

Result<std::vector<SourceSeed>> SourceSeeds::of(const std::vector<MinuteTotals> &rows)
{
    const auto unknown = [this](const MinuteTotals &row) { return !m_sources.contains(row.sourceId); };
    if (std::ranges::any_of(rows, unknown)) {
        if (Result<void> known = learn(); !known)
            return known.failure();
    }
    std::unordered_map<std::int64_t, std::size_t> places;
    std::vector<SourceSeed> seeds;
    for (const MinuteTotals &row : rows) {
        const auto [place, isFirst] = places.try_emplace(row.sourceId, seeds.size());
        if (isFirst)
            seeds.push_back(seedOf(m_sources.at(row.sourceId)));
        seeds[place->second].minutes.emplace_back(row.minute, row.totals);
    }
    return seeds;
}

Result<std::vector<SourceSeed>> SourceSeeds::allWith(const std::vector<MinuteTotals> &rows)
{
    if (Result<void> known = learn(); !known)
        return known.failure();
    const Result<std::unordered_map<std::int64_t, Instant>> newest = m_reader.lastEventTimes(std::nullopt);
    if (!newest)
        return newest.failure();
    Result<std::vector<SourceSeed>> seeds = of(rows);
    if (!seeds)
        return seeds;
    for (const auto &[sourceId, source] : m_sources) {
        seeds->push_back(seedOf(source));
        if (const auto last = newest->find(sourceId); last != newest->end())
            seeds->back().lastEventTime = last->second;
    }
    return seeds;
}

Result<void> SourceSeeds::learn()
{
    Result<std::vector<Source>> sources = m_reader.sources();
    if (!sources)
        return sources.failure();
    for (Source &source : *sources)
        m_sources.insert_or_assign(source.sourceId, std::move(source));
    return {};
}

} // namespace linewatch
