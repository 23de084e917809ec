// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/figurefacts.h"
#include "analytics/machinehealth.h"
#include "analytics/statejudgement.h"
#include "analytics/statehistory.h"

namespace linewatch {

/** What there is to know of one machine at a glance. */
struct MachineReport {
    Instant at;           ///< the moment that it was asked for
    bool isKnown = false; ///< the store has, or had, an event of it
    LineId line;          ///< the effective line of its newest event; empty where that was removed
    FactoryId factoryId;  ///< of its newest event; empty where that states none
    std::optional<Instant> lastEventTime; ///< of all its events
    StateJudgement judgement;             ///< of its state then, as listMachines() tells it
    StateRules rules;                     ///< what its states are judged by

    TimeWindow window;             ///< what the figures are over: what coverageOf() says of the one asked for
    bool isWidened = false;        ///< a bound had to move to a whole hour
    MachineHealth health;          ///< as machineHealth() tells it
    Decimal defectsPer100;         ///< known defects per 100 events, 2 decimals; 0 without events
    Decimal unknownPercent;        ///< of the events, those whose defects are not known, 2 decimals
    std::chrono::seconds step{60}; ///< how long a step is that the window does not cut
    std::vector<MachineStep> steps;   ///< they cover the window, oldest first
    std::vector<StateSample> history; ///< of each step, see readStateHistory()

    std::vector<EventItem> newest; ///< the newest events of the window, at most NewestEvents of them
    /**
     * The smallest difference between this server's own stamp and the eventTime among its newest events of
     * all, at most ClockEvents (a receipt that a gateway claims says how its clock goes): below zero, the
     * machine's clock is ahead by at least that; above, it is behind by at most that, or its events travel so
     * long. Events that came late do not count, as others came sooner. Nothing without events.
     */
    std::optional<std::chrono::microseconds> clockOffset;
    std::optional<ClockWitness> clockWitness; ///< the event that clockOffset is taken from

    static constexpr int NewestEvents = 50;
    static constexpr int ClockEvents = 1'000;
};

/**
 * @p window must be valid. Ask in one snapshot. Its cost does not grow with the number of other machines, nor
 * with the number of events in the window.
 */
Result<MachineReport> readMachineReport(EventReader &reader, const MachineId &machineId, TimeWindow window,
                                        Instant now, const StateRules &rules);

} // namespace linewatch
