// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ids.h"
#include "model/timewindow.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace linewatch {

/** A defectCount that says: the machine does not know. Counted as an event, never as a defect. */
inline constexpr std::int32_t UnknownDefects = -1;

/** What a machine reports of one cycle. */
struct EventPayload {
    MachineId machineId;
    Instant eventTime;
    std::chrono::milliseconds duration{0}; ///< 0 to 6 h
    std::int32_t defectCount = 0;          ///< UnknownDefects or more
    LineId lineId;                         ///< empty: the event states none
    FactoryId factoryId;                   ///< empty: the event states none

    friend bool operator==(const EventPayload &, const EventPayload &) = default;
};

/** A valid event on its way in. */
struct IncomingEvent {
    EventId eventId;
    EventPayload payload;
    std::optional<Instant> claimedReceipt; ///< when a gateway says that it received it
};

/** An event as the store holds it. */
struct StoredEvent {
    EventId eventId;
    EventPayload payload;
    Instant receivedTime;     ///< the effective receipt: what 'newer' is judged by
    Instant recordedTime;     ///< the server's own stamp of the request that made this version
    std::int32_t version = 1; ///< 1 + number of corrections

    friend bool operator==(const StoredEvent &, const StoredEvent &) = default;
};

/** What a transaction did to one event. */
struct EventChange {
    std::optional<StoredEvent> before; ///< as it stood when the transaction began; nothing: it was not there
    StoredEvent after;
};

/** A payload that a correction replaced. */
struct Revision {
    StoredEvent event;    ///< as it was
    Instant supersededAt; ///< recordedTime of the correction
};

} // namespace linewatch
