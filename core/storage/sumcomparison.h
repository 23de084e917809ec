// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/checkreport.h"
#include "storage/sourcenames.h"
#include "storage/storedsums.h"

namespace linewatch {

/** Which sums are compared: those of each source, or those of each line. */
enum class SumsOf { Sources, Lines };

/**
 * Holds the sums that a store keeps in buckets of one width against a recount. Takes the minutes of the
 * recount in the order of time; keeps the sums of one bucket in memory.
 */
class SumComparison
{
public:
    /**
     * Buckets that start before @p from are not compared. @p connection and @p names must outlive it.
     */
    SumComparison(SqlConnection &connection, const SourceNames &names, SumsOf which, BucketWidth width,
                  Instant from = Instant::min());

    Result<void> add(const CountedMinute &minute);
    /** After the last minute. */
    Result<CheckedPart> finish();

private:
    Result<void> closeBucket();
    /** Stored buckets before @p start, where nothing was counted. */
    Result<void> compareBefore(std::int64_t start);
    void compare(std::int64_t start, const SumsBySource &counted, const SumsBySource &stored);
    SumsBySource grouped(const SumsBySource &sums) const;
    std::int64_t groupOf(std::int64_t sourceId) const;
    QString describe(std::int64_t start, std::int64_t group, const Totals &counted,
                     const Totals &stored) const;

    const SourceNames &m_names;
    const SumsOf m_which;
    const BucketWidth m_width;
    const Instant m_from; ///< the start of the first bucket that is compared
    StoredSums m_stored;
    CheckedPart m_part;
    std::optional<std::int64_t> m_start; ///< of the bucket at hand
    SumsBySource m_counted;              ///< in it, by group
};

} // namespace linewatch
