// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/eventmatch.h"

#include "storage/linespans.h"
#include "storage/sqltotals.h"
#include "storage/sqlvalues.h"

#include <algorithm>

namespace linewatch::eventmatch {

namespace {

using sql::Where;

void addMatching(const Source &source, const LineId &line, std::vector<MatchingSource> &found)
{
    for (const LineSpan &span : lineSpans(source, MatchingSource::allTime)) {
        if (line.isEmpty()) {
            found.push_back({source.sourceId, MatchingSource::allTime});
            return;
        }
        if (span.line == line)
            found.push_back({source.sourceId, span.window});
    }
}

Result<std::int64_t> countWhere(SqlConnection &connection, Where where, EventDefects defects)
{
    addDefects(where, defects);
    const Result<QVariant> events =
        connection.readValue(QStringLiteral("SELECT count(*) FROM event e") + where.sql(), where.values);
    if (!events)
        return events.failure();
    return std::int64_t{events->toLongLong()};
}

/** Those that match at all times in one go, and each stretch of time of another by itself. */
Result<std::int64_t> countBySource(SqlConnection &connection, const EventFilter &filter)
{
    const Result<std::vector<MatchingSource>> sources = matchingSources(connection, filter);
    if (!sources)
        return sources.failure();
    QVariantList whole;
    std::int64_t events = 0;
    const auto add = [&](const Where &where) -> Result<void> {
        const Result<std::int64_t> more = countWhere(connection, where, filter.defects);
        if (!more)
            return more.failure();
        events += *more;
        return {};
    };
    for (const MatchingSource &source : *sources) {
        if (source.isWhole()) {
            whole += qlonglong{source.sourceId};
            continue;
        }
        Where stretch;
        addSource(stretch, source, filter);
        if (Result<void> done = add(stretch); !done)
            return done.failure();
    }
    if (whole.isEmpty())
        return events;
    Where all;
    addTimes(all, filter);
    all.conditions +=
        QStringLiteral("e.source_id IN (?%1)").arg(QStringLiteral(", ?").repeated(whole.size() - 1));
    all.values += whole;
    if (Result<void> done = add(all); !done)
        return done.failure();
    return events;
}

} // namespace

void addDefects(sql::Where &where, EventDefects defects)
{
    if (defects == EventDefects::Some)
        where.conditions += QStringLiteral("e.defect_count > 0");
    else if (defects == EventDefects::Unknown)
        where.conditions += QStringLiteral("e.defect_count < 0");
}

void addTimes(sql::Where &where, const EventFilter &filter)
{
    if (filter.from)
        where.add(QStringLiteral("e.event_time >= ?"), sql::fromInstant(*filter.from));
    if (filter.to)
        where.add(QStringLiteral("e.event_time < ?"), sql::fromInstant(*filter.to));
}

bool namesSources(const EventFilter &filter)
{
    return !filter.machineId.isEmpty() || !filter.line.isEmpty();
}

Result<std::vector<MatchingSource>> matchingSources(SqlConnection &connection, const EventFilter &filter)
{
    const Result<std::vector<Source>> sources = sqltotals::sourcesOf(connection, filter.machineId);
    if (!sources)
        return sources.failure();
    std::vector<MatchingSource> found;
    for (const Source &source : *sources)
        addMatching(source, filter.line, found);
    return found;
}

void addSource(sql::Where &where, const MatchingSource &source, const EventFilter &filter)
{
    where.add(QStringLiteral("e.source_id = ?"), qlonglong{source.sourceId});
    EventFilter both = filter;
    if (source.window.start != Instant::min())
        both.from = std::max(both.from, std::optional(source.window.start)); // nothing is less than any time
    if (source.window.end != Instant::max())
        both.to = std::min(both.to.value_or(Instant::max()), source.window.end);
    addTimes(where, both);
}

Result<std::int64_t> count(SqlConnection &connection, const EventFilter &filter)
{
    if (namesSources(filter))
        return countBySource(connection, filter);
    Where where;
    addTimes(where, filter);
    return countWhere(connection, where, filter.defects);
}

} // namespace linewatch::eventmatch
