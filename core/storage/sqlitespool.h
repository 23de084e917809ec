// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/spool.h"
#include "storage/sqlconnection.h"
#include "storage/sqlitedialect.h"

namespace linewatch {

/** A spool in an SQLite file of its own, which one process owns, see SpoolFile. */
class SqliteSpool final : public Spool
{
public:
    /** The schema must be there. @p maxBytes bounds the file. */
    static Result<std::unique_ptr<SqliteSpool>> open(const QString &path, std::int64_t maxBytes);

    std::int64_t id() const override { return m_id; }
    Instant lastReceipt() const override { return m_lastReceipt; }
    const SpoolSums &sums() const override { return m_sums; }
    Result<void> append(const std::vector<SpooledBatch> &batches, Instant lastReceipt) override;
    Result<std::vector<SpooledBatch>> first(std::int64_t maxEvents) override;
    Result<void> dropThrough(std::int64_t number) override;

private:
    SqliteSpool(std::unique_ptr<SqliteDialect> dialect, std::unique_ptr<SqlConnection> connection);
    Result<void> readState();
    Result<void> appendWithin(const std::vector<SpooledBatch> &batches, Instant lastReceipt);
    Result<SpoolSums> sumsThrough(std::int64_t number);
    Result<void> countWhatWaits();
    Result<void> measure();
    Result<void> shrink();

    std::unique_ptr<SqliteDialect> m_dialect; // first: the connection stands on it
    std::unique_ptr<SqlConnection> m_connection;
    std::int64_t m_id = 0;
    Instant m_lastReceipt;
    SpoolSums m_sums; ///< kept by hand: counting many small batches takes seconds
};

} // namespace linewatch
