// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlconnection.h"
#include "storage/writerseat.h"

namespace linewatch {

/**
 * One of several writers of a database, each under a number that nobody else has (table node). It takes a
 * free one, or makes one, and holds it from commit to commit; one that did not commit for a while may lose it
 * to another process, which its next transaction notices before it is committed.
 */
class SharedSeat final : public WriterSeat
{
public:
    /**
     * @p owner stands for this process and is drawn at random: a process that lost its connection finds its
     * number again. @p connection must outlive the seat.
     */
    static Result<std::unique_ptr<WriterSeat>> take(SqlConnection &connection, std::int64_t owner);

    /** So many at a time: stamps of one writer are that many microseconds apart. */
    static constexpr int MaxWriters = 16;

    int number() const override { return m_number; }
    StampGrid stampGrid() const override { return {MaxWriters, m_number % MaxWriters}; }
    Result<Instant> newestStamp() override;
    Result<std::optional<Instant>> committedStamp() override { return m_found; }
    bool settlesDoubts() const override { return true; }
    Result<void> keepStamp(Instant stamp) override;
    Result<std::int64_t> spooledThrough(std::int64_t spoolId) override;
    Result<void> keepSpoolMark(const SpoolMark &mark) override;
    void transactionCommitted() override { m_last = m_kept; }

private:
    SharedSeat(SqlConnection &connection, std::int64_t owner) : m_connection(connection), m_owner(owner) { }

    Result<bool> findOwn();
    Result<bool> takeFree();
    Result<bool> makeOne();
    Result<bool> change(const QString &sql, const QVariantList &values);

    SqlConnection &m_connection;
    const std::int64_t m_owner;
    int m_number = 0;
    Instant m_last; ///< the newest stamp that was committed under the number
    Instant m_kept; ///< what the open transaction makes of it
    std::optional<Instant>
        m_found; ///< the newest stamp at the start, when the number was this process's already
};

} // namespace linewatch
