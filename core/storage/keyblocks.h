// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlconnection.h"

#include <compare>
#include <span>
#include <vector>

namespace linewatch {

/** One key of the index: where it stands and which row of table event has it. */
struct KeyEntry {
    std::int64_t hash = 0;
    std::int64_t rowId = 0;
    friend auto operator<=>(const KeyEntry &, const KeyEntry &) = default;
};

/** The bytes of entries as they are stored: 16 each, little-endian, on every machine. */
QByteArray packEntries(std::span<const KeyEntry> entries);
std::vector<KeyEntry> unpackEntries(const QByteArray &bytes);

/**
 * Finds entries in the blocks of sorted entries that runs of the key index are stored in (table key_block).
 * Equal hashes of a run are in one block.
 */
class KeyBlockFinder
{
public:
    /** @p connection must outlive the finder. */
    static Result<KeyBlockFinder> prepare(SqlConnection &connection);

    /** Appends the rows that the run @p runId has for @p hash. */
    Result<void> find(std::int64_t runId, std::int64_t hash, std::vector<std::int64_t> &rowIds);

private:
    KeyBlockFinder(SqlConnection &connection, QSqlQuery query);

    SqlConnection *m_connection;
    QSqlQuery m_query;
};

/** Writes the blocks of runs, reads them from end to end, and deletes them. */
class KeyBlocks
{
public:
    /** Entries in a block, as many as fit four blocks to a page; more only where hashes are equal. */
    static constexpr std::size_t BlockEntries = 60;

    /** @p connection must outlive it. */
    static Result<KeyBlocks> prepare(SqlConnection &connection);

    /** The entries of the next blocks of a run from the hash @p from on; empty: there are none. */
    Result<std::vector<KeyEntry>> read(std::int64_t runId, std::int64_t from);
    /** Stores sorted entries as the next blocks of a run. */
    Result<void> write(std::int64_t runId, std::span<const KeyEntry> entries);
    /** Deletes so many blocks of a run; whether more may be left. */
    Result<bool> deleteSome(std::int64_t runId, std::size_t blocks);

private:
    KeyBlocks(SqlConnection &connection, QSqlQuery read, QSqlQuery write, QSqlQuery remove);

    SqlConnection *m_connection;
    QSqlQuery m_read;
    QSqlQuery m_write;
    QSqlQuery m_remove;
};

} // namespace linewatch
