// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingeststatistics.h"

namespace linewatch {

std::string_view nameOf(Retry reason)
{
    switch (reason) {
    case Retry::Changed:
        return "changed";
    case Retry::Contended:
        return "contended";
    case Retry::ConnectionLost:
        return "connection-lost";
    }
    return {};
}

void IngestStatistics::countOutcome(const Outcome &outcome)
{
    m_outcomes[static_cast<std::size_t>(outcome.status)].fetch_add(1, std::memory_order_relaxed);
    if (outcome.reason != RejectReason::None)
        m_rejections[static_cast<std::size_t>(outcome.reason)].fetch_add(1, std::memory_order_relaxed);
}

void IngestStatistics::countSpooled(const std::vector<Outcome> &outcomes)
{
    for (const Outcome &outcome : outcomes) {
        if (outcome.status == OutcomeStatus::Queued)
            countOutcome(outcome);
    }
}

void IngestStatistics::countCommit(std::chrono::microseconds duration)
{
    m_commitTime.add(duration);
    m_lastCommitMicroseconds.store(duration.count(), std::memory_order_relaxed);
}

OutcomeCounts IngestStatistics::outcomes() const
{
    const auto count = [this](OutcomeStatus status) {
        return m_outcomes[static_cast<std::size_t>(status)].load(std::memory_order_relaxed);
    };
    return {count(OutcomeStatus::Accepted), count(OutcomeStatus::Deduped), count(OutcomeStatus::Updated),
            count(OutcomeStatus::Rejected), count(OutcomeStatus::Queued)};
}

std::uint64_t IngestStatistics::rejections(RejectReason reason) const
{
    return m_rejections[static_cast<std::size_t>(reason)].load(std::memory_order_relaxed);
}

std::chrono::microseconds IngestStatistics::lastCommit() const
{
    return std::chrono::microseconds{m_lastCommitMicroseconds.load(std::memory_order_relaxed)};
}

} // namespace linewatch
