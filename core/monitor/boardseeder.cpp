// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/boardseeder.h"

#include "model/rollup.h"
#include "monitor/sourceseeds.h"

#include <algorithm>

namespace linewatch {

namespace {

using std::chrono::minutes;

constexpr minutes firstSlice{10};
constexpr minutes longestSlice{480};
// As many rows as a moment allows: some 2 µs are read for each.
constexpr std::size_t fewRows = 5'000;
constexpr std::size_t manyRows = 30'000;

/** One filling of a board. */
class Seeding
{
public:
    Seeding(EventReader &reader, LiveBoard &board) : m_reader(reader), m_board(board), m_sources(reader) { }

    /** False when a commit came between: nothing was read. */
    Result<bool> readSources()
    {
        const ReadSnapshot snapshot(m_reader);
        const Result<bool> begun =
            begin(snapshot, [this](Instant asOf) { return m_board.beginSources(asOf); });
        if (!begun || !*begun)
            return begun;
        const Result<std::vector<SourceSeed>> seeds = m_sources.all();
        if (!seeds)
            return seeds.failure();
        m_board.seed(*seeds);
        return true;
    }

    /** The same for the minutes that start in @p slice. */
    Result<bool> readSlice(TimeWindow slice)
    {
        const ReadSnapshot snapshot(m_reader);
        const Result<bool> begun =
            begin(snapshot, [&](Instant asOf) { return m_board.beginSlice(slice.start, asOf); });
        if (!begun || !*begun)
            return begun;
        const Result<std::vector<MinuteTotals>> rows = m_reader.minuteTotals(slice);
        if (!rows)
            return rows.failure();
        const Result<std::vector<SourceSeed>> seeds = m_sources.of(*rows);
        if (!seeds)
            return seeds.failure();
        m_board.seed(*seeds);
        m_rows = rows->size();
        return true;
    }

    std::size_t rowsOfLastSlice() const { return m_rows; }

private:
    Result<bool> begin(const ReadSnapshot &snapshot, const std::function<bool(Instant)> &beginPart)
    {
        if (!snapshot.begun())
            return snapshot.begun().failure();
        const Result<Instant> asOf = m_reader.committedStamp();
        if (!asOf)
            return asOf.failure();
        return beginPart(*asOf);
    }

    EventReader &m_reader;
    LiveBoard &m_board;
    SourceSeeds m_sources;
    std::size_t m_rows = 0;
};

minutes nextLength(minutes length, std::size_t rows)
{
    if (rows < fewRows)
        return std::min(longestSlice, 2 * length);
    return rows > manyRows ? std::max(minutes{1}, length / 2) : length;
}

} // namespace

Instant boardStart(Instant now)
{
    return bucketStart(now, BucketWidth::Hour) - 2 * LongestLiveWindow;
}

Result<void> seedBoard(EventReader &reader, LiveBoard &board, Instant now, Instant since,
                       const std::function<bool()> &wanted)
{
    Seeding seeding(reader, board);
    Result<bool> read = false;
    while (wanted() && !*read) {
        if (read = seeding.readSources(); !read)
            return read.failure();
    }
    minutes length = firstSlice;
    Instant end = Instant::max(); // clocks of machines may be ahead
    Instant start = bucketStart(now, BucketWidth::Minute) - length;
    while (wanted() && end > since) {
        if (read = seeding.readSlice({start, end}); !read)
            return read.failure();
        if (!*read)
            continue;
        length = nextLength(length, seeding.rowsOfLastSlice());
        end = start;
        start = std::max(since, start - length);
    }
    if (end <= since)
        board.endSeeding();
    return {};
}

} // namespace linewatch
