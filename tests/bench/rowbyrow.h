// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/stream.h"
#include "model/failure.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <vector>

namespace linewatch::bench {

/**
 * The baseline on a database server: each event is looked up by a SELECT and then inserted, each statement by
 * itself, prepared, through QMYSQL; so many events are a transaction. An id is its text and unique. No HTTP,
 * no JSON, no sums that are kept.
 */
class RowByRow
{
public:
    explicit RowByRow(const StreamPlan &plan);
    ~RowByRow();
    RowByRow(const RowByRow &) = delete;
    RowByRow &operator=(const RowByRow &) = delete;

    /** Makes its table in @p database of the server that listens on @p port of 127.0.0.1, as root. */
    Result<void> open(std::uint16_t port, const QString &database);
    /** The seconds that the next @p events took, @p commitEvents of them a transaction. */
    Result<double> load(std::int64_t events, std::int64_t commitEvents);

private:
    Result<void> put(const StreamEvent &event);

    StreamPlan m_plan;
    Stream m_stream;
    QSqlDatabase m_database;
    QSqlQuery m_lookUp;
    QSqlQuery m_insert;
};

} // namespace linewatch::bench
