// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"
#include "model/failure.h"
#include "model/outcome.h"

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace linewatch {

/** An element of a batch that broke a rule. */
struct RefusedEvent {
    RejectReason reason = RejectReason::None;
    std::optional<std::string> eventId; ///< where the element had a string there
    std::string machineId;              ///< empty where it had none; cut at MaxRawBytes
    std::string raw;                    ///< the element's text, cut at MaxRawBytes
};

/** The elements of a batch in their order. */
using BatchEvents = std::vector<std::variant<IncomingEvent, RefusedEvent>>;

/** The id to name an element by in an answer; null where it had none. */
inline const std::string *eventIdOf(const BatchEvents::value_type &element)
{
    if (const auto *event = std::get_if<IncomingEvent>(&element))
        return &event->eventId.utf8();
    const auto &id = std::get<RefusedEvent>(element).eventId;
    return id ? &*id : nullptr;
}

/** What became of a batch once it was durable; one outcome for each element, in their order. */
struct BatchResult {
    BatchEvents events;
    std::vector<Outcome> outcomes;
    bool isSpooled = false; ///< it waits on disk for the database; valid events are Queued
};

/** A batch on its way to the writer. */
struct PendingBatch {
    BatchEvents events;
    Instant arrival;    ///< when the request had come in whole
    std::string sender; ///< the address it came from
    /** Called once, on the writer's thread, after COMMIT or when there was none. */
    std::function<void(Result<BatchResult>)> done;
};

} // namespace linewatch
