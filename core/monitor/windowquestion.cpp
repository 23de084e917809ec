// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/windowquestion.h"

#include "analytics/coverage.h"
#include "analytics/defectlines.h"
#include "analytics/readrules.h"
#include "analytics/windowsteps.h"
#include "model/healthwindow.h"
#include "storage/linespans.h"

#include <algorithm>
#include <tuple>

namespace linewatch {

namespace {

using std::chrono::microseconds;
using std::chrono::minutes;

using TotalsBySource = std::unordered_map<std::int64_t, Totals>;

/** One window while it is read. The first failure ends the reading. */
class WindowReading
{
public:
    WindowReading(EventReader &reader, TimeWindow asked, Instant now, const StateRules &rules)
        : m_reader(reader)
        , m_rules(rules)
    {
        m_snapshot.origin = asked.end > now ? SnapshotOrigin::StoreSoFar : SnapshotOrigin::StorePast;
        m_snapshot.takenAt = now;
        m_snapshot.window = {asked.start, std::min(asked.end, now)};
        m_snapshot.healthThreshold = rules.healthThreshold;
    }

    Result<LiveSnapshot> read(const TellPart<LiveSnapshot> &tell)
    {
        m_snapshot.isWhole = false;
        if (Result<void> done = inTurn({&WindowReading::cover, &WindowReading::readPlant,
                                        &WindowReading::readBefore, &WindowReading::readMachines});
            !done)
            return done.failure();
        if (tell)
            tell(m_snapshot);
        if (Result<void> done = inTurn({&WindowReading::readTrend, &WindowReading::readSparklines}); !done)
            return done.failure();
        m_snapshot.isWhole = true;
        return std::move(m_snapshot);
    }

private:
    using Step = Result<void> (WindowReading::*)();

    /** Until one fails. */
    Result<void> inTurn(std::initializer_list<Step> steps)
    {
        for (const Step step : steps) {
            if (Result<void> done = (this->*step)(); !done)
                return done;
        }
        return {};
    }

    /** A machine's sources together. */
    struct Machine {
        MachineSnapshot snapshot;
        bool hasUnknownTime = false; ///< of events in the window, which were removed or not looked for
    };

    /** Where events were removed, the window and the one before it take in the whole hours of their bounds.
     */
    Result<void> cover()
    {
        const TimeWindow asked = m_snapshot.window;
        const Result<Coverage> coverage = coverageOf(m_reader, asked);
        if (!coverage)
            return coverage.failure();
        m_coverage = *coverage;
        m_snapshot.window = coverage->window;
        const Instant start = coverage->window.start;
        m_snapshot.previousWindow =
            coveredWindow({start - coverage->window.length(), start}, coverage->horizon);
        if (coverage->window.start < coverage->horizon)
            m_snapshot.wholeHoursBefore = coverage->horizon;
        m_trendSteps = trendSteps(m_snapshot.window, m_coverage.horizon);
        m_snapshot.trendStep = m_trendSteps.step;
        setHealthWindow();
        return {};
    }

    void setHealthWindow()
    {
        m_snapshot.healthWindow =
            m_snapshot.isRunning() ? runningHealthWindow(m_snapshot.takenAt, m_rules) : m_snapshot.window;
    }

    Result<std::vector<SourceTotals>> totals(TimeWindow window)
    {
        return m_reader.totals({}, planWindow(window));
    }

    Result<void> readPlant()
    {
        const Result<std::vector<SourceTotals>> parts = totals(m_snapshot.window);
        if (!parts)
            return parts.failure();
        for (const SourceTotals &part : *parts) {
            m_shown[part.source.sourceId] += part.totals; // of several lines there are several
            m_snapshot.plant += part.totals;
        }
        for (const DefectLine &line : rankLines(*parts, parts->size()))
            m_snapshot.topLines.push_back({line.lineId, line.defects, line.events});
        return {};
    }

    Result<void> readBefore()
    {
        const Result<std::vector<SourceTotals>> parts = totals(m_snapshot.previousWindow);
        if (!parts)
            return parts.failure();
        std::unordered_map<MachineId, int> active;
        for (const SourceTotals &part : *parts) {
            m_snapshot.plantBefore += part.totals;
            ++active[part.source.machineId];
        }
        m_snapshot.activeMachinesBefore = active.size();
        return {};
    }

