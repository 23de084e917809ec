// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/boardseeding.h"
#include "live/livesnapshot.h"
#include "live/outcomehistory.h"
#include "live/sourcetrack.h"
#include "model/event.h"
#include "model/machinerules.h"

#include <mutex>
#include <span>
#include <unordered_map>

namespace linewatch {

class SnapshotBuilder;

/** What the board starts from: a source's past as the store holds it. */
struct SourceSeed {
    MachineId machineId;
    LineId statedLine;    ///< empty: its events state none
    LineId effectiveLine; ///< where they count
    std::optional<Instant> lastEventTime;
    std::vector<std::pair<Instant, Totals>> minutes;
};

/** What a store held at one moment, of some minutes and of all sources. */
struct StoreReading {
    std::vector<TimeWindow> minutes; ///< stretches of whole minutes
    std::vector<SourceSeed> sources; ///< every source, with its newest event and what it did in these minutes
};

/**
 * The newest state of every machine and line, kept in memory: by what commits report, or by what is read from
 * a store that others write, too. Any thread may call; changes and snapshots exclude each other for as long
 * as one takes.
 */
class LiveBoard
{
public:
    explicit LiveBoard(const StateRules &rules);

    /**
     * What people say of machines: by it states are judged, and events that state no line count for lines
     * from now on. Until the first time the rules are those of all, and lines are those that seeds name.
     */
    void setRegistry(const Registry &registry);

    /** From where on a board keeps minutes at @p now: whole hours, an hour more than it ever shows. */
    static Instant keptSince(Instant now);

    /**
     * Empties the board, to be filled from the store while commits go on: beginSources() and a beginSlice()
     * for each stretch of minutes, the newest first, each followed by seed() with what was read there, and
     * endSeeding(). See BoardSeeding for what they promise and when they are false.
     */
    void beginSeeding();
    bool beginSources(Instant asOf);
    bool beginSlice(Instant from, Instant asOf);
    void endSeeding();
    /** False from beginSeeding() to endSeeding(): figures are not complete then. */
    bool isSeeded() const;
    /** From where on figures are complete; the end of all time while there are none. */
    Instant filledSince() const;
    /** Whether a snapshot of that window would be complete, with the time that it is compared with. */
    bool canShow(Instant now, std::chrono::minutes shown) const;

    /** Adds what was there before. Without beginSeeding() never the same events that commits report. */
    void seed(const std::vector<SourceSeed> &sources);

    /** What a transaction changed. Events older than what is kept only count as heard of. */
    void record(std::span<const EventChange> changes, const OutcomeCounts &outcomes, Instant arrival,
                std::chrono::microseconds commitTime);

    /**
     * A board that follows a store: what it had in these minutes, and of newest events, goes for what was
     * read, whatever happened in between. Its changes are not recorded beside that.
     */
    void replace(const StoreReading &reading);
    /** It holds what its store held at @p at; looking for what is new took @p took. */
    void noteRead(Instant at, std::chrono::microseconds took);
    /** Since when a board that follows a store may lag behind it; nothing where commits report. */
    std::optional<Instant> readAt() const;

    /** Grows with each record(), seed(), endSeeding(), replace(), noteRead() and setRegistry(). */
    std::uint64_t revision() const;

    /**
     * The board at @p now over the last @p shown, which is 1 minute to LongestLiveWindow; numbers snapshots.
     * @p queuedBatches: nothing where this process takes nothing in.
     */
    LiveSnapshotPtr snapshot(Instant now, std::chrono::minutes shown,
                             std::optional<std::int64_t> queuedBatches);

private:
    struct SourceKey {
        MachineId machineId;
        LineId statedLine;
        friend bool operator==(const SourceKey &, const SourceKey &) = default;
    };
    struct SourceKeyHash {
        std::size_t operator()(const SourceKey &key) const noexcept;
    };
    /** A machine's state as last shown. */
    struct ShownState {
        MachineState state = MachineState::NoData;
        std::optional<Instant> since;
    };

    void put(const SourceSeed &source);
    const LineAssignments *assignmentsOf(const SourceKey &key) const;
    SourceTrack &trackOf(const EventPayload &payload);
    void add(const EventPayload &payload, Instant stamp);
    void takeAway(const EventPayload &payload, Instant stamp);
    void forgetOld(Instant now);
    IngestSnapshot ingest(TimeWindow window, Instant now, std::optional<std::int64_t> queuedBatches) const;
    void keepStates(LiveSnapshot &snapshot, const SnapshotBuilder &builder);

    const StateRules m_rules;
    mutable std::mutex m_mutex;
    MachineRules m_machineRules; ///< of each machine
    /** Of the machines that have any; nothing while no registry was told. */
    std::optional<std::unordered_map<MachineId, LineAssignments>> m_assignments;
    const LineAssignments m_noAssignments;
    BoardSeeding m_seeding;
    std::unordered_map<SourceKey, SourceTrack, SourceKeyHash> m_tracks;
    std::unordered_map<MachineId, LineId> m_assignedLines; ///< of machines whose events state none
    std::unordered_map<MachineId, ShownState> m_states;
    OutcomeHistory m_outcomes;
    std::chrono::microseconds m_lastCommit{0};
    std::optional<Instant> m_readAt;
    std::chrono::microseconds m_lastRead{0};
    Instant m_forgottenUntil;
    std::uint64_t m_revision = 0;
    std::uint64_t m_snapshots = 0;
};

} // namespace linewatch
