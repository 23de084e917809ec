// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/backloggauge.h"
#include "ingest/groupwriter.h"
#include "storage/spool.h"

namespace linewatch {

/**
 * Store and forward: keeps batches on the local disk while the database is away, and brings them into it, in
 * the order of their arrival and each once, when it is back. Lives on the writer's thread.
 */
class Forwarder
{
public:
    using OpenSpool = std::function<Result<std::unique_ptr<Spool>>()>;
    /** Hears of what was brought in, and when its last batch had arrived. */
    using Written = std::function<void(const WrittenGroup &group, Instant arrival)>;

    /** Between two tries to bring batches in, at least. */
    static constexpr std::chrono::milliseconds ShortestPause{1000};

    /** @p groups and @p gauge must outlive it; @p pause lies between two tries, at least. */
    Forwarder(OpenSpool open, GroupWriter &groups, BacklogGauge &gauge, std::chrono::milliseconds pause,
              Written written);

    /** Whether to keep a batch that met that failure. */
    static bool keepsAfter(const Failure &failure);

    /** Whether batches wait, or may; who comes now waits behind them. */
    bool isInUse();

    /**
     * Keeps batches, durable once it has returned without a failure. Each valid event is received now: it
     * claims that receipt when it is brought in. @p why the database did not take them; empty: others wait.
     */
    Result<void> keep(std::vector<PendingBatch> &batches, const QString &why);

    /** When to call forward() next. */
    std::chrono::milliseconds patience() const;
    /** Brings the next transaction of batches in, if it is time to try. */
    void forward();
    /** On the thread that used it. */
    void close() { m_spool.reset(); }

private:
    using SteadyTime = std::chrono::steady_clock::time_point;

    Result<void> ensureSpool();
    Result<void> forwardNext();
    Result<void> dropWhatIsIn();
    Result<std::vector<PendingBatch>> unpack(const std::vector<SpooledBatch> &spooled) const;
    void publish();

    OpenSpool m_open;
    GroupWriter &m_groups;
    BacklogGauge &m_gauge;
    const std::chrono::milliseconds m_pause;
    Written m_written;
    std::unique_ptr<Spool> m_spool;
    bool m_isCertain = false; ///< what the spool holds is not in the database
    bool m_takesMore = true;
    QString m_reason; ///< why the database did not take them
    SteadyTime m_nextTry{};
};

} // namespace linewatch
