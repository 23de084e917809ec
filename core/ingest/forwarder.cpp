// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/forwarder.h"

#include "ingest/packedbatch.h"

#include <QLoggingCategory>

namespace linewatch {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

Q_LOGGING_CATEGORY(spoolLog, "linewatch.spool")

/** As many as a transaction of batches that come in directly. */
constexpr std::int64_t eventsAtOnce = 16'000;
/** Posts wait while a host that does not answer is tried: it is tried for a quarter of the time at most. */
constexpr int pausePerTry = 3;

} // namespace

Forwarder::Forwarder(OpenSpool open, GroupWriter &groups, BacklogGauge &gauge, milliseconds pause,
                     Written written)
    : m_open(std::move(open))
    , m_groups(groups)
    , m_gauge(gauge)
    , m_pause(pause)
    , m_written(std::move(written))
{
}

bool Forwarder::keepsAfter(const Failure &failure)
{
    return failure.kind == Failure::Kind::ConnectionLost || failure.kind == Failure::Kind::Unavailable;
}

Result<void> Forwarder::ensureSpool()
{
    if (m_spool)
        return {};
    Result<std::unique_ptr<Spool>> spool = m_open();
    if (!spool) {
        qCWarning(spoolLog).noquote() << "the spool cannot be opened:" << spool.failure().message;
        return spool.failure();
    }
    m_spool = std::move(*spool);
    publish();
    return {};
}

bool Forwarder::isInUse()
{
    return !ensureSpool() || m_spool->sums().batches > 0;
}

Result<void> Forwarder::keep(std::vector<PendingBatch> &batches, const QString &why)
{
    if (Result<void> ready = ensureSpool(); !ready)
        return ready;
    ReceiptStamper stamper(std::max(m_spool->lastReceipt(), m_groups.lastStamp()));
    std::vector<SpooledBatch> packed;
    for (PendingBatch &batch : batches) {
        for (auto &element : batch.events) {
            if (auto *event = std::get_if<IncomingEvent>(&element))
                event->claimedReceipt = stamper.stamp(batch.arrival, event->claimedReceipt).effective;
        }
        if (!batch.events.empty())
            packed.push_back(
                {0, batch.arrival, static_cast<std::int64_t>(batch.events.size()), packBatch(batch)});
    }
    if (!why.isEmpty() && m_spool->sums().batches == 0) {
        qCWarning(spoolLog).noquote() << "batches wait in the spool:" << why;
        m_nextTry = steady_clock::now() + m_pause;
    }
    const Result<void> kept = m_spool->append(packed, stamper.lastStamp());
    m_takesMore = kept.ok();
    if (!why.isEmpty())
        m_reason = why;
    if (!kept && kept.failure().kind == Failure::Kind::CommitUnknown)
        m_spool.reset(); // what waits is counted again
    publish();
    return kept;
}

milliseconds Forwarder::patience() const
{
    const auto rest = std::chrono::ceil<milliseconds>(m_nextTry - steady_clock::now());
    return std::max(rest, milliseconds{0});
}

void Forwarder::forward()
{
    const SteadyTime start = steady_clock::now();
    if (!isInUse() || start < m_nextTry)
        return;
    const Result<void> done = forwardNext();
    if (done) {
        m_reason.clear();
        if (m_spool->sums().batches == 0)
            qCInfo(spoolLog) << "the spool is empty again";
    } else {
        m_isCertain = false;
        m_reason = done.failure().message;
        m_nextTry = steady_clock::now()
            + std::max<steady_clock::duration>(m_pause, pausePerTry * (steady_clock::now() - start));
    }
    publish();
}

Result<void> Forwarder::forwardNext()
{
    if (Result<void> ready = ensureSpool(); !ready)
        return ready;
    if (Result<void> dropped = dropWhatIsIn(); !dropped)
        return dropped;
    const Result<std::vector<SpooledBatch>> spooled = m_spool->first(eventsAtOnce);
    if (!spooled)
        return spooled.failure();
    if (spooled->empty())
        return {};
    const Result<std::vector<PendingBatch>> batches = unpack(*spooled);
    if (!batches)
        return batches.failure();
    const SpoolMark mark{m_spool->id(), spooled->back().number};
    const Result<WrittenGroup> written = m_groups.write(*batches, mark);
    if (!written)
        return written.failure();
    m_written(*written, spooled->back().arrival);
    m_takesMore = true;
    return m_spool->dropThrough(mark.number);
}

/** After a start, or a try of which nobody knows how it ended. */
Result<void> Forwarder::dropWhatIsIn()
{
    if (m_isCertain)
        return {};
    const Result<std::int64_t> number = m_groups.spooledThrough(m_spool->id());
    if (!number)
        return number.failure();
    if (Result<void> dropped = m_spool->dropThrough(*number); !dropped)
        return dropped;
    m_isCertain = true;
    return {};
}

Result<std::vector<PendingBatch>> Forwarder::unpack(const std::vector<SpooledBatch> &spooled) const
{
    std::vector<PendingBatch> batches;
    for (const SpooledBatch &each : spooled) {
        std::optional<PendingBatch> batch = unpackBatch(each.content);
        if (!batch) {
            return Failure{
                Failure::Kind::Internal,
                Sentence(QT_TRANSLATE_NOOP("Failure",
                                           "batch %1 in the spool is damaged, or a newer version of "
                                           "Linewatch wrote it"),
                         QString::number(each.number))};
        }
        batch->arrival = each.arrival;
        batches.push_back(std::move(*batch));
    }
    return batches;
}

void Forwarder::publish()
{
    const SpoolSums sums = m_spool ? m_spool->sums() : SpoolSums{};
    m_gauge.set({sums.batches, sums.events, sums.bytes, sums.oldestArrival, m_reason, m_takesMore});
}

} // namespace linewatch
