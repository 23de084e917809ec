// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/groupreconciler.h"

#include "model/dice.h"
#include "model/reconcile.h"
#include "model/samples.h"
#include "support/testprogram.h"

#include <map>
#include <set>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant noon = at("2026-01-15T12:00:00Z");

/** A store in memory, and what went through it. */
struct Ledger {
    std::map<EventId, StoredEvent> rows;
    std::vector<StoredEvent> revisions;
    std::vector<Instant> supersededAt;
    std::vector<Instant> rejectedAt;
    std::vector<Outcome> outcomes;
    Instant lastStamp = noon - 1h;

    friend bool operator==(const Ledger &, const Ledger &) = default;
};

PendingBatch batchOf(Instant arrival, std::vector<IncomingEvent> events)
{
    PendingBatch batch;
    batch.arrival = arrival;
    batch.sender = "10.0.0.1";
    for (IncomingEvent &event : events)
        batch.events.emplace_back(std::move(event));
    return batch;
}

RefusedEvent refused()
{
    return {RejectReason::InvalidDuration, "E-9", "M-9", R"({"eventId":"E-9"})"};
}

std::vector<StoredEvent> lookUp(const Ledger &ledger, const std::vector<EventId> &ids)
{
    std::vector<StoredEvent> stored;
    for (const EventId &id : ids) {
        if (const auto found = ledger.rows.find(id); found != ledger.rows.end())
            stored.push_back(found->second);
    }
    return stored;
}

/** Runs a group as the writer does. False when what it wants to write does not fit the store. */
bool runGroup(Ledger &ledger, std::span<const PendingBatch> group)
{
    ReceiptStamper stamper(ledger.lastStamp);
    GroupReconciler reconciler(stamper);
    reconciler.setStored(lookUp(ledger, GroupReconciler::idsOf(group)));
    for (const PendingBatch &batch : group) {
        for (const Outcome &outcome : reconciler.add(batch))
            ledger.outcomes.push_back(outcome);
    }
    const ChangeSet changes = reconciler.takeChanges();
    std::set<EventId> changed;
    for (const EventChange &change : changes.changes) {
        const auto found = ledger.rows.find(change.after.eventId);
        const bool asItStood = change.before.has_value() == (found != ledger.rows.end())
            && (!change.before || *change.before == found->second);
        if (!asItStood || !changed.insert(change.after.eventId).second)
            return false;
        ledger.rows[change.after.eventId] = change.after;
    }
    for (const Revision &revision : changes.revisions) {
        ledger.revisions.push_back(revision.event);
        ledger.supersededAt.push_back(revision.supersededAt);
    }
    for (const RejectedEvent &rejection : changes.rejections)
        ledger.rejectedAt.push_back(rejection.receivedTime);
    ledger.lastStamp = changes.lastStamp;
    return true;
}

/** The contract, event by event, with nothing in between. */
Ledger oneByOne(const std::vector<PendingBatch> &batches)
{
    Ledger ledger;
    ReceiptStamper stamper(ledger.lastStamp);
    for (const PendingBatch &batch : batches) {
        for (const auto &element : batch.events) {
            const auto *event = std::get_if<IncomingEvent>(&element);
            if (!event) {
                ledger.rejectedAt.push_back(stamper.stamp(batch.arrival).recorded);
                ledger.outcomes.push_back(Outcome::rejected(std::get<RefusedEvent>(element).reason));
                continue;
            }
            const auto found = ledger.rows.find(event->eventId);
            const StoredEvent *stored = found == ledger.rows.end() ? nullptr : &found->second;
            const Receipt receipt =
                stamper.stamp(batch.arrival, event->claimedReceipt,
                              stored ? std::optional(stored->receivedTime) : std::nullopt);
            const Reconciliation result = reconcile(stored, *event, receipt);
            ledger.outcomes.push_back(result.outcome);
            if (!result.written)
                continue;
            if (stored) {
                ledger.revisions.push_back(*stored);
                ledger.supersededAt.push_back(receipt.recorded);
            }
            ledger.rows[event->eventId] = *result.written;
        }
    }
    ledger.lastStamp = stamper.lastStamp();
    return ledger;
}

std::vector<PendingBatch> randomBatches(Dice &dice)
{
    std::vector<PendingBatch> batches;
    for (std::int64_t left = dice.between(1, 12); left > 0; --left) {
        const Instant arrival = noon + std::chrono::microseconds{dice.between(-50, 50)};
        PendingBatch batch = batchOf(arrival, {});
        for (std::int64_t events = dice.between(0, 8); events > 0; --events) {
            if (dice.chance(10)) {
                batch.events.emplace_back(refused());
                continue;
            }
            const auto claim = dice.chance(40)
                ? std::optional(noon + std::chrono::microseconds{dice.between(-60, 90)})
                : std::nullopt;
            const EventPayload payload = payloadOf(
                "M-1", noon, static_cast<std::int32_t>(dice.between(-1, 1)), dice.chance(60) ? "LINE-A" : "");
            batch.events.emplace_back(incoming("E-" + std::to_string(dice.between(1, 5)), payload, claim));
        }
        batches.push_back(std::move(batch));
    }
    return batches;
}

} // namespace

