// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keysearch.h"

#include "storage/keyblocks.h"
#include "storage/keyhash.h"
#include "storage/storestate.h"

namespace linewatch {

namespace {

Result<std::vector<std::int64_t>> askNumbers(SqlConnection &connection, const QString &question,
                                             const QVariantList &values = {})
{
    std::vector<std::int64_t> numbers;
    const Result<void> read = connection.readEach(
        question, values, [&numbers](const QSqlQuery &row) { numbers.push_back(row.value(0).toLongLong()); });
    if (!read)
        return read.failure();
    return numbers;
}

Result<std::vector<std::int64_t>> findInRuns(SqlConnection &connection, const QByteArray &key)
{
    const Result<std::int64_t> seed = storestate::read(connection, storestate::KeySeed);
    if (!seed)
        return seed.failure();
    const Result<std::vector<std::int64_t>> runs =
        askNumbers(connection, QStringLiteral("SELECT run_id FROM key_run"));
    if (!runs)
        return runs;
    Result<KeyBlockFinder> finder = KeyBlockFinder::prepare(connection);
    if (!finder)
        return finder.failure();
    const std::int64_t hash = KeyHasher(*seed)(key);
    std::vector<std::int64_t> rowIds;
    for (const std::int64_t runId : *runs) {
        if (Result<void> done = finder->find(runId, hash, rowIds); !done)
            return done.failure();
    }
    return rowIds;
}

Result<std::vector<std::int64_t>> findInTail(SqlConnection &connection, const QByteArray &key)
{
    const Result<std::int64_t> indexed = storestate::read(connection, storestate::KeysIndexed);
    if (!indexed)
        return indexed.failure();
    return askNumbers(connection,
                      QStringLiteral("SELECT row_id FROM event WHERE row_id > ? AND event_key = ?"),
                      {qlonglong{*indexed}, key});
}

} // namespace

Result<std::vector<std::int64_t>> findRowsOfKey(SqlConnection &connection, const QByteArray &key)
{
    Result<std::vector<std::int64_t>> rowIds = findInRuns(connection, key);
    if (!rowIds)
        return rowIds;
    const Result<std::vector<std::int64_t>> tail = findInTail(connection, key);
    if (!tail)
        return tail;
    rowIds->insert(rowIds->end(), tail->begin(), tail->end());
    return rowIds;
}

} // namespace linewatch
