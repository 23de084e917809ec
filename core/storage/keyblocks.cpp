// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keyblocks.h"

#include <QtEndian>

#include <algorithm>

namespace linewatch {

namespace {

constexpr qsizetype entryBytes = 16;
constexpr int blocksReadAtOnce = 64;

/** The end of the block that begins at @p first: past BlockEntries, and not between equal hashes. */
std::size_t endOfBlock(std::span<const KeyEntry> entries, std::size_t first)
{
    std::size_t end = std::min(first + KeyBlocks::BlockEntries, entries.size());
    while (end < entries.size() && entries[end].hash == entries[end - 1].hash)
        ++end;
    return end;
}

} // namespace

QByteArray packEntries(std::span<const KeyEntry> entries)
{
    QByteArray bytes(static_cast<qsizetype>(entries.size()) * entryBytes, Qt::Uninitialized);
    char *to = bytes.data();
    for (const KeyEntry &entry : entries) {
        qToLittleEndian(entry.hash, to);
        qToLittleEndian(entry.rowId, to + sizeof entry.hash);
        to += entryBytes;
    }
    return bytes;
}

std::vector<KeyEntry> unpackEntries(const QByteArray &bytes)
{
    std::vector<KeyEntry> entries(static_cast<std::size_t>(bytes.size() / entryBytes));
    const char *from = bytes.constData();
    for (KeyEntry &entry : entries) {
        entry.hash = qFromLittleEndian<qint64>(from);
        entry.rowId = qFromLittleEndian<qint64>(from + sizeof entry.hash);
        from += entryBytes;
    }
    return entries;
}

KeyBlockFinder::KeyBlockFinder(SqlConnection &connection, QSqlQuery query)
    : m_connection(&connection)
    , m_query(std::move(query))
{
}

Result<KeyBlockFinder> KeyBlockFinder::prepare(SqlConnection &connection)
{
    Result<QSqlQuery> query =
        connection.prepare(QStringLiteral("SELECT entries FROM key_block WHERE run_id = ? AND first_hash <= ?"
                                          " ORDER BY first_hash DESC LIMIT 1"));
    if (!query)
        return query.failure();
    return KeyBlockFinder(connection, std::move(*query));
}

Result<void> KeyBlockFinder::find(std::int64_t runId, std::int64_t hash, std::vector<std::int64_t> &rowIds)
{
    m_query.bindValue(0, qlonglong{runId});
    m_query.bindValue(1, qlonglong{hash});
    return m_connection->readEach(m_query, [hash, &rowIds](const QSqlQuery &row) {
        const std::vector<KeyEntry> entries = unpackEntries(row.value(0).toByteArray());
        const auto range = std::ranges::equal_range(entries, hash, {}, &KeyEntry::hash);
        std::ranges::transform(range, std::back_inserter(rowIds), &KeyEntry::rowId);
    });
}

KeyBlocks::KeyBlocks(SqlConnection &connection, QSqlQuery read, QSqlQuery write, QSqlQuery remove)
    : m_connection(&connection)
    , m_read(std::move(read))
    , m_write(std::move(write))
    , m_remove(std::move(remove))
{
}

Result<KeyBlocks> KeyBlocks::prepare(SqlConnection &connection)
{
    Result<QSqlQuery> read =
        connection.prepare(QStringLiteral("SELECT entries FROM key_block WHERE run_id = ? AND first_hash >= ?"
                                          " ORDER BY first_hash LIMIT %1")
                               .arg(blocksReadAtOnce));
    if (!read)
        return read.failure();
    Result<QSqlQuery> write = connection.prepare(
        QStringLiteral("INSERT INTO key_block (run_id, first_hash, entries) VALUES (?, ?, ?)"));
    if (!write)
        return write.failure();
    Result<QSqlQuery> remove = connection.prepare(
        QStringLiteral("DELETE FROM key_block WHERE run_id = ? AND first_hash IN"
                       " (SELECT first_hash FROM key_block WHERE run_id = ? ORDER BY first_hash LIMIT ?)"));
    if (!remove)
        return remove.failure();
    return KeyBlocks(connection, std::move(*read), std::move(*write), std::move(*remove));
}

Result<std::vector<KeyEntry>> KeyBlocks::read(std::int64_t runId, std::int64_t from)
{
    m_read.bindValue(0, qlonglong{runId});
    m_read.bindValue(1, qlonglong{from});
    std::vector<KeyEntry> entries;
    const Result<void> read = m_connection->readEach(m_read, [&entries](const QSqlQuery &row) {
        const std::vector<KeyEntry> block = unpackEntries(row.value(0).toByteArray());
        entries.insert(entries.end(), block.begin(), block.end());
    });
    if (!read)
        return read.failure();
    return entries;
}

Result<void> KeyBlocks::write(std::int64_t runId, std::span<const KeyEntry> entries)
{
    for (std::size_t first = 0; first < entries.size();) {
        const std::size_t end = endOfBlock(entries, first);
        m_write.bindValue(0, qlonglong{runId});
        m_write.bindValue(1, qlonglong{entries[first].hash});
        m_write.bindValue(2, packEntries(entries.subspan(first, end - first)));
        if (Result<void> done = m_connection->execute(m_write); !done)
            return done;
        first = end;
    }
    return {};
}

Result<bool> KeyBlocks::deleteSome(std::int64_t runId, std::size_t blocks)
{
    m_remove.bindValue(0, qlonglong{runId});
    m_remove.bindValue(1, qlonglong{runId});
    m_remove.bindValue(2, qulonglong{blocks});
    if (Result<void> done = m_connection->execute(m_remove); !done)
        return done.failure();
    return static_cast<std::size_t>(m_remove.numRowsAffected()) == blocks;
}

} // namespace linewatch
