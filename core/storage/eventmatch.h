// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"
#include "storage/sqlconnection.h"
#include "storage/sqlwhere.h"

/**
 * Which rows of events match a filter, in SQL over the table event under the name e. Of a connection's
 * thread.
 */
namespace linewatch::eventmatch {

/** A source that the filter lets through, and when. */
struct MatchingSource {
    std::int64_t sourceId = 0;
    TimeWindow window; ///< in which its events are of the line that is asked for

    bool isWhole() const { return window == allTime; }

    static constexpr TimeWindow allTime{Instant::min(), Instant::max()};
};

/** Whether a filter lets only some sources through. Pure. */
bool namesSources(const EventFilter &filter);
/** Those it lets through; one of which only stretches of time are of the line that is asked for, once for
 * each. */
Result<std::vector<MatchingSource>> matchingSources(SqlConnection &connection, const EventFilter &filter);

void addDefects(sql::Where &where, EventDefects defects);
void addTimes(sql::Where &where, const EventFilter &filter);
/** That it is the source's, within the times of the filter and its own. */
void addSource(sql::Where &where, const MatchingSource &source, const EventFilter &filter);

/** How many events match, as they are now; reads them all. */
Result<std::int64_t> count(SqlConnection &connection, const EventFilter &filter);

} // namespace linewatch::eventmatch
