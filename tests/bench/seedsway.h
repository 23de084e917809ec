// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/stream.h"
#include "model/failure.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <span>
#include <string>
#include <vector>

namespace linewatch::bench {

/**
 * The baseline (b): how a service of this kind is written first. An id is its text and the primary key; each
 * event is looked up by a SELECT and then inserted, or updated, through QSqlQuery; a batch is a transaction;
 * each commit is synced to the disk. No HTTP, no JSON, no sums that are kept.
 */
class SeedsWay
{
public:
    static constexpr std::int64_t CommitEvents = 1000;

    explicit SeedsWay(const StreamPlan &plan);

    /** Makes the store. */
    Result<void> open(const QString &file);

    /** One transaction. */
    Result<void> commit(std::span<const StreamEvent> events);

private:
    Result<void> run(const QString &sql);
    Result<void> put(const StreamEvent &event, std::int64_t receivedUs);
    Result<void> write(QSqlQuery &query, const QString &id, const StreamEvent &event,
                       std::int64_t receivedUs);

    std::vector<QString> m_machines;
    std::vector<QString> m_lines;
    QSqlDatabase m_database;
    QSqlQuery m_lookUp;
    QSqlQuery m_insert;
    QSqlQuery m_update;
};

} // namespace linewatch::bench
