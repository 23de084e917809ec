// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlregistrystore.h"

#include "storage/migrator.h"
#include "storage/mysqldialect.h"
#include "storage/readablestore.h"
#include "storage/registrychanges.h"
#include "storage/registryrows.h"
#include "storage/resources.h"
#include "storage/sqlitedialect.h"

namespace linewatch {

namespace {

/** Each waits as long as the engine does for others that write (SQLite: two seconds). */
constexpr int tries = 10;

bool mayTryAgain(const Failure &failure)
{
    return failure.kind == Failure::Kind::Contended || failure.kind == Failure::Kind::Unavailable;
}

/** That may write; of a file that is there. */
Result<std::unique_ptr<SqlDialect>> writingDialect(const DatabaseUrl &url)
{
    Result<std::unique_ptr<SqlDialect>> dialect = readOnlyDialect(url);
    if (dialect && !url.mysql)
        return std::unique_ptr<SqlDialect>(std::make_unique<SqliteDialect>(url.sqlitePath));
    return dialect;
}

/** One transaction; a failure leaves nothing of it behind. */
template <class Work>
Result<std::int64_t> once(SqlConnection &connection, const Work &work)
{
    if (Result<void> begun = connection.run(connection.dialect().beginWrite()); !begun)
        return begun.failure();
    Result<std::int64_t> revision = work(connection);
    Result<void> committed = revision ? connection.commit() : Result<void>(revision.failure());
    if (committed)
        return revision;
    (void)connection.run(QStringLiteral("ROLLBACK")); // where that fails, the engine has rolled back
    return committed.failure();
}

template <class Question>
auto answer(const SqlDialect &dialect, const Question &question)
    -> decltype(question(std::declval<SqlConnection &>()))
{
    const Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::open(dialect, SqlConnection::Access::ReadOnly);
    if (!connection)
        return connection.failure();
    if (Result<void> begun = (*connection)->run(dialect.beginRead()); !begun)
        return begun.failure();
    return question(**connection);
}

} // namespace

SqlRegistryStore::SqlRegistryStore(std::unique_ptr<SqlDialect> dialect) : m_dialect(std::move(dialect)) { }

SqlRegistryStore::~SqlRegistryStore() = default;

Result<std::unique_ptr<SqlRegistryStore>> SqlRegistryStore::open(const DatabaseUrl &url)
{
    // Looks at the schema first, with a connection that changes nothing of a file that is no store of ours.
    if (const auto readable = ReadableStore::open(url); !readable)
        return readable.failure();
    Result<std::unique_ptr<SqlDialect>> dialect = writingDialect(url);
    if (!dialect)
        return dialect.failure();
    return std::unique_ptr<SqlRegistryStore>(new SqlRegistryStore(std::move(*dialect)));
}

Result<Registry> SqlRegistryStore::read()
{
    return answer(*m_dialect, registryrows::registry);
}

Result<std::int64_t> SqlRegistryStore::revision()
{
    return answer(*m_dialect, registryrows::revision);
}

Result<std::optional<MadeChange>> SqlRegistryStore::lastChange()
{
    return answer(*m_dialect, registrychanges::last);
}

Result<std::int64_t> SqlRegistryStore::apply(const RegistryChange &change, Instant now)
{
    return this->change(
        [&](SqlConnection &connection) { return registrychanges::apply(connection, change, now); });
}

Result<std::int64_t> SqlRegistryStore::undo(std::int64_t number)
{
    return change([number](SqlConnection &connection) { return registrychanges::undo(connection, number); });
}

Result<std::int64_t> SqlRegistryStore::change(const Work &work) const
{
    const Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::open(*m_dialect, SqlConnection::Access::ReadWrite);
    if (!connection)
        return connection.failure();
    Result<std::int64_t> revision = once(**connection, work);
    for (int i = 1; i < tries && !revision && mayTryAgain(revision.failure()); ++i)
        revision = once(**connection, work);
    return revision;
}

} // namespace linewatch
