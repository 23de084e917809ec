// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"
#include "model/outcome.h"
#include "model/receiptstamper.h"

namespace linewatch {

/** What one event does to the store. */
struct Reconciliation {
    Outcome outcome;
    std::optional<StoredEvent> written; ///< the row as it must be now; nothing when it stays as it is
};

/**
 * Whether @p incoming says something else than @p stored does. A line or factory that the incoming event
 * leaves out is no difference.
 */
bool payloadDiffers(const EventPayload &stored, const EventPayload &incoming);

/**
 * The contract's reconciliation of one event, exactly: @p stored is the row with its id, or null. Pure.
 */
Reconciliation reconcile(const StoredEvent *stored, const IncomingEvent &incoming, const Receipt &receipt);

} // namespace linewatch
