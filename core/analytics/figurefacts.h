// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/groupfigures.h"
#include "analytics/statejudgement.h"
#include "model/event.h"
#include "model/outcome.h"

#include <array>
#include <optional>
#include <variant>

namespace linewatch {

/** How many machines are in each state, and by what they are judged. */
struct StateTally {
    std::array<int, MachineStateCount> states{}; ///< by MachineState
    std::optional<double> threshold = {};        ///< of the defect rate, an hour; nothing: not told

    std::int64_t of(MachineState state) const { return states[static_cast<std::size_t>(state)]; }
    std::int64_t all() const;
};

/** What only the events themselves tell, see MachineCycles. */
struct EventFacts {
    std::int64_t events = 0; ///< that were read, the newest ones
    bool isOfNewest = false; ///< there are more than were read
    std::int64_t corrected = 0;
    std::chrono::milliseconds median{0}; ///< of their durations
};

/** The event by which a machine's clock is judged: the one whose stamp and eventTime differ least. */
struct ClockWitness {
    EventId eventId;
    Instant eventTime;
    Instant recordedTime;    ///< this server's own stamp
    std::int64_t events = 0; ///< the newest ones, among which it was looked for

    /** Below zero the machine's clock is ahead. */
    std::chrono::microseconds offset() const { return recordedTime - eventTime; }
};

/** How taking in goes: what arrived, and what the newest commit took. */
struct IngestFacts {
    OutcomeCounts outcomes;
    std::int64_t queuedBatches = 0;
    std::chrono::microseconds took{
        0}; ///< the newest commit, or the newest reading of a followed store; 0: none yet
};

/** When a machine said something for the last time. */
struct LastEventFacts {
    Instant eventTime; ///< the newest of its events
    std::optional<Instant>
        newestReceipt; ///< of any event of it, at whatever time that was; nothing: not told
    std::optional<StoredEvent> event = {}; ///< that event itself; nothing: not read, or moved meanwhile
    bool wasRead = false;                  ///< the store was asked for it
};

/** What the same figure is that stands beside it. */
struct OtherSide {
    LineId line;
    GroupFigures numbers;
};

/** What a figure is told by beside sums of events. */
using FigureFacts = std::variant<std::monostate, StateTally, EventFacts, ClockWitness, IngestFacts,
                                 StateJudgement, LastEventFacts, OtherSide>;

} // namespace linewatch
