// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/oracle.h"

#include <map>

namespace linewatch::simulation {

/** An event as it must be, with its id. */
struct LedgerEntry {
    EventId eventId;
    ExpectedRow row;

    /** The line it counts for: the one it states, else its machine stands as its own line. */
    LineId line() const;
};

/** What the server must figure for a machine over a window; the members of the contract's GET /stats. */
struct MachineFigures {
    std::int64_t events = 0;
    std::int64_t defects = 0;
    std::int64_t unknown = 0;
    std::int64_t runTimeMs = 0;
    std::optional<Instant> lastEventTime; ///< the latest in the window

    /** Defects an hour, in hundredths, rounded half up. */
    std::int64_t rateHundredths(TimeWindow window) const;
    /** Run time by window length, in ten-thousandths, rounded half up, at most 10,000. */
    std::int64_t availabilityTenThousandths(TimeWindow window) const;
    /** Below two defects an hour, the default threshold, by the unrounded rate. */
    bool isHealthy(TimeWindow window) const;
};

/** One row of the contract's GET /stats/top-defect-lines. */
struct LineFigures {
    LineId line;
    std::int64_t defects = 0;
    std::int64_t events = 0;

    /** 100 x defects / events in hundredths, rounded half up. */
    std::int64_t percentHundredths() const;
    friend bool operator==(const LineFigures &, const LineFigures &) = default;
};

/**
 * Everything the server must hold at the end of a run. Its figures are summed event by event, which is slow
 * and hard to get wrong. Immutable, so it may be read from any thread.
 */
class Ledger
{
public:
    /** The rows of each connection; no event may be in two of them. */
    explicit Ledger(std::vector<ExpectedRows> parts);
    Ledger(const Ledger &) = delete; // the indexes point into the entries
    Ledger &operator=(const Ledger &) = delete;

    using Index = std::vector<const LedgerEntry *>;

    /** By eventTime, then eventId. */
    const std::vector<LedgerEntry> &entries() const { return m_entries; }
    const std::map<MachineId, Index> &machines() const { return m_machines; }
    /** From the first event to just behind the last; not valid when there is none. */
    TimeWindow span() const;

    MachineFigures machineFigures(const MachineId &machine, TimeWindow window) const;
    /** Every line with a known defect, in the contract's order; all factories when @p factory is empty. */
    std::vector<LineFigures> lineFigures(TimeWindow window, const FactoryId &factory) const;

private:
    std::vector<LedgerEntry> m_entries;
    std::map<MachineId, Index> m_machines;
};

} // namespace linewatch::simulation
