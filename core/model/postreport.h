// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/outcome.h"

#include <optional>
#include <string>
#include <vector>

namespace linewatch {

/** How a member of a posted event was found to be. */
enum class FieldVerdict : std::uint8_t {
    Right,
    Wrong,   ///< it breaks the rule that FieldReport::reason names
    Missing, ///< it has to be there and is not
    Ignored  ///< nothing reads it
};

/** What about a wrong value is wrong, more closely than its reason says. */
enum class FieldFlaw : std::uint8_t {
    None,
    Null,
    NoText,        ///< a text is wanted, and this is something else
    NoWholeNumber, ///< a whole number is wanted, and this is something else
    Empty,
    TooLong,
    ControlCharacter, ///< or no good UTF-8
    NoTime,           ///< a text, and not RFC 3339
    InFuture,
    TooOld,
    TooSmall,
    TooLarge,
    Unknown, ///< there is no member of that name
    Repeated ///< a later one of the same name counts
};

/** One member of a posted event. */
struct FieldReport {
    std::string name;
    std::string value; ///< as it was sent, cut at MostValueBytes; empty where it is missing
    FieldVerdict verdict = FieldVerdict::Right;
    RejectReason reason = RejectReason::None;
    FieldFlaw flaw = FieldFlaw::None;
    std::string meant; ///< of an unknown member: the known one that it looks like; else empty

    static constexpr std::size_t MostValueBytes = 200;
};

/** One element of a posted batch: every member as it was sent, and those that are missing. */
struct ElementReport {
    bool isObject = true;
    std::string raw; ///< of an element that is no object, cut as values are
    std::vector<FieldReport> fields;
    RejectReason reason = RejectReason::None; ///< the first rule it breaks
    std::optional<Outcome> outcome;           ///< what became of it, where that is known
};

/** What a post looks like, element by element. */
struct PostReport {
    std::vector<ElementReport> elements; ///< as far as the body could be read
    bool isWhole = true;                 ///< the body was read to its end
};

} // namespace linewatch
