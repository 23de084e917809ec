// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reconcile.h"

namespace linewatch {

namespace {

template <class Id>
bool statesAnother(const Id &stored, const Id &incoming)
{
    return !incoming.isEmpty() && incoming != stored;
}

/** The payload after a correction: what the incoming event leaves out stays. */
EventPayload merge(const EventPayload &stored, EventPayload incoming)
{
    if (incoming.lineId.isEmpty())
        incoming.lineId = stored.lineId;
    if (incoming.factoryId.isEmpty())
        incoming.factoryId = stored.factoryId;
    return incoming;
}

} // namespace

bool payloadDiffers(const EventPayload &stored, const EventPayload &incoming)
{
    return incoming.machineId != stored.machineId || incoming.eventTime != stored.eventTime
        || incoming.duration != stored.duration || incoming.defectCount != stored.defectCount
        || statesAnother(stored.lineId, incoming.lineId)
        || statesAnother(stored.factoryId, incoming.factoryId);
}

Reconciliation reconcile(const StoredEvent *stored, const IncomingEvent &incoming, const Receipt &receipt)
{
    if (!stored) {
        return {Outcome::accepted(),
                StoredEvent{incoming.eventId, incoming.payload, receipt.effective, receipt.recorded, 1}};
    }
    const bool differs = payloadDiffers(stored->payload, incoming.payload);
    if (!differs)
        return {Outcome::deduped(DedupDetail::Identical), std::nullopt};
    if (receipt.effective <= stored->receivedTime)
        return {Outcome::deduped(DedupDetail::Stale), std::nullopt};
    return {Outcome::updated(),
            StoredEvent{stored->eventId, merge(stored->payload, incoming.payload), receipt.effective,
                        receipt.recorded, stored->version + 1}};
}

} // namespace linewatch
