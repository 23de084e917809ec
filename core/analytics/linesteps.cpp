// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/linesteps.h"

#include "storage/linespans.h"

#include <algorithm>

namespace linewatch {

namespace {

/** Divides the steps of sources that count for several lines in the window. */
class StepsOfLines
{
public:
    StepsOfLines(EventReader &reader, TimeWindow window, const WindowSteps &steps, Instant horizon)
        : m_reader(reader)
        , m_window(window)
        , m_steps(steps)
        , m_horizon(horizon)
    {
    }

    Result<void> add(const Source &source, const StepList &sums)
    {
        const std::vector<LineSpan> spans = lineSpans(source, m_window, m_horizon);
        for (const LineSpan &span : spans) {
            StepList &line = m_lines[span.line][source.machineId];
            line.resize(std::max(line.size(), sums.size()));
        }
        for (std::size_t i = 0; i < sums.size(); ++i) {
            if (Result<void> done = addStep(source, spans, i, sums[i]); !done)
                return done;
        }
        return {};
    }

    StepsByLine take() { return std::move(m_lines); }

private:
    Result<void> addStep(const Source &source, const std::vector<LineSpan> &spans, std::size_t index,
                         Totals rest)
    {
        const TimeWindow step = m_steps.part(m_window, index);
        const LineSpan *last = nullptr;
        for (const LineSpan &span : spans) {
            const TimeWindow part{std::max(step.start, span.window.start),
                                  std::min(step.end, span.window.end)};
            if (!part.isValid())
                continue;
            last = &span;
            if (part.end == step.end || rest == Totals{})
                break;
            const Result<Totals> totals = totalsIn(source, part);
            if (!totals)
                return totals.failure();
            m_lines[span.line][source.machineId][index] += *totals;
            rest -= *totals;
        }
        if (last)
            m_lines[last->line][source.machineId][index] += rest;
        return {};
    }

    Result<Totals> totalsIn(const Source &source, TimeWindow part)
    {
        const Result<std::vector<SourceTotals>> parts =
            m_reader.totals({source.machineId, {}}, planWindow(part));
        if (!parts)
            return parts.failure();
        Totals sum;
        for (const SourceTotals &each : *parts) {
            if (each.source.sourceId == source.sourceId)
                sum += each.totals;
        }
        return sum;
    }

    EventReader &m_reader;
    const TimeWindow m_window;
    const WindowSteps &m_steps;
    const Instant m_horizon;
    StepsByLine m_lines;
};

/** Those that count for the line for some of the window. */
std::vector<std::int64_t> sourcesOnLine(const std::vector<Source> &sources, const LineId &line,
                                        TimeWindow window, Instant horizon)
{
    std::vector<std::int64_t> found;
    for (const Source &source : sources) {
        const std::vector<LineSpan> spans = lineSpans(source, window, horizon);
        if (std::ranges::find(spans, line, &LineSpan::line) != spans.end())
            found.push_back(source.sourceId);
    }
    return found;
}

} // namespace

Result<StepsByLine> readStepsByLine(EventReader &reader, TimeWindow window, const WindowSteps &steps,
                                    const LineId &only)
{
    const Result<std::vector<Source>> sources = reader.sources();
    if (!sources)
        return sources.failure();
    const Result<Instant> horizon = reader.horizon();
    if (!horizon)
        return horizon.failure();
    std::vector<std::int64_t> onLine;
    if (!only.isEmpty()) {
        onLine = sourcesOnLine(*sources, only, window, *horizon);
        if (onLine.empty())
            return StepsByLine{};
    }
    const Result<StepSums> sums = readSteps(reader, window, steps, true, onLine);
    if (!sums)
        return sums.failure();
    StepsOfLines lines(reader, window, steps, *horizon);
    for (const Source &source : *sources) {
        const auto found = sums->find(source.sourceId);
        if (found == sums->end())
            continue;
        if (Result<void> done = lines.add(source, found->second); !done)
            return done.failure();
    }
    return lines.take();
}

void addSteps(StepList &sum, const StepList &other)
{
    sum.resize(std::max(sum.size(), other.size()));
    for (std::size_t i = 0; i < other.size(); ++i)
        sum[i] += other[i];
}

std::vector<std::optional<std::int64_t>> knownDefects(const StepList &steps)
{
    std::vector<std::optional<std::int64_t>> known;
    known.reserve(steps.size());
    for (const Totals &step : steps)
        known.push_back(step.events > step.unknownEvents ? std::optional(step.defects) : std::nullopt);
    return known;
}

} // namespace linewatch
