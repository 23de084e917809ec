// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/boardupdater.h"

#include "monitor/sourceseeds.h"

#include <algorithm>

namespace linewatch {

namespace {

using std::chrono::minutes;

/** Minutes that follow each other are one stretch: one question each. */
std::vector<TimeWindow> stretchesOf(const std::vector<Instant> &starts)
{
    std::vector<TimeWindow> stretches;
    for (const Instant start : starts) {
        if (!stretches.empty() && stretches.back().end == start)
            stretches.back().end += minutes{1};
        else
            stretches.push_back({start, start + minutes{1}});
    }
    return stretches;
}

/** Whether a store whose writers have these stamps may have become one with those. */
bool mayHaveBecome(const StoreStamps &before, const StoreStamps &after)
{
    return std::ranges::all_of(before, [&after](const WriterStamp &old) {
        const auto found = std::ranges::find(after, old.writer, &WriterStamp::writer);
        return found != after.end() && found->stamp >= old.stamp;
    });
}

std::chrono::microseconds took(std::chrono::steady_clock::time_point begun)
{
    return std::chrono::ceil<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
}

} // namespace

Result<void> BoardUpdater::begin(EventReader &reader)
{
    const auto begun = std::chrono::steady_clock::now();
    const Instant now = m_clock.now();
    Result<StoreStamps> stamps = reader.stamps();
    if (!stamps)
        return stamps.failure();
    m_seen = std::move(*stamps);
    m_board.noteRead(now, took(begun));
    return {};
}

Result<bool> BoardUpdater::update(EventReader &reader)
{
    const auto begun = std::chrono::steady_clock::now();
    const Instant now = m_clock.now(); // the snapshot holds all that was committed until then
    const ReadSnapshot snapshot(reader);
    if (!snapshot.begun())
        return snapshot.begun().failure();
    Result<StoreStamps> stamps = reader.stamps();
    if (!stamps)
        return stamps.failure();
    if (!mayHaveBecome(m_seen, *stamps))
        return false;
    if (*stamps != m_seen) {
        if (Result<void> read =
                readChanges(reader, std::max(LiveBoard::keptSince(now), m_board.filledSince()));
            !read)
            return read.failure();
        m_seen = std::move(*stamps);
    }
    m_board.noteRead(now, took(begun));
    return true;
}

Result<void> BoardUpdater::readChanges(EventReader &reader, Instant since)
{
    const Result<std::vector<Instant>> changed = reader.changedMinutes(m_seen, since);
    if (!changed)
        return changed.failure();
    StoreReading reading{.minutes = stretchesOf(*changed), .sources = {}};
    std::vector<MinuteTotals> rows;
    for (const TimeWindow &stretch : reading.minutes) {
        Result<std::vector<MinuteTotals>> read = reader.minuteTotals(stretch);
        if (!read)
            return read.failure();
        rows.insert(rows.end(), read->begin(), read->end());
    }
    Result<std::vector<SourceSeed>> sources = SourceSeeds(reader).allWith(rows);
    if (!sources)
        return sources.failure();
    reading.sources = std::move(*sources);
    m_board.replace(reading);
    return {};
}

} // namespace linewatch
