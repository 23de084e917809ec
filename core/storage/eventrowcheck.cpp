// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/eventrowcheck.h"

#include "model/rfc3339.h"
#include "storage/eventkey.h"
#include "storage/sqlvalues.h"

#include <limits>

namespace linewatch {

namespace {

constexpr int pageRows = 20'000;

/** Whose stamps a column of numbers tells apart; 0 in a store of one writer. */
QString writerColumn(const SqlDialect &dialect, const QString &column)
{
    return dialect.hasManyWriters() ? column : QStringLiteral("0");
}

QString wireTime(std::int64_t stamp)
{
    return QString::fromStdString(formatRfc3339(Instant{std::chrono::microseconds{stamp}}));
}

} // namespace

/** What is looked at of an event. */
struct EventRowCheck::Row {
    std::int64_t rowId = 0;
    QByteArray key;
    std::int64_t sourceId = 0;
    std::int64_t version = 0;
    std::int64_t stamp = 0;
    int writer = 0;
    std::int64_t revisions = 0; ///< with numbers from 1 up to its version

    QString name() const { return QStringLiteral("event ") + fromEventKey(key).toString(); }
};

EventRowCheck::EventRowCheck(SqlConnection &connection, const SourceNames &names)
    : m_connection(connection)
    , m_names(names)
    , m_lastRow(std::numeric_limits<std::int64_t>::min())
{
}

Result<std::vector<CheckedPart>> EventRowCheck::run(const Progress &progress)
{
    if (Result<void> done = readStamps(); !done)
        return done.failure();
    for (;;) {
        const Result<bool> more = checkPage();
        if (!more)
            return more.failure();
        if (!*more)
            break;
        progress(m_events);
    }
    if (Result<void> done = checkStrayRevisions(); !done)
        return done.failure();
    const SqlDialect &dialect = m_connection.dialect();
    if (Result<void> done = checkOtherStamps(
            QStringLiteral("SELECT %1 AS writer, max(superseded_at) FROM event_revision GROUP BY writer")
                .arg(writerColumn(dialect, QStringLiteral("superseding_node_id"))),
            QStringLiteral("the newest correction"));
        !done)
        return done.failure();
    if (Result<void> done = checkOtherStamps(
            QStringLiteral("SELECT %1 AS writer, max(received_time) FROM rejected_event GROUP BY writer")
                .arg(writerColumn(dialect, QStringLiteral("node_id"))),
            QStringLiteral("the newest rejected event"));
        !done)
        return done.failure();
    return std::vector{m_sources, m_revisions, m_stamps};
}

Result<void> EventRowCheck::readStamps()
{
    return m_connection.readEach(m_connection.dialect().newestStamps(), {}, [this](const QSqlQuery &row) {
        m_newest[row.value(0).toInt()] = row.value(1).toLongLong();
    });
}

/** Whether there was one. */
Result<bool> EventRowCheck::checkPage()
{
    const std::int64_t before = m_events;
    const Result<void> read = m_connection.readEach(
        QStringLiteral("SELECT e.row_id, e.event_key, e.source_id, e.version, e.received_time + e.claim_lag,"
                       " %1, CASE WHEN e.version = 1 THEN 0 ELSE (SELECT count(*) FROM event_revision r"
                       " WHERE r.event_key = e.event_key AND r.version >= 1 AND r.version < e.version) END"
                       " FROM event e WHERE e.row_id > ? ORDER BY e.row_id LIMIT %2")
            .arg(writerColumn(m_connection.dialect(), QStringLiteral("e.node_id")))
            .arg(pageRows),
        {qlonglong{m_lastRow}}, [this](const QSqlQuery &row) {
            check({row.value(0).toLongLong(), row.value(1).toByteArray(), row.value(2).toLongLong(),
                   row.value(3).toLongLong(), row.value(4).toLongLong(), row.value(5).toInt(),
                   row.value(6).toLongLong()});
        });
    if (!read)
        return read.failure();
    return m_events > before;
}

void EventRowCheck::check(const Row &row)
{
    ++m_events;
    m_lastRow = row.rowId;
    m_sources.countChecked();
    if (!m_names.contains(row.sourceId))
        m_sources.addFault([&] { return row.name() + QStringLiteral(": ") + m_names.nameOf(row.sourceId); });

    m_revisions.countChecked();
    m_revisionsOfEvents += row.revisions;
    if (row.revisions != row.version - 1) {
        m_revisions.addFault([&] {
            return QStringLiteral("%1: version %2, but %3 revisions")
                .arg(row.name())
                .arg(qlonglong{row.version})
                .arg(qlonglong{row.revisions});
        });
    }
    checkStamp(row.writer, row.stamp, [&row] { return row.name(); });
}

void EventRowCheck::checkStamp(int writer, std::int64_t stamp, const std::function<QString()> &whose)
{
    m_stamps.countChecked();
    const auto newest = m_newest.find(writer);
    if (newest != m_newest.end() && stamp <= newest->second)
        return;
    m_stamps.addFault([&] {
        return QStringLiteral("%1: stamp %2, but the newest that was kept is %3")
            .arg(whose(), wireTime(stamp),
                 newest == m_newest.end() ? QStringLiteral("none") : wireTime(newest->second));
    });
}

/** Those that no event's version asks for: all there are, less those that were found. */
Result<void> EventRowCheck::checkStrayRevisions()
{
    const Result<QVariant> count =
        m_connection.readValue(QStringLiteral("SELECT count(*) FROM event_revision"));
    if (!count)
        return count.failure();
    const std::int64_t all = count->toLongLong();
    if (all != m_revisionsOfEvents) {
        m_revisions.addFault([&] {
            return QStringLiteral("%1 revisions belong to no version of an event")
                .arg(qlonglong{all - m_revisionsOfEvents});
        });
    }
    return {};
}

Result<void> EventRowCheck::checkOtherStamps(const QString &question, const QString &whose)
{
    return m_connection.readEach(question, {}, [&](const QSqlQuery &row) {
        checkStamp(row.value(0).toInt(), row.value(1).toLongLong(), [&whose] { return whose; });
    });
}

} // namespace linewatch
