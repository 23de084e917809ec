// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace linewatch {

/** What became of one posted event (contract, POST /events/batch). */
enum class OutcomeStatus : std::uint8_t {
    Accepted,
    Deduped,
    Updated,
    Rejected,
    Queued ///< it waits on disk until the database is back; one of the others comes of it then
};
inline constexpr std::size_t OutcomeStatusCount = static_cast<std::size_t>(OutcomeStatus::Queued) + 1;

/** Why an event changed nothing. */
enum class DedupDetail : std::uint8_t { None, Identical, Stale };

/** The first rule an event broke, in the order in which the rules are checked. */
enum class RejectReason : std::uint8_t {
    None,
    MalformedEvent,
    MissingEventId,
    InvalidEventId,
    MissingMachineId,
    InvalidMachineId,
    MissingEventTime,
    InvalidEventTime,
    EventInFuture,
    MissingDuration,
    InvalidDuration,
    MissingDefectCount,
    InvalidDefectCount,
    InvalidLineId,
    InvalidFactoryId,
    InvalidReceivedTime,
    EventTooOld,
    ConcurrencyFailure,
};
inline constexpr std::size_t RejectReasonCount =
    static_cast<std::size_t>(RejectReason::ConcurrencyFailure) + 1;

struct Outcome {
    OutcomeStatus status = OutcomeStatus::Accepted;
    DedupDetail detail = DedupDetail::None;
    RejectReason reason = RejectReason::None;

    static constexpr Outcome accepted() { return {OutcomeStatus::Accepted, {}, {}}; }
    static constexpr Outcome updated() { return {OutcomeStatus::Updated, {}, {}}; }
    static constexpr Outcome deduped(DedupDetail detail) { return {OutcomeStatus::Deduped, detail, {}}; }
    static constexpr Outcome queued() { return {OutcomeStatus::Queued, {}, {}}; }
    static constexpr Outcome rejected(RejectReason reason) { return {OutcomeStatus::Rejected, {}, reason}; }

    /** Whether sending the same event again may end otherwise. */
    constexpr bool isRetryable() const { return reason == RejectReason::ConcurrencyFailure; }

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

/** How many events of a batch, or of a stretch of time, ended how. */
struct OutcomeCounts {
    std::int64_t accepted = 0;
    std::int64_t deduped = 0;
    std::int64_t updated = 0;
    std::int64_t rejected = 0;
    std::int64_t queued = 0;

    void add(OutcomeStatus status);
    std::int64_t total() const { return accepted + deduped + updated + rejected + queued; }
    OutcomeCounts &operator+=(const OutcomeCounts &other);

    friend bool operator==(const OutcomeCounts &, const OutcomeCounts &) = default;
};

/** The names on the wire, such as "DEDUPED", "STALE" and "INVALID_DURATION". */
std::string_view wireName(OutcomeStatus status);
std::string_view wireName(DedupDetail detail);
std::string_view wireName(RejectReason reason);

/** The reason with that wire name; None when there is no such reason. */
RejectReason rejectReasonFromWire(std::string_view name);

} // namespace linewatch
