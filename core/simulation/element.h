// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"
#include "model/outcome.h"

#include <array>
#include <string>
#include <variant>
#include <vector>

namespace linewatch::simulation {

/** How an event writes its eventTime; all four are the same instant (contract, common rules). */
enum class TimeStyle : std::uint8_t { Zulu, Offset, Nanoseconds, LowerCase };

/** What was done to an element on its way from the machine. */
enum class NoiseKind : std::uint8_t { Clean, Duplicate, Correction, Reordered, Skewed, Invalid };
inline constexpr std::size_t NoiseKindCount = 6;

/** An element that breaks a rule, ready as JSON. */
struct BrokenElement {
    std::string json;
    RejectReason reason = RejectReason::None;
    std::optional<std::string> eventId; ///< where it has a string there, which the answer then repeats
};

/** One element of a batch. */
struct Element {
    std::variant<IncomingEvent, BrokenElement> content;
    NoiseKind kind = NoiseKind::Clean;
    TimeStyle style = TimeStyle::Zulu;
};

/** What is posted in one request. */
struct Batch {
    std::vector<Element> elements;
    Instant due; ///< when the last event of it has happened in the plant
};

} // namespace linewatch::simulation
