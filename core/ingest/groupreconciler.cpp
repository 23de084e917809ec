// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/groupreconciler.h"

#include "ingest/eventtext.h"
#include "model/reconcile.h"

#include <numeric>

namespace linewatch {

std::vector<EventId> GroupReconciler::idsOf(std::span<const PendingBatch> group)
{
    std::unordered_set<std::string_view> seen;
    std::vector<EventId> ids;
    const std::size_t elements =
        std::accumulate(group.begin(), group.end(), std::size_t{0},
                        [](std::size_t sum, const PendingBatch &batch) { return sum + batch.events.size(); });
    seen.reserve(elements);
    ids.reserve(elements);
    for (const PendingBatch &batch : group) {
        for (const auto &element : batch.events) {
            const auto *event = std::get_if<IncomingEvent>(&element);
            if (event && seen.insert(event->eventId.utf8()).second)
                ids.push_back(event->eventId);
        }
    }
    return ids;
}

void GroupReconciler::setStored(std::vector<StoredEvent> stored)
{
    m_stored = std::move(stored);
    for (const StoredEvent &event : m_stored)
        m_rows.emplace(event.eventId.utf8(), Row{event, event});
}

std::vector<Outcome> GroupReconciler::add(const PendingBatch &batch)
{
    std::vector<Outcome> outcomes;
    outcomes.reserve(batch.events.size());
    for (const auto &element : batch.events) {
        if (const auto *event = std::get_if<IncomingEvent>(&element))
            outcomes.push_back(addEvent(*event, batch));
        else
            outcomes.push_back(addRefused(std::get<RefusedEvent>(element), batch));
    }
    return outcomes;
}

Outcome GroupReconciler::addEvent(const IncomingEvent &event, const PendingBatch &batch)
{
    if (m_givenUp.contains(event.eventId))
        return Outcome::rejected(RejectReason::ConcurrencyFailure);
    if (event.payload.eventTime < m_horizon) {
        return addRefused({RejectReason::EventTooOld, {}, event.payload.machineId.utf8(), textOf(event)},
                          batch);
    }
    Row &row = m_rows[event.eventId.utf8()];
    const StoredEvent *stored = row.now ? &*row.now : nullptr;
    const Receipt receipt = m_stamper.stamp(batch.arrival, event.claimedReceipt,
                                            stored ? std::optional(stored->receivedTime) : std::nullopt);
    Reconciliation reconciliation = reconcile(stored, event, receipt);
    if (!reconciliation.written)
        return reconciliation.outcome;
    if (row.now == row.before) // the first change in this transaction
        m_changed.push_back(event.eventId.utf8());
    if (row.now)
        m_changes.revisions.push_back({std::move(*row.now), receipt.recorded});
    row.now = std::move(reconciliation.written);
    return reconciliation.outcome;
}

Outcome GroupReconciler::addRefused(const RefusedEvent &refused, const PendingBatch &batch)
{
    const Receipt receipt = m_stamper.stamp(batch.arrival);
    m_changes.rejections.push_back(
        {receipt.recorded, refused.reason, refused.machineId, batch.sender, refused.raw});
    return Outcome::rejected(refused.reason);
}

ChangeSet GroupReconciler::takeChanges()
{
    m_changes.changes.reserve(m_changed.size());
    for (const std::string_view id : m_changed) {
        Row &row = m_rows.at(id);
        m_changes.changes.push_back({std::move(row.before), std::move(*row.now)});
    }
    m_changes.lastStamp = m_stamper.lastStamp();
    return std::move(m_changes);
}

} // namespace linewatch
