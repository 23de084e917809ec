// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqllineparts.h"

#include "storage/linespans.h"
#include "storage/sqlretention.h"
#include "storage/sqlsourcetotals.h"
#include "storage/sqltotals.h"

#include <algorithm>
#include <map>
#include <utility>

namespace linewatch::sqltotals {

namespace {

/** Where more sources change their line at the same time, all sources are summed up once. */
constexpr std::size_t mostAskedOneByOne = 8;

TimeWindow windowOf(const WindowPlan &plan)
{
    TimeWindow window{Instant::max(), Instant::min()};
    const auto widen = [&window](const TimeWindow &piece) {
        window = {std::min(window.start, piece.start), std::max(window.end, piece.end)};
    };
    std::ranges::for_each(plan.edges, widen);
    for (const BucketRange &range : plan.buckets)
        widen(range.window);
    return window;
}

/** A sum that is made of several lines. */
struct Divided {
    SourceTotals whole;
    std::vector<LineSpan> spans;     ///< two or more
    std::map<LineId, Totals> byLine; ///< of the spans that were asked for
};

/** Divides sums, of which the last span of each is what the others leave. */
class LineParts
{
public:
    explicit LineParts(SqlConnection &connection) : m_connection(connection) { }

    void add(SourceTotals whole, std::vector<LineSpan> spans)
    {
        for (std::size_t i = 0; i + 1 < spans.size(); ++i)
            m_asked[{spans[i].window.start, spans[i].window.end}].emplace_back(m_divided.size(), i);
        m_divided.push_back({std::move(whole), std::move(spans), {}});
    }

    Result<void> divide(std::vector<SourceTotals> &parts)
    {
        for (const auto &[bounds, places] : m_asked) {
            if (Result<void> done = ask({bounds.first, bounds.second}, places); !done)
                return done;
        }
        for (Divided &divided : m_divided)
            finish(divided, parts);
        return {};
    }

private:
    /** Which of the divided, and which of its spans. */
    using Places = std::vector<std::pair<std::size_t, std::size_t>>;

    Result<void> ask(const TimeWindow &window, const Places &places)
    {
        const WindowPlan plan = planWindow(window);
        std::unordered_map<std::int64_t, Totals> sums;
        if (places.size() > mostAskedOneByOne) {
            Result<std::unordered_map<std::int64_t, Totals>> all = totalsOfAll(m_connection, plan);
            if (!all)
                return all.failure();
            sums = std::move(*all);
        }
        for (const auto &[index, span] : places) {
            Divided &divided = m_divided[index];
            const std::int64_t sourceId = divided.whole.source.sourceId;
            if (places.size() <= mostAskedOneByOne) {
                const Result<Totals> sum = totalsOfSource(m_connection, sourceId, plan);
                if (!sum)
                    return sum.failure();
                sums[sourceId] = *sum;
            }
            divided.byLine[divided.spans[span].line] += sums[sourceId];
        }
        return {};
    }

    static void finish(Divided &divided, std::vector<SourceTotals> &parts)
    {
        Totals rest = divided.whole.totals;
        for (const auto &[line, totals] : divided.byLine)
            rest -= totals;
        divided.byLine[divided.spans.back().line] += rest;
        for (const auto &[line, totals] : divided.byLine) {
            if (totals == Totals{})
                continue;
            parts.push_back({divided.whole.source, totals});
            parts.back().source.line = line;
        }
    }

    SqlConnection &m_connection;
    std::vector<Divided> m_divided;
    std::map<std::pair<Instant, Instant>, Places> m_asked;
};

} // namespace

Result<std::vector<SourceTotals>> byLine(SqlConnection &connection, const WindowPlan &plan,
                                         std::vector<SourceTotals> parts)
{
    const bool isAnyDated =
        std::ranges::any_of(parts, [](const SourceTotals &part) { return !part.source.assignments.empty(); });
    const Result<Instant> horizon = isAnyDated ? readHorizon(connection) : Result<Instant>(NothingRemoved);
    if (!horizon)
        return horizon.failure();
    const TimeWindow window = windowOf(plan);
    LineParts divided(connection);
    std::vector<SourceTotals> found;
    for (SourceTotals &part : parts) {
        std::vector<LineSpan> spans = lineSpans(part.source, window, *horizon);
        if (spans.size() > 1) {
            divided.add(std::move(part), std::move(spans));
            continue;
        }
        part.source.line = spans.front().line;
        found.push_back(std::move(part));
    }
    if (Result<void> done = divided.divide(found); !done)
        return done.failure();
    return found;
}

} // namespace linewatch::sqltotals
