// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timewindow.h"
#include "storage/multirow.h"
#include "storage/rollupchanges.h"

namespace linewatch {

/**
 * The writer's notes of which minutes it changed last (table minute_change), by which boards that follow the
 * store know what to read again. Late events beyond what any board keeps are not noted, so what is taken in
 * from the past costs no row a minute.
 */
class MinuteChanges
{
public:
    /** How far before a transaction's stamp a minute is noted; boards keep 17 hours. */
    static constexpr std::chrono::hours Noted{24};
    /** Notes of older minutes go, once in each day of stamps and at the first transaction. */
    static constexpr std::chrono::hours Kept{48};

    /** For the writer with that number. @p connection must outlive it. */
    static Result<MinuteChanges> prepare(SqlConnection &connection, int writer);

    /** Within the transaction whose newest stamp is @p stamp; @p changes are by width, then by start. */
    Result<void> write(const std::vector<RollupChange> &changes, Instant stamp);
    /** Forgets what a failure left half written. */
    void clear();

private:
    MinuteChanges(SqlConnection &connection, MultiRowWriter insert);
    Result<void> trim(Instant stamp);

    SqlConnection *m_connection;
    MultiRowWriter m_insert;
    Instant m_trimmedDay = Instant::min();
};

} // namespace linewatch
