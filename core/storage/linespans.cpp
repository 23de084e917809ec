// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/linespans.h"

#include <algorithm>

namespace linewatch {

namespace {

/** As exact as the sums that are left are. */
Instant movedStart(Instant from, Instant horizon)
{
    return from < horizon ? bucketStart(from, BucketWidth::Hour) : from;
}

} // namespace

std::vector<LineSpan> lineSpans(const Source &source, TimeWindow window, Instant horizon)
{
    std::vector<LineSpan> spans{{window, source.lineAt(Instant::min())}};
    for (const LineAssignment &assignment : source.assignments) {
        const Instant begin = assignment.from ? movedStart(*assignment.from, horizon) : Instant::min();
        const Instant start = std::max(begin, window.start);
        const LineId line = source.lineAt(assignment.from.value_or(Instant::min()));
        if (start >= window.end || line == spans.back().line)
            continue;
        spans.back().window.end = start;
        if (!spans.back().window.isValid())
            spans.pop_back();
        spans.push_back({{start, window.end}, line});
    }
    for (std::size_t i = 1; i < spans.size(); ++i) { // what went may have left two of one line
        if (spans[i].line != spans[i - 1].line)
            continue;
        spans[i - 1].window.end = spans[i].window.end;
        spans.erase(spans.begin() + static_cast<std::ptrdiff_t>(i--));
    }
    return spans;
}

std::vector<LineId> linesOf(const Source &source)
{
    std::vector<LineId> lines;
    for (const LineSpan &span : lineSpans(source, {Instant::min(), Instant::max()}))
        lines.push_back(span.line);
    std::ranges::sort(lines);
    lines.erase(std::ranges::unique(lines).begin(), lines.end());
    return lines;
}

} // namespace linewatch
