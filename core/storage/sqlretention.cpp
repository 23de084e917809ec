// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlretention.h"

#include "model/rollup.h"
#include "storage/sqlvalues.h"

namespace linewatch {

namespace {

Failure anothersTurn(const SqlConnection &connection)
{
    return {Failure::Kind::Contended,
            Sentence("%1: %2", connection.dialect().displayText(),
                     Sentence(QT_TRANSLATE_NOOP("Failure", "another writer was in the way")))};
}

Result<Instant> askHorizon(SqlConnection &connection, const QString &question)
{
    const Result<QVariant> horizon = connection.readValue(question);
    if (!horizon)
        return horizon.failure();
    return horizon->isValid() ? sql::toInstant(*horizon) : NothingRemoved;
}

} // namespace

Result<Instant> readHorizon(SqlConnection &connection)
{
    return askHorizon(connection, connection.dialect().horizon());
}

Result<Instant> holdHorizon(SqlConnection &connection)
{
    return askHorizon(connection, connection.dialect().heldHorizon());
}

/** One statement, so it is a transaction. */
Result<void> SqlRetention::raiseHorizon(Instant horizon)
{
    const Result<SqlRows> raised =
        m_connection.ask(m_connection.dialect().raiseHorizon(), {sql::fromInstant(horizon)});
    return raised ? Result<void>{} : raised.failure();
}

Result<Removal> SqlRetention::removeSome(int rows)
{
    const Result<QVariant> turn = m_connection.readValue(m_connection.dialect().takeTurn());
    if (!turn)
        return turn.failure();
    if (turn->toInt() != 1)
        return anothersTurn(m_connection);
    Result<Removal> removed = removeInTurn(rows);
    const Result<SqlRows> ended = m_connection.ask(m_connection.dialect().endTurn());
    return removed && !ended ? ended.failure() : removed;
}

Result<Removal> SqlRetention::removeInTurn(int rows)
{
    if (Result<void> ready = m_events.makeReady(); !ready)
        return ready.failure();
    if (Result<void> begun = m_connection.run(m_connection.dialect().beginWrite()); !begun)
        return begun.failure();
    Result<Removal> removed = removeInTransaction(rows);
    Result<void> committed = removed ? m_connection.commit() : removed.failure();
    if (committed) {
        m_events.transactionCommitted();
        return removed;
    }
    // A failing ROLLBACK means that the engine has rolled back by itself already.
    (void)m_connection.run(QStringLiteral("ROLLBACK"));
    m_events.transactionRolledBack();
    return committed.failure();
}

/** Events first: as long as one is there, a correction may still change minutes before the horizon. */
Result<Removal> SqlRetention::removeInTransaction(int rows)
{
    const Result<Instant> horizon = readHorizon(m_connection);
    if (!horizon)
        return horizon.failure();
    if (*horizon == NothingRemoved)
        return Removal{};
    const Result<std::int64_t> events = removeEvents(*horizon, rows);
    if (!events)
        return events.failure();
    Removal removal{*events, 0, true};
    if (removal.events == rows)
        return removal;
    for (const auto &table : {QStringLiteral("rollup_bucket"), QStringLiteral("line_bucket")}) {
        const auto left = static_cast<int>(rows - removal.events - removal.buckets);
        const Result<std::int64_t> minutes = removeMinutes(table, *horizon, left);
        if (!minutes)
            return minutes.failure();
        removal.buckets += *minutes;
        if (removal.events + removal.buckets == rows)
            return removal;
    }
    removal.more = false;
    return removal;
}

Result<std::int64_t> SqlRetention::removeEvents(Instant horizon, int rows)
{
    QStringList rowIds;
    QByteArrayList corrected;
    const Result<void> read = m_connection.readEach(
        QStringLiteral("SELECT row_id, event_key, version FROM event WHERE event_time < ?"
                       " ORDER BY event_time LIMIT ?")
            + m_connection.dialect().forDeletion(),
        {sql::fromInstant(horizon), rows}, [&](const QSqlQuery &row) {
            rowIds += row.value(0).toString();
            if (row.value(2).toInt() > 1) // others have no revision
                corrected += row.value(1).toByteArray();
        });
    if (!read)
        return read.failure();
    if (rowIds.isEmpty())
        return 0;
    for (const QByteArray &key : corrected) {
        if (Result<void> done = removeRevisions(key); !done)
            return done.failure();
    }
    // Numbers of our own, so the text is safe; as values they would be many statements to keep.
    if (Result<void> done = m_connection.run(
            QStringLiteral("DELETE FROM event WHERE row_id IN (%1)").arg(rowIds.join(QLatin1Char(','))));
        !done)
        return done.failure();
    if (Result<void> done = m_events.rowsRemoved(static_cast<std::size_t>(rowIds.size())); !done)
        return done.failure();
    return rowIds.size();
}

Result<void> SqlRetention::removeRevisions(const QByteArray &key)
{
    const Result<SqlRows> removed =
        m_connection.ask(QStringLiteral("DELETE FROM event_revision WHERE event_key = ?"), {key});
    return removed ? Result<void>{} : removed.failure();
}

Result<std::int64_t> SqlRetention::removeMinutes(const QString &table, Instant horizon, int rows)
{
    Result<SqlRows> removed = m_connection.ask(m_connection.dialect().removeMinutes(table),
                                               {qlonglong{sql::toSeconds(horizon)}, rows});
    if (!removed)
        return removed.failure();
    return removed->changed();
}

} // namespace linewatch
