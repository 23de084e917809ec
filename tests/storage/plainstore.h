// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/batch.h"
#include "model/kpi.h"

#include <map>
#include <string>
#include <vector>

namespace linewatch::test {

/**
 * What a store must hold, in the plainest way: the contract's rules written down once more, word by word,
 * without any of the product's functions. Figures are counted row by row.
 */
class PlainStore
{
public:
    struct Row {
        EventPayload payload;
        Instant received;
        int version = 1;
        std::vector<EventPayload> former;
    };

    /** What a process that writes gives out: stamps that go up, each of them one of its own. */
    struct Stamps {
        Instant last;
        std::int64_t step = 1;   ///< microseconds between two of them
        std::int64_t offset = 0; ///< what is left when one is divided by the step
    };

    /** The outcome as "ACCEPTED", "UPDATED", "IDENTICAL", "STALE" or "REJECTED". */
    std::string post(const BatchEvents::value_type &element, Instant arrival, Stamps &stamps);
    /** Where only one process writes. */
    std::string post(const BatchEvents::value_type &element, Instant arrival)
    {
        return post(element, arrival, m_stamps);
    }

    const std::map<std::string, Row> &rows() const { return m_rows; }
    /** When those came that were rejected; newest first. */
    std::vector<Instant> rejections() const;
    /** Ids and versions as pages list them: by eventTime, ties by id, the last first. */
    std::vector<std::pair<std::string, int>> listing() const;
    /** The row is gone, and with it what its id was; it still counts. */
    void settle(const std::string &id);
    /** Over [window.start, window.end) of one machine. */
    Totals totals(const std::string &machine, TimeWindow window) const;
    /** The same of each line that has events there; empty @p factory: of every factory. */
    std::map<std::string, Totals> lineTotals(const std::string &factory, TimeWindow window) const;

private:
    template <class Visitor>
    void visitAll(const Visitor &visit) const;

    std::map<std::string, Row> m_rows;
    std::vector<Instant> m_rejections;
    std::vector<EventPayload> m_settled;
    Stamps m_stamps; ///< of the only one that writes
};

/** An outcome as PlainStore::post() tells it. */
std::string nameOf(const Outcome &outcome);

} // namespace linewatch::test
