// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"
#include "model/eventdraft.h"
#include "model/outcome.h"

#include <array>
#include <string_view>
#include <variant>

namespace linewatch {

/** The limits of the contract's table of members. */
namespace limits {
inline constexpr std::size_t EventIdLength = 128; ///< code points
inline constexpr std::size_t NameLength = 64;     ///< code points: machine, line, factory
inline constexpr std::chrono::minutes FutureTolerance{15};
inline constexpr std::chrono::milliseconds MaxDuration{std::chrono::hours{6}};
} // namespace limits

/** Whether a text may be an id: 1 to @p maxLength code points of well-formed UTF-8, no control characters. */
bool isValidId(std::string_view utf8, std::size_t maxLength);

/** The contract's members of an event, in the order in which they are checked. */
inline constexpr std::array<std::string_view, 8> MemberNames{
    "eventId", "machineId", "eventTime", "durationMs", "defectCount", "lineId", "factoryId", "receivedTime"};

/** What each member breaks, in the order of MemberNames; None where it is good. */
using FaultList = std::array<RejectReason, MemberNames.size()>;

/**
 * Applies the contract's rules to each member by itself, where the draft is an object. @p now and @p oldest
 * are those of validate(), which gives the first fault as its reason. Pure.
 */
FaultList memberFaults(const EventDraft &draft, Instant now, Instant oldest = Instant::min());

/**
 * Applies the contract's rules to one element of a batch, in the contract's order. @p now is when the
 * request arrived, @p oldest the first time that is not too old. The result is the event, or the first rule
 * it breaks. Pure.
 */
std::variant<IncomingEvent, RejectReason> validate(EventDraft draft, Instant now,
                                                   Instant oldest = Instant::min());

} // namespace linewatch
