// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/batch.h"
#include "model/receiptstamper.h"
#include "storage/changeset.h"

#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace linewatch {

/**
 * Reconciles the batches of one transaction in memory, event by event in their order, as if each stood
 * alone. What comes out is what each event became and the rows to write. Pure but for the stamper.
 */
class GroupReconciler
{
public:
    /**
     * Events whose id is among @p givenUp lost their tries against other writers, those before @p horizon may
     * repeat one that was removed: each is rejected.
     */
    explicit GroupReconciler(ReceiptStamper &stamper, std::unordered_set<EventId> givenUp = {},
                             Instant horizon = Instant::min())
        : m_stamper(stamper)
        , m_givenUp(std::move(givenUp))
        , m_horizon(horizon)
    {
    }

    /** The ids to look up before add() is called: each valid event's, once. */
    static std::vector<EventId> idsOf(std::span<const PendingBatch> group);

    /** Tells which of the ids have a row. */
    void setStored(std::vector<StoredEvent> stored);

    /** The outcomes of a batch. @p batch must outlive the reconciler. */
    std::vector<Outcome> add(const PendingBatch &batch);

    /** What the transaction has to write. Call once, after the last batch. */
    ChangeSet takeChanges();

private:
    struct Row {
        std::optional<StoredEvent> before;
        std::optional<StoredEvent> now;
    };

    Outcome addEvent(const IncomingEvent &event, const PendingBatch &batch);
    Outcome addRefused(const RefusedEvent &refused, const PendingBatch &batch);

    ReceiptStamper &m_stamper;
    const std::unordered_set<EventId> m_givenUp;
    const Instant m_horizon;
    std::vector<StoredEvent> m_stored; // owns the texts of keys
    std::unordered_map<std::string_view, Row> m_rows;
    std::vector<std::string_view> m_changed; // ids by first change
    ChangeSet m_changes;
};

} // namespace linewatch
