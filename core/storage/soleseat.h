// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlconnection.h"
#include "storage/writerseat.h"

namespace linewatch {

/** The writer of a store that one process owns (storage/storelock.h). */
class SoleSeat final : public WriterSeat
{
public:
    /** @p connection must outlive it. */
    explicit SoleSeat(SqlConnection &connection) : m_connection(connection) { }

    int number() const override { return 0; }
    StampGrid stampGrid() const override { return {}; }
    Result<Instant> newestStamp() override;
    /** Never known: what is read back need not be on the disk. */
    Result<std::optional<Instant>> committedStamp() override { return std::optional<Instant>{}; }
    bool settlesDoubts() const override { return false; }
    Result<void> keepStamp(Instant stamp) override;
    /** There is none: a file that cannot be written has nothing that a second file beside it would have. */
    Result<std::int64_t> spooledThrough(std::int64_t spoolId) override;
    Result<void> keepSpoolMark(const SpoolMark &mark) override;
    void transactionCommitted() override { }

private:
    SqlConnection &m_connection;
};

} // namespace linewatch
