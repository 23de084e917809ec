// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/changeset.h"
#include "storage/multirow.h"

namespace linewatch {

/** Keeps rejected events, the newest of them. */
class RejectionRows
{
public:
    /** How many are kept; the oldest go first. */
    static constexpr int Kept = 100'000;
    /** They are counted again after so many new ones, so up to this many more may be there. */
    static constexpr std::size_t TrimEvery = 1'000;

    /** For the writer with that number. @p connection must outlive it. */
    static Result<RejectionRows> prepare(SqlConnection &connection, int writer);

    Result<void> write(const std::vector<RejectedEvent> &rejections);
    /** Forgets what a failure left half written. */
    void clear() { m_insert.clear(); }

private:
    RejectionRows(SqlConnection &connection, MultiRowWriter insert);
    Result<void> trim();
    Result<QVariant> newestToGo();

    SqlConnection *m_connection;
    MultiRowWriter m_insert;
    std::size_t m_sinceTrim = TrimEvery;
};

} // namespace linewatch