class GroupReconcilerTest : public QObject
{
    Q_OBJECT

private slots:
    void everyValidIdIsLookedUpOnce()
    {
        std::vector<PendingBatch> group;
        group.push_back(batchOf(noon, {incoming("A", {}), incoming("B", {}), incoming("A", {})}));
        group.push_back(batchOf(noon, {incoming("C", {}), incoming("B", {})}));
        group.back().events.emplace_back(refused());
        std::string ids;
        for (const EventId &id : GroupReconciler::idsOf(group))
            ids += id.utf8();
        QVERIFY(ids == "ABC");
    }

    void severalCorrectionsInOneGroupAreOneChangeAndAllRevisions()
    {
        std::vector<PendingBatch> group;
        group.push_back(
            batchOf(noon, {incoming("A", payloadOf("M", noon, 1)), incoming("A", payloadOf("M", noon, 2))}));
        group.push_back(batchOf(noon, {incoming("A", payloadOf("M", noon, 3))}));
        ReceiptStamper stamper(noon - 1h);
        GroupReconciler reconciler(stamper);
        QVERIFY((reconciler.add(group[0]) == std::vector{Outcome::accepted(), Outcome::updated()}));
        QVERIFY((reconciler.add(group[1]) == std::vector{Outcome::updated()}));
        const ChangeSet changes = reconciler.takeChanges();
        QCOMPARE(changes.changes.size(), std::size_t{1});
        QVERIFY(!changes.changes[0].before);
        QCOMPARE(changes.changes[0].after.payload.defectCount, 3);
        QCOMPARE(changes.changes[0].after.version, 3);
        QCOMPARE(changes.revisions.size(), std::size_t{2});
        QCOMPARE(changes.revisions[0].event.payload.defectCount, 1);
        QCOMPARE(changes.revisions[1].event.payload.defectCount, 2);
        QCOMPARE(text(changes.revisions[0].supersededAt), text(changes.revisions[1].event.recordedTime));
        QCOMPARE(text(changes.lastStamp), text(changes.changes[0].after.recordedTime));
    }

    void duplicatesWriteNothing()
    {
        const StoredEvent stored{EventId(std::string("A")), payloadOf("M", noon, 1), noon, noon, 1};
        const PendingBatch batch =
            batchOf(noon + 1s, {incoming("A", stored.payload), incoming("A", stored.payload)});
        ReceiptStamper stamper(noon);
        GroupReconciler reconciler(stamper);
        reconciler.setStored({stored});
        const Outcome identical = Outcome::deduped(DedupDetail::Identical);
        QVERIFY((reconciler.add(batch) == std::vector{identical, identical}));
        const ChangeSet changes = reconciler.takeChanges();
        QVERIFY(changes.changes.empty());
        QVERIFY(changes.revisions.empty());
        QVERIFY(changes.lastStamp > noon + 1s);
    }

    void rejectedEventsAreKeptWithTheirSenderAndAStampOfTheirOwn()
    {
        PendingBatch batch = batchOf(noon, {});
        batch.events.emplace_back(refused());
        batch.events.emplace_back(refused());
        ReceiptStamper stamper(noon - 1h);
        GroupReconciler reconciler(stamper);
        QCOMPARE(reconciler.add(batch)[1], Outcome::rejected(RejectReason::InvalidDuration));
        const ChangeSet changes = reconciler.takeChanges();
        QCOMPARE(changes.rejections.size(), std::size_t{2});
        QCOMPARE(text(changes.rejections[0].receivedTime), text(noon));
        QCOMPARE(text(changes.rejections[1].receivedTime), text(noon + 1us));
        QCOMPARE(changes.rejections[0].reason, RejectReason::InvalidDuration);
        QVERIFY(changes.rejections[0].machineId == "M-9");
        QVERIFY(changes.rejections[0].sender == "10.0.0.1");
        QVERIFY(changes.rejections[0].raw == R"({"eventId":"E-9"})");
    }

    void howBatchesAreGroupedChangesNothing()
    {
        Dice dice(14);
        for (int run = 0; run < 2000; ++run) {
            const std::vector<PendingBatch> batches = randomBatches(dice);
            const Ledger expected = oneByOne(batches);
            Ledger ledger;
            for (std::size_t first = 0; first < batches.size();) {
                const std::size_t size = 1 + dice.below(batches.size() - first);
                QVERIFY(runGroup(ledger, std::span(batches).subspan(first, size)));
                first += size;
            }
            QVERIFY(ledger == expected);
        }
    }
};

LINEWATCH_TEST(GroupReconcilerTest)
#include "tst_groupreconciler.moc"
