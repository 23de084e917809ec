// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sumcomparison.h"

#include "model/rfc3339.h"
#include "storage/sqlvalues.h"

#include <limits>
#include <set>

namespace linewatch {

namespace {

QString nameOf(BucketWidth width)
{
    switch (width) {
    case BucketWidth::Minute:
        return QStringLiteral("minute");
    case BucketWidth::Hour:
        return QStringLiteral("hour");
    case BucketWidth::Day:
        break;
    }
    return QStringLiteral("day");
}

QString titleOf(SumsOf which, BucketWidth width)
{
    return which == SumsOf::Lines ? nameOf(width) + QStringLiteral(" sums of lines")
                                  : nameOf(width) + QStringLiteral(" sums of machines");
}

QString tableOf(SumsOf which)
{
    return which == SumsOf::Lines ? QStringLiteral("line_bucket") : QStringLiteral("rollup_bucket");
}

/** The first whole bucket. */
Instant firstBucket(Instant from, BucketWidth width)
{
    if (from == Instant::min())
        return from;
    const Instant start = bucketStart(from, width);
    return start == from ? start : start + lengthOf(width);
}

QString figures(const Totals &totals)
{
    return QStringLiteral("%1 events, %2 ms, %3 defects, %4 unknown")
        .arg(qlonglong{totals.events})
        .arg(qlonglong{totals.runTimeMs})
        .arg(qlonglong{totals.defects})
        .arg(qlonglong{totals.unknownEvents});
}

Totals sumOf(const SumsBySource &sums, std::int64_t group)
{
    const auto found = sums.find(group);
    return found == sums.end() ? Totals{} : found->second;
}

} // namespace

SumComparison::SumComparison(SqlConnection &connection, const SourceNames &names, SumsOf which,
                             BucketWidth width, Instant from)
    : m_names(names)
    , m_which(which)
    , m_width(width)
    , m_from(firstBucket(from, width))
    , m_stored(connection, tableOf(which), width, m_from)
    , m_part(titleOf(which, width))
{
}

Result<void> SumComparison::add(const CountedMinute &minute)
{
    const Instant bucket = bucketStart(sql::fromSeconds(minute.start), m_width);
    if (bucket < m_from)
        return {};
    const std::int64_t start = sql::toSeconds(bucket);
    if (m_start && *m_start != start) {
        if (Result<void> done = closeBucket(); !done)
            return done;
    }
    m_start = start;
    for (const auto &[sourceId, totals] : minute.sums)
        m_counted[groupOf(sourceId)] += totals;
    return {};
}

Result<CheckedPart> SumComparison::finish()
{
    if (m_start) {
        if (Result<void> done = closeBucket(); !done)
            return done.failure();
    }
    if (Result<void> done = compareBefore(std::numeric_limits<std::int64_t>::max()); !done)
        return done.failure();
    return m_part;
}

Result<void> SumComparison::closeBucket()
{
    if (Result<void> done = compareBefore(*m_start); !done)
        return done;
    const Result<std::optional<std::int64_t>> next = m_stored.nextStart();
    if (!next)
        return next.failure();
    Result<SumsBySource> stored = *next == m_start ? m_stored.take() : SumsBySource{};
    if (!stored)
        return stored.failure();
    compare(*m_start, m_counted, grouped(*stored));
    m_counted.clear();
    return {};
}

Result<void> SumComparison::compareBefore(std::int64_t start)
{
    for (;;) {
        const Result<std::optional<std::int64_t>> next = m_stored.nextStart();
        if (!next)
            return next.failure();
        if (!*next || **next >= start)
            return {};
        const Result<SumsBySource> stored = m_stored.take();
        if (!stored)
            return stored.failure();
        compare(**next, {}, grouped(*stored));
    }
}

/** A sum of nothing and none at all are the same: corrections leave the former behind. */
void SumComparison::compare(std::int64_t start, const SumsBySource &counted, const SumsBySource &stored)
{
    std::set<std::int64_t> groups;
    for (const auto &[group, totals] : counted)
        groups.insert(group);
    for (const auto &[group, totals] : stored)
        groups.insert(group);
    m_part.countChecked(std::ssize(groups));
    for (const std::int64_t group : groups) {
        const Totals is = sumOf(stored, group);
        const Totals mustBe = sumOf(counted, group);
        if (is != mustBe)
            m_part.addFault([&] { return describe(start, group, mustBe, is); });
    }
}

SumsBySource SumComparison::grouped(const SumsBySource &sums) const
{
    SumsBySource result;
    for (const auto &[sourceId, totals] : sums)
        result[groupOf(sourceId)] += totals;
    return result;
}

std::int64_t SumComparison::groupOf(std::int64_t sourceId) const
{
    return m_which == SumsOf::Lines ? m_names.lineOf(sourceId) : sourceId;
}

QString SumComparison::describe(std::int64_t start, std::int64_t group, const Totals &counted,
                                const Totals &stored) const
{
    return QStringLiteral("%1 from %2, %3%4: kept %5; counted %6")
        .arg(nameOf(m_width), QString::fromStdString(formatRfc3339(sql::fromSeconds(start))),
             m_which == SumsOf::Lines ? QStringLiteral("line of ") : QString(), m_names.nameOf(group),
             figures(stored), figures(counted));
}

} // namespace linewatch