    Result<void> readTrend()
    {
        const WindowSteps &steps = m_trendSteps;
        const Result<StepSums> sums = readSteps(m_reader, m_snapshot.window, steps, false);
        if (!sums)
            return sums.failure();
        const auto all = sums->find(0);
        for (std::size_t i = 0; i < steps.count(m_snapshot.window); ++i) {
            const TimeWindow part = steps.part(m_snapshot.window, i);
            const bool known = all != sums->end() && all->second[i].events > 0;
            m_snapshot.trend.push_back(
                {part.start, part.length(), known ? std::optional(all->second[i]) : std::nullopt});
        }
        return {};
    }

    Result<void> readMachines()
    {
        Result<std::vector<Source>> sources = m_reader.sources();
        if (!sources)
            return sources.failure();
        m_sources = std::move(*sources);
        Result<MachineRules> rules = readRules(m_reader, m_rules);
        if (!rules)
            return rules.failure();
        m_machineRules = std::move(*rules);
        if (Result<void> done = readHealth(); !done)
            return done;
        if (Result<void> done = readLastEvents(); !done)
            return done;
        std::unordered_map<MachineId, Machine> machines;
        for (const Source &source : m_sources)
            m_sourcesShown[source.machineId] += m_shown.contains(source.sourceId) ? 1 : 0;
        for (const Source &source : m_sources) {
            if (Result<void> done = addSource(machines[source.machineId], source); !done)
                return done;
        }
        for (auto &[machineId, machine] : machines)
            finish(machine);
        std::ranges::sort(m_snapshot.machines, [](const auto &a, const auto &b) {
            return std::tie(a.line, a.machineId) < std::tie(b.line, b.machineId);
        });
        return {};
    }

    Result<void> readSparklines()
    {
        const WindowSteps steps = sparkSteps(m_snapshot.window, m_coverage.horizon);
        const Result<StepSums> sums = readSteps(m_reader, m_snapshot.window, steps, true);
        if (!sums)
            return sums.failure();
        std::unordered_map<MachineId, std::vector<float> *> sparklines;
        for (MachineSnapshot &machine : m_snapshot.machines)
            sparklines[machine.machineId] = &machine.sparkline;
        for (const Source &source : m_sources)
            addSparkline(*sparklines.at(source.machineId), steps, sums->find(source.sourceId), sums->end());
        return {};
    }

    Result<void> readHealth()
    {
        if (m_snapshot.healthWindow == m_snapshot.window) {
            m_healthTotals = m_shown;
            return {};
        }
        const Result<std::vector<SourceTotals>> parts = totals(m_snapshot.healthWindow);
        if (!parts)
            return parts.failure();
        for (const SourceTotals &part : *parts)
            m_healthTotals[part.source.sourceId] += part.totals;
        return {};
    }

    Result<void> readLastEvents()
    {
        Result<std::unordered_map<std::int64_t, Instant>> newest = m_reader.lastEventTimes(std::nullopt);
        if (!newest)
            return newest.failure();
        m_newest = std::move(*newest);
        return {};
    }

    /** When a source had its newest event, as far as it matters, and on which line it was then. */
    struct Newest {
        std::optional<Instant> time;
        LineId line;
    };

    /** At all; in the window where that is over and the source has events in it. */
    Result<Newest> newestOf(const Source &source, bool hasData)
    {
        std::optional<Instant> time;
        if (!hasData || m_snapshot.isRunning()) {
            const auto found = m_newest.find(source.sourceId);
            time = found == m_newest.end() ? std::nullopt : std::optional(found->second);
        } else {
            // When it was, has to be looked for in the events: only where the line depends on it.
            const std::vector<LineSpan> spans = lineSpans(source, m_snapshot.window, m_coverage.horizon);
            if (spans.size() == 1 && m_sourcesShown[source.machineId] == 1)
                return Newest{std::nullopt, spans.front().line};
            const Result<std::optional<Instant>> last =
                m_reader.lastEventTime(source.sourceId, m_snapshot.window);
            if (!last)
                return last.failure();
            time = *last;
        }
        return Newest{time, time ? source.lineAt(*time) : source.line};
    }

