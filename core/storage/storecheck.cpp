// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/storecheck.h"

#include "storage/damagedstore.h"
#include "storage/doubledevents.h"
#include "storage/eventrowcheck.h"
#include "storage/integritycheck.h"
#include "storage/keyindexcheck.h"
#include "storage/migrator.h"
#include "storage/readablestore.h"
#include "storage/registrycheck.h"
#include "storage/resources.h"
#include "storage/sqlretention.h"
#include "storage/sumcomparison.h"

namespace linewatch {

namespace {

constexpr std::int64_t eventsBetweenProgress = 50'000;

/** The parts of a check over one connection, one after the other. */
class StoreCheck
{
public:
    StoreCheck(SqlConnection &connection, const CheckProgress &progress, const CheckScope &scope)
        : m_connection(connection)
        , m_progress(progress)
        , m_scope(scope)
    {
    }

    Result<CheckReport> run();

private:
    Result<void> checkFile();
    Result<void> countEvents();
    Result<void> checkSums(const SourceNames &names);
    Result<void> checkRows(const SourceNames &names);
    Result<void> checkKeys();
    Result<void> take(Result<std::vector<CheckedPart>> parts);
    bool isSqlite() const { return !m_connection.dialect().hasManyWriters(); }

    SqlConnection &m_connection;
    const CheckProgress &m_progress;
    const CheckScope m_scope;
    CheckReport m_report;
    std::int64_t m_events = 0;
};

Result<CheckReport> StoreCheck::run()
{
    if (Result<void> done = checkFile(); !done)
        return done.failure();
    if (!m_report.isWhole)
        return m_report;
    if (Result<void> done = countEvents(); !done)
        return done.failure();
    const Result<SourceNames> names = SourceNames::load(m_connection);
    if (!names)
        return names.failure();
    for (const auto part : {&StoreCheck::checkSums, &StoreCheck::checkRows}) {
        if (Result<void> done = (this->*part)(*names); !done)
            return done.failure();
    }
    if (Result<void> done = checkKeys(); !done)
        return done.failure();
    const Result<CheckedPart> registry = checkRegistry(m_connection);
    if (!registry)
        return registry.failure();
    m_report.parts.push_back(*registry);
    return m_report;
}

/** A server looks after its own files. */
Result<void> StoreCheck::checkFile()
{
    if (!isSqlite())
        return {};
    m_progress(QStringLiteral("pages of the file"), 0, 0);
    const Result<CheckedPart> part = checkIntegrity(m_connection);
    if (!part)
        return part.failure();
    m_report.isWhole = part->faults() == 0;
    m_report.parts.push_back(*part);
    return {};
}

Result<void> StoreCheck::countEvents()
{
    const Result<QVariant> count = m_connection.readValue(QStringLiteral("SELECT count(*) FROM event"));
    if (!count)
        return count.failure();
    m_events = count->toLongLong();
    return {};
}

Result<void> StoreCheck::checkSums(const SourceNames &names)
{
    std::vector<SumComparison> comparisons;
    for (const SumsOf which : {SumsOf::Sources, SumsOf::Lines}) {
        for (const BucketWidth width : AllBucketWidths)
            comparisons.emplace_back(m_connection, names, which, width, m_scope.keptFrom);
    }
    Recount recount(m_connection, m_scope.keptFrom);
    std::int64_t told = 0;
    for (;;) {
        const Result<std::optional<CountedMinute>> minute = recount.next();
        if (!minute)
            return minute.failure();
        if (!*minute)
            break;
        for (SumComparison &comparison : comparisons) {
            if (Result<void> done = comparison.add(**minute); !done)
                return done;
        }
        if (recount.eventsRead() - told >= eventsBetweenProgress)
            m_progress(QStringLiteral("sums"), told = recount.eventsRead(), m_events);
    }
    for (SumComparison &comparison : comparisons) {
        const Result<CheckedPart> part = comparison.finish();
        if (!part)
            return part.failure();
        m_report.parts.push_back(*part);
    }
    return {};
}

Result<void> StoreCheck::checkRows(const SourceNames &names)
{
    return take(EventRowCheck(m_connection, names).run([this](std::int64_t done) {
        m_progress(QStringLiteral("events"), done, m_events);
    }));
}

/** A database server keeps a unique index of its own. */
Result<void> StoreCheck::checkKeys()
{
    if (!isSqlite())
        return {};
    const auto kept =
        m_scope.keptFrom == Instant::min() ? KeyIndexCheck::Rows::AllThere : KeyIndexCheck::Rows::SomeRemoved;
    Result<void> done = take(KeyIndexCheck(m_connection, kept).run([this](std::int64_t events) {
        m_progress(QStringLiteral("keys"), events, m_events);
    }));
    if (!done)
        return done;
    m_progress(QStringLiteral("ids"), 0, 0);
    const Result<CheckedPart> ids = DoubledEvents(m_connection).run();
    if (!ids)
        return ids.failure();
    m_report.parts.push_back(*ids);
    return {};
}

Result<void> StoreCheck::take(Result<std::vector<CheckedPart>> parts)
{
    if (!parts)
        return parts.failure();
    for (CheckedPart &part : *parts)
        m_report.parts.push_back(std::move(part));
    return {};
}

Result<CheckReport> checkOver(const SqlDialect &dialect, const CheckProgress &progress,
                              const CheckScope &scope)
{
    Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::open(dialect, SqlConnection::Access::ReadOnly);
    if (!connection)
        return connection.failure();
    if (Result<void> known = checkNewest(**connection, readMigrations(dialect.migrationsPath())); !known)
        return known.failure();
    if (Result<void> begun = (*connection)->run(dialect.beginRead()); !begun)
        return begun.failure();
    const Result<Instant> horizon = readHorizon(**connection);
    if (!horizon)
        return horizon.failure();
    return StoreCheck(**connection, progress, {std::max(scope.keptFrom, *horizon)}).run();
}

} // namespace

Result<CheckReport> checkStore(const DatabaseUrl &url, const CheckProgress &progress, const CheckScope &scope)
{
    registerStorageResources();
    const Result<std::unique_ptr<SqlDialect>> dialect = readOnlyDialect(url);
    if (!dialect)
        return dialect.failure();
    Result<CheckReport> report = checkOver(**dialect, progress, scope);
    const bool isDamaged = !report && report.failure().kind == Failure::Kind::Damaged;
    if (!isDamaged || !wasStoreOfOurs(url.sqlitePath))
        return report;
    return CheckReport{{damagedFile()}, false};
}

} // namespace linewatch
