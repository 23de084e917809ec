// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/doubledevents.h"

#include "storage/eventkey.h"
#include "storage/keyhash.h"
#include "storage/storestate.h"

#include <algorithm>
#include <limits>

namespace linewatch {

DoubledEvents::DoubledEvents(SqlConnection &connection, std::int64_t rangeEntries)
    : m_connection(connection)
    , m_rangeEntries(rangeEntries)
{
}

Result<CheckedPart> DoubledEvents::run()
{
    if (Result<void> done = readRuns(); !done)
        return done.failure();
    if (Result<void> done = readTail(); !done)
        return done.failure();
    // Hashes lie evenly between the lowest and the highest.
    constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
    const std::uint64_t ranges = static_cast<std::uint64_t>(m_entries / m_rangeEntries) + 1;
    const std::uint64_t length = std::numeric_limits<std::uint64_t>::max() / ranges;
    std::int64_t first = std::numeric_limits<std::int64_t>::min();
    for (std::uint64_t range = 1; range <= ranges; ++range) {
        const bool isLast = range == ranges;
        const auto last =
            isLast ? highest : static_cast<std::int64_t>(static_cast<std::uint64_t>(first) + length);
        if (Result<void> done = checkRange(first, last); !done)
            return done.failure();
        first = isLast ? last : last + 1;
    }
    return m_part;
}

Result<void> DoubledEvents::readRuns()
{
    return m_connection.readEach(QStringLiteral("SELECT run_id, entries FROM key_run"), {},
                                 [this](const QSqlQuery &row) {
                                     m_runs.push_back(row.value(0).toLongLong());
                                     m_entries += row.value(1).toLongLong();
                                 });
}

Result<void> DoubledEvents::readTail()
{
    const Result<std::int64_t> seed = storestate::read(m_connection, storestate::KeySeed);
    if (!seed)
        return seed.failure();
    const Result<std::int64_t> indexed = storestate::read(m_connection, storestate::KeysIndexed);
    if (!indexed)
        return indexed.failure();
    const KeyHasher hasher(*seed);
    Result<void> read = m_connection.readEach(
        QStringLiteral("SELECT row_id, event_key FROM event WHERE row_id > ?"), {qlonglong{*indexed}},
        [&](const QSqlQuery &row) {
            m_tail.push_back({hasher(row.value(1).toByteArray()), row.value(0).toLongLong()});
        });
    m_entries += std::ssize(m_tail);
    return read;
}

/** The hashes from @p first to @p last, both of them in it. */
Result<void> DoubledEvents::checkRange(std::int64_t first, std::int64_t last)
{
    std::vector<KeyEntry> entries;
    std::ranges::copy_if(m_tail, std::back_inserter(entries),
                         [&](const KeyEntry &entry) { return entry.hash >= first && entry.hash <= last; });
    for (const std::int64_t runId : m_runs) {
        if (Result<void> done = addEntries(runId, first, last, entries); !done)
            return done;
    }
    m_part.countChecked(std::ssize(entries));
    std::ranges::sort(entries);
    // The next with the same hash may be no twin where the one behind it is: with each of them.
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        for (auto other = entry + 1; other != entries.end() && other->hash == entry->hash; ++other) {
            if (Result<void> done = compareKeys(*entry, *other); !done)
                return done;
        }
    }
    return {};
}

/** From the block on that may hold the first. */
Result<void> DoubledEvents::addEntries(std::int64_t runId, std::int64_t first, std::int64_t last,
                                       std::vector<KeyEntry> &entries)
{
    return m_connection.readEach(
        QStringLiteral("SELECT entries FROM key_block WHERE run_id = ? AND first_hash <= ?"
                       " AND first_hash >= coalesce((SELECT max(first_hash) FROM key_block"
                       " WHERE run_id = ? AND first_hash <= ?), ?)"),
        {qlonglong{runId}, qlonglong{last}, qlonglong{runId}, qlonglong{first}, qlonglong{first}},
        [&](const QSqlQuery &row) {
            for (const KeyEntry &entry : unpackEntries(row.value(0).toByteArray())) {
                if (entry.hash >= first && entry.hash <= last)
                    entries.push_back(entry);
            }
        });
}

/** An event that the index has twice is another fault, see KeyIndexCheck. */
Result<void> DoubledEvents::compareKeys(const KeyEntry &a, const KeyEntry &b)
{
    if (a.rowId == b.rowId)
        return {};
    const Result<QByteArray> key = keyOf(a.rowId);
    if (!key)
        return key.failure();
    const Result<QByteArray> other = keyOf(b.rowId);
    if (!other)
        return other.failure();
    if (!key->isEmpty() && *key == *other) {
        m_part.addFault([&] {
            return QStringLiteral("event %1 is there twice, in rows %2 and %3")
                .arg(fromEventKey(*key).toString())
                .arg(qlonglong{a.rowId})
                .arg(qlonglong{b.rowId});
        });
    }
    return {};
}

/** Empty where there is no such row. */
Result<QByteArray> DoubledEvents::keyOf(std::int64_t rowId)
{
    const Result<QVariant> key = m_connection.readValue(
        QStringLiteral("SELECT event_key FROM event WHERE row_id = ?"), {qlonglong{rowId}});
    if (!key)
        return key.failure();
    return key->toByteArray();
}

} // namespace linewatch