    /** A machine stands on the line of its newest event in the window, else of its newest at all. */
    Result<void> addSource(Machine &machine, const Source &source)
    {
        MachineSnapshot &snapshot = machine.snapshot;
        const auto shown = m_shown.find(source.sourceId);
        const bool hasData = shown != m_shown.end();
        const Result<Newest> newest = newestOf(source, hasData);
        if (!newest)
            return newest.failure();
        const bool firstInWindow = hasData && snapshot.shown.events == 0;
        const bool comparable = hasData || snapshot.shown.events == 0;
        if (firstInWindow || (comparable && newest->time > snapshot.lastEventTime)
            || snapshot.machineId.isEmpty()) {
            snapshot.line = newest->line;
            snapshot.lastEventTime = newest->time;
        }
        snapshot.machineId = source.machineId;
        machine.hasUnknownTime = machine.hasUnknownTime || (hasData && !newest->time);
        if (hasData)
            snapshot.shown += shown->second;
        if (const auto health = m_healthTotals.find(source.sourceId); health != m_healthTotals.end())
            snapshot.health += health->second;
        return {};
    }

    /** Events a minute in the steps that are whole at their end. */
    void addSparkline(std::vector<float> &sparkline, const WindowSteps &steps, StepSums::const_iterator sums,
                      StepSums::const_iterator none) const
    {
        const auto whole =
            static_cast<std::size_t>((m_snapshot.window.end - steps.origin) / microseconds{steps.step});
        sparkline.resize(whole);
        if (sums == none)
            return;
        for (std::size_t i = 0; i < whole; ++i) {
            const std::chrono::duration<float, std::ratio<60>> length =
                steps.part(m_snapshot.window, i).length();
            sparkline[i] += static_cast<float>(sums->second[i].events) / length.count();
        }
    }

    void finish(Machine &machine)
    {
        MachineSnapshot &snapshot = machine.snapshot;
        const bool hasData = snapshot.shown.events > 0;
        snapshot.defectRate = kpi::defectRate(snapshot.health.defects, m_snapshot.healthWindow.length());
        // In a window that is over no machine is silent: any time in it will do.
        const std::optional<Instant> last = !snapshot.lastEventTime && machine.hasUnknownTime
            ? m_snapshot.window.start
            : snapshot.lastEventTime;
        if (!m_snapshot.isRunning())
            snapshot.lastEventTime.reset();
        const StateRules rules = rulesOf(snapshot.machineId);
        snapshot.state = machineState(hasData ? last : std::nullopt, m_snapshot.takenAt,
                                      snapshot.health.defects, m_snapshot.healthWindow.length(), rules);
        snapshot.threshold = m_machineRules.ownThreshold(snapshot.machineId);
        snapshot.silenceLimit = rules.silenceLimit;
        snapshot.retiredSince = m_machineRules.retiredSince(snapshot.machineId);
        m_snapshot.activeMachines += hasData ? 1U : 0U;
        m_snapshot.machines.push_back(std::move(snapshot));
    }

    StateRules rulesOf(const MachineId &machineId) const
    {
        StateRules rules = m_machineRules.of(machineId, m_snapshot.takenAt);
        if (!m_snapshot.isRunning())
            rules.silenceLimit = microseconds::max();
        return rules;
    }

    EventReader &m_reader;
    const StateRules m_rules;
    MachineRules m_machineRules;
    Coverage m_coverage;
    WindowSteps m_trendSteps;
    std::vector<Source> m_sources;
    std::unordered_map<MachineId, int> m_sourcesShown;  ///< how many of a machine's have events in the window
    std::unordered_map<std::int64_t, Instant> m_newest; ///< of each source's events, at all
    TotalsBySource m_shown;
    TotalsBySource m_healthTotals;
    LiveSnapshot m_snapshot;
};

} // namespace

Result<LiveSnapshot> readWindow(EventReader &reader, TimeWindow asked, Instant now, const StateRules &rules,
                                const TellPart<LiveSnapshot> &tell)
{
    if (!asked.isValid() || asked.start >= now)
        return Failure{Failure::Kind::Refused,
                       Sentence(QT_TRANSLATE_NOOP("Failure", "this window of time has not begun yet"))};
    return WindowReading(reader, asked, now, rules).read(tell);
}

} // namespace linewatch
