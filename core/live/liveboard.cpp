// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/liveboard.h"

#include "live/snapshotbuilder.h"
#include "model/rollup.h"

namespace linewatch {

LiveBoard::LiveBoard(const StateRules &rules) : m_rules(rules), m_machineRules(rules) { }

void LiveBoard::setRegistry(const Registry &registry)
{
    std::unordered_map<MachineId, LineAssignments> assignments;
    for (const auto &[machineId, machine] : registry.machines) {
        if (!machine.assignments.empty())
            assignments.emplace(machineId, machine.assignments);
    }
    MachineRules rules(m_rules, registry);
    const std::scoped_lock lock(m_mutex);
    m_machineRules = std::move(rules);
    m_assignments = std::move(assignments);
    ++m_revision;
}

/** Null: the track's own line counts. */
const LineAssignments *LiveBoard::assignmentsOf(const SourceKey &key) const
{
    if (!m_assignments || !key.statedLine.isEmpty())
        return nullptr;
    const auto found = m_assignments->find(key.machineId);
    return found == m_assignments->end() ? &m_noAssignments : &found->second;
}

Instant LiveBoard::keptSince(Instant now)
{
    return bucketStart(now, BucketWidth::Hour) - 2 * LongestLiveWindow - std::chrono::hours{1};
}

std::size_t LiveBoard::SourceKeyHash::operator()(const SourceKey &key) const noexcept
{
    return std::hash<MachineId>{}(key.machineId) * 31 + std::hash<LineId>{}(key.statedLine);
}

void LiveBoard::beginSeeding()
{
    const std::scoped_lock lock(m_mutex);
    m_tracks.clear();
    m_assignedLines.clear();
    m_states.clear();
    m_seeding.start();
}

bool LiveBoard::beginSources(Instant asOf)
{
    const std::scoped_lock lock(m_mutex);
    return m_seeding.beginSources(asOf);
}

bool LiveBoard::beginSlice(Instant from, Instant asOf)
{
    const std::scoped_lock lock(m_mutex);
    return m_seeding.beginSlice(from, asOf);
}

void LiveBoard::endSeeding()
{
    const std::scoped_lock lock(m_mutex);
    m_seeding.finish();
    for (auto &[key, track] : m_tracks)
        track.settle();
    ++m_revision;
}

bool LiveBoard::isSeeded() const
{
    const std::scoped_lock lock(m_mutex);
    return m_seeding.isFinished();
}

Instant LiveBoard::filledSince() const
{
    const std::scoped_lock lock(m_mutex);
    return m_seeding.filledSince();
}

bool LiveBoard::canShow(Instant now, std::chrono::minutes shown) const
{
    const std::chrono::microseconds judged =
        std::max<std::chrono::microseconds>(2 * shown, m_rules.healthWindow);
    const std::scoped_lock lock(m_mutex);
    return m_seeding.isFilledSince(bucketStart(now, BucketWidth::Minute) - judged);
}

void LiveBoard::seed(const std::vector<SourceSeed> &sources)
{
    const std::scoped_lock lock(m_mutex);
    for (const SourceSeed &source : sources)
        put(source);
    m_seeding.noteFilled();
    ++m_revision;
}

void LiveBoard::put(const SourceSeed &source)
{
    if (source.statedLine.isEmpty())
        m_assignedLines[source.machineId] = source.effectiveLine;
    SourceTrack &track = m_tracks[{source.machineId, source.statedLine}];
    track.machineId = source.machineId;
    track.line = source.effectiveLine;
    track.lastEventTime = std::max(track.lastEventTime, source.lastEventTime);
    for (const auto &[minute, totals] : source.minutes)
        track.minutes.add(minute, totals);
}

void LiveBoard::replace(const StoreReading &reading)
{
    const std::scoped_lock lock(m_mutex);
    for (auto &[key, track] : m_tracks) {
        track.lastEventTime.reset();
        for (const TimeWindow &minutes : reading.minutes)
            track.minutes.clear(minutes);
    }
    for (const SourceSeed &source : reading.sources) // of a track there may be several
        put(source);
    ++m_revision;
}

void LiveBoard::noteRead(Instant at, std::chrono::microseconds took)
{
    const std::scoped_lock lock(m_mutex);
    m_readAt = at;
    m_lastRead = took;
    ++m_revision;
}

std::optional<Instant> LiveBoard::readAt() const
{
    const std::scoped_lock lock(m_mutex);
    return m_readAt;
}

void LiveBoard::record(std::span<const EventChange> changes, const OutcomeCounts &outcomes, Instant arrival,
                       std::chrono::microseconds commitTime)
{
    const std::scoped_lock lock(m_mutex);
    forgetOld(arrival);
    Instant newest = Instant::min();
    for (const EventChange &change : changes)
        newest = std::max(newest, change.after.recordedTime);
    m_seeding.noteCommit(newest);
    for (const EventChange &change : changes) {
        const Instant stamp = change.after.recordedTime;
        if (change.before)
            takeAway(change.before->payload, stamp);
        add(change.after.payload, stamp);
    }
    m_outcomes.add(arrival, outcomes);
    m_lastCommit = commitTime;
    ++m_revision;
}

void LiveBoard::add(const EventPayload &payload, Instant stamp)
{
    SourceTrack &track = trackOf(payload);
    if (m_seeding.countsMinute(payload.eventTime, stamp))
        track.minutes.add(payload.eventTime, totalsOf(payload));
    if (m_seeding.countsNewest(stamp))
        track.noteAdded(payload.eventTime);
}

void LiveBoard::takeAway(const EventPayload &payload, Instant stamp)
{
    SourceTrack &track = trackOf(payload);
    if (m_seeding.countsMinute(payload.eventTime, stamp))
        track.minutes.takeAway(payload.eventTime, totalsOf(payload));
    if (!m_seeding.countsNewest(stamp))
        return;
    track.noteTaken(payload.eventTime);
    if (m_seeding.isFinished())
        track.settle();
}

SourceTrack &LiveBoard::trackOf(const EventPayload &payload)
{
    const auto [found, added] = m_tracks.try_emplace({payload.machineId, payload.lineId});
    SourceTrack &track = found->second;
    if (added) {
        track.machineId = payload.machineId;
        track.minutes.forgetBefore(m_forgottenUntil);
        const auto assigned = m_assignedLines.find(payload.machineId);
        if (!payload.lineId.isEmpty())
            track.line = payload.lineId;
        else
            track.line =
                assigned != m_assignedLines.end() ? assigned->second : LineId(payload.machineId.utf8());
    }
    return track;
}

std::uint64_t LiveBoard::revision() const
{
    const std::scoped_lock lock(m_mutex);
    return m_revision;
}

LiveSnapshotPtr LiveBoard::snapshot(Instant now, std::chrono::minutes shown,
                                    std::optional<std::int64_t> queuedBatches)
{
    const std::scoped_lock lock(m_mutex);
    forgetOld(now);
    SnapshotBuilder builder(now, shown, m_machineRules);
    for (const auto &[key, track] : m_tracks)
        builder.add(track, assignmentsOf(key));
    LiveSnapshot snapshot = builder.take();
    keepStates(snapshot, builder);
    snapshot.number = ++m_snapshots;
    snapshot.ingest = ingest(snapshot.window, now, queuedBatches);
    return std::make_shared<const LiveSnapshot>(std::move(snapshot));
}

IngestSnapshot LiveBoard::ingest(TimeWindow window, Instant now,
                                 std::optional<std::int64_t> queuedBatches) const
{
    return {.isElsewhere = !queuedBatches,
            .window = window,
            .outcomes = m_outcomes.sum(window),
            .queuedBatches = queuedBatches.value_or(0),
            .lastCommit = m_lastCommit,
            .lastRead = m_lastRead,
            .eventsPerSecond = m_outcomes.eventsPerSecond(now)};
}

void LiveBoard::forgetOld(Instant now)
{
    const Instant until = keptSince(now);
    if (until == m_forgottenUntil) // follows a clock that steps back, too
        return;
    for (auto &[key, track] : m_tracks)
        track.minutes.forgetBefore(until);
    m_outcomes.forgetBefore(until);
    m_forgottenUntil = until;
}

/** A state that goes on keeps its beginning; the history is only asked about one that is new here. */
void LiveBoard::keepStates(LiveSnapshot &snapshot, const SnapshotBuilder &builder)
{
    for (MachineSnapshot &machine : snapshot.machines) {
        if (!m_seeding.isFinished()) { // it may have begun in what is not read yet
            machine.stateSince = builder.stateBegan(machine);
            continue;
        }
        const auto [shown, first] = m_states.try_emplace(machine.machineId);
        if (first || shown->second.state != machine.state)
            shown->second = {machine.state, builder.stateBegan(machine)};
        machine.stateSince = shown->second.since;
    }
}

} // namespace linewatch
