// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome.h"

#include <algorithm>

namespace linewatch {

namespace {

constexpr std::array<std::string_view, RejectReasonCount> reasonNames{
    "",
    "MALFORMED_EVENT",
    "MISSING_EVENT_ID",
    "INVALID_EVENT_ID",
    "MISSING_MACHINE_ID",
    "INVALID_MACHINE_ID",
    "MISSING_EVENT_TIME",
    "INVALID_EVENT_TIME",
    "EVENT_IN_FUTURE",
    "MISSING_DURATION",
    "INVALID_DURATION",
    "MISSING_DEFECT_COUNT",
    "INVALID_DEFECT_COUNT",
    "INVALID_LINE_ID",
    "INVALID_FACTORY_ID",
    "INVALID_RECEIVED_TIME",
    "EVENT_TOO_OLD",
    "CONCURRENCY_FAILURE",
};

} // namespace

void OutcomeCounts::add(OutcomeStatus status)
{
    switch (status) {
    case OutcomeStatus::Accepted:
        ++accepted;
        break;
    case OutcomeStatus::Deduped:
        ++deduped;
        break;
    case OutcomeStatus::Updated:
        ++updated;
        break;
    case OutcomeStatus::Rejected:
        ++rejected;
        break;
    case OutcomeStatus::Queued:
        ++queued;
        break;
    }
}

OutcomeCounts &OutcomeCounts::operator+=(const OutcomeCounts &other)
{
    accepted += other.accepted;
    deduped += other.deduped;
    updated += other.updated;
    rejected += other.rejected;
    queued += other.queued;
    return *this;
}

std::string_view wireName(OutcomeStatus status)
{
    static constexpr std::array<std::string_view, OutcomeStatusCount> names{"ACCEPTED", "DEDUPED", "UPDATED",
                                                                            "REJECTED", "QUEUED"};
    return names[static_cast<std::size_t>(status)];
}

std::string_view wireName(DedupDetail detail)
{
    static constexpr std::array<std::string_view, 3> names{"", "IDENTICAL", "STALE"};
    return names[static_cast<std::size_t>(detail)];
}

std::string_view wireName(RejectReason reason)
{
    return reasonNames[static_cast<std::size_t>(reason)];
}

RejectReason rejectReasonFromWire(std::string_view name)
{
    const auto found = std::find(reasonNames.begin() + 1, reasonNames.end(), name);
    if (found == reasonNames.end())
        return RejectReason::None;
    return static_cast<RejectReason>(found - reasonNames.begin());
}

} // namespace linewatch
