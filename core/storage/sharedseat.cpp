// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sharedseat.h"

#include "storage/sqlvalues.h"

namespace linewatch {

namespace {

/** Others take the number away between reading and writing, each of them once. */
constexpr int tries = 100;

/** The database's clock, the only one that all writers share, in microseconds. */
QString now()
{
    return QStringLiteral("CAST(unix_timestamp(now(6)) * 1000000 AS SIGNED)");
}

/** Until when a number is held that is taken or used now. */
QString held()
{
    return now() + QStringLiteral(" + 60 * 1000000");
}

} // namespace

Result<std::unique_ptr<WriterSeat>> SharedSeat::take(SqlConnection &connection, std::int64_t owner)
{
    std::unique_ptr<SharedSeat> seat(new SharedSeat(connection, owner));
    for (int i = 0; i < tries; ++i) {
        for (const auto way : {&SharedSeat::findOwn, &SharedSeat::takeFree, &SharedSeat::makeOne}) {
            const Result<bool> taken = ((*seat).*way)();
            if (!taken && taken.failure().kind != Failure::Kind::Contended)
                return taken.failure();
            if (taken && *taken)
                return std::unique_ptr<WriterSeat>(std::move(seat));
        }
    }
    return Failure{Failure::Kind::Unavailable,
                   Sentence("%1: %2", connection.dialect().displayText(),
                            Sentence(QT_TRANSLATE_NOOP("Failure", "another writer was in the way")))};
}

/** FOR UPDATE waits for a transaction of this process that the server may still be busy with. */
Result<bool> SharedSeat::findOwn()
{
    bool isThere = false;
    const Result<void> read = m_connection.readEach(
        QStringLiteral("SELECT node_id, last_stamp FROM node WHERE owner = ? FOR UPDATE"),
        {qlonglong{m_owner}}, [&](const QSqlQuery &row) {
            isThere = true;
            m_number = row.value(0).toInt();
            m_last = sql::toInstant(row.value(1));
            m_found = m_last;
        });
    if (!read)
        return read.failure();
    return isThere;
}

Result<bool> SharedSeat::takeFree()
{
    QVariant owner;
    const Result<void> read = m_connection.readEach(
        QStringLiteral("SELECT node_id, last_stamp, owner FROM node WHERE held_until < %1"
                       " ORDER BY node_id LIMIT 1")
            .arg(now()),
        {}, [&](const QSqlQuery &row) {
            m_number = row.value(0).toInt();
            m_last = sql::toInstant(row.value(1));
            owner = row.value(2);
        });
    if (!read)
        return read.failure();
    if (!owner.isValid())
        return false;
    return change(QStringLiteral("UPDATE node SET owner = ?, held_until = %1"
                                 " WHERE node_id = ? AND owner = ? AND last_stamp = ?")
                      .arg(held()),
                  {qlonglong{m_owner}, m_number, owner, sql::fromInstant(m_last)});
}

Result<bool> SharedSeat::makeOne()
{
    const Result<QVariant> next =
        m_connection.readValue(QStringLiteral("SELECT coalesce(max(node_id), 0) + 1 FROM node"));
    if (!next)
        return next.failure();
    m_number = next->toInt();
    if (m_number > MaxWriters) {
        return Failure{
            Failure::Kind::Unavailable,
            Sentence(QT_TRANSLATE_NOOP("Failure",
                                       "%1 has been written by %2 processes within a minute, more than may; "
                                       "another can do so a minute after one of them has ended"),
                     m_connection.dialect().displayText(), QString::number(MaxWriters))};
    }
    m_last = Instant{};
    Result<QSqlQuery> insert = m_connection.prepare(
        QStringLiteral("INSERT INTO node (node_id, owner, held_until, last_stamp) VALUES (?, ?, %1, 0)")
            .arg(held()));
    if (!insert)
        return insert.failure();
    insert->addBindValue(m_number);
    insert->addBindValue(qlonglong{m_owner});
    return m_connection.executeUnlessThere(*insert);
}

/** Whether there was a row to change. */
Result<bool> SharedSeat::change(const QString &sql, const QVariantList &values)
{
    Result<SqlRows> changed = m_connection.ask(sql, values);
    if (!changed)
        return changed.failure();
    return changed->changed() == 1;
}

Result<Instant> SharedSeat::newestStamp()
{
    const Result<QVariant> stamp =
        m_connection.readValue(QStringLiteral("SELECT coalesce(max(last_stamp), 0) FROM node"));
    if (!stamp)
        return stamp.failure();
    return sql::toInstant(*stamp);
}

Result<std::int64_t> SharedSeat::spooledThrough(std::int64_t spoolId)
{
    const Result<QVariant> number = m_connection.readValue(
        QStringLiteral("SELECT number FROM spool_mark WHERE spool_id = ?"), {qlonglong{spoolId}});
    if (!number)
        return number.failure();
    return std::int64_t{number->toLongLong()};
}

Result<void> SharedSeat::keepSpoolMark(const SpoolMark &mark)
{
    const Result<SqlRows> kept =
        m_connection.ask(QStringLiteral("INSERT INTO spool_mark (spool_id, number) VALUES (?, ?)"
                                        " ON DUPLICATE KEY UPDATE number = VALUES(number)"),
                         {qlonglong{mark.spoolId}, qlonglong{mark.number}});
    return kept ? Result<void>{} : kept.failure();
}

/**
 * The condition keeps out a transaction of before whose commit was in doubt, too: where it came through late,
 * last_stamp is its own.
 */
Result<void> SharedSeat::keepStamp(Instant stamp)
{
    const Result<bool> kept =
        change(QStringLiteral("UPDATE node SET last_stamp = ?, held_until = %1"
                              " WHERE node_id = ? AND owner = ? AND last_stamp = ?")
                   .arg(held()),
               {sql::fromInstant(stamp), m_number, qlonglong{m_owner}, sql::fromInstant(m_last)});
    if (!kept)
        return kept.failure();
    if (!*kept) {
        return Failure{Failure::Kind::ConnectionLost,
                       Sentence("%1: %2", m_connection.dialect().displayText(),
                                Sentence(QT_TRANSLATE_NOOP(
                                    "Failure", "another process writes under the number of this one")))};
    }
    m_kept = stamp;
    return {};
}

} // namespace linewatch
