// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reconcile.h"

#include "model/dice.h"
#include "model/samples.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant eventTime = at("2026-01-15T09:00:00Z");
const Instant storedReceipt = at("2026-01-15T10:00:00Z");
const Instant recorded = at("2026-01-15T11:00:00Z"); // the server's stamp of what comes in

EventPayload storedPayload()
{
    EventPayload payload = payloadOf("M-1", eventTime, 2, "LINE-A");
    payload.factoryId = FactoryId(std::string("F-1"));
    return payload;
}

StoredEvent storedEvent()
{
    return {EventId(std::string("E-1")), storedPayload(), storedReceipt, storedReceipt, 3};
}

Reconciliation reconciled(const EventPayload &payload, Instant effective)
{
    const StoredEvent stored = storedEvent();
    return reconcile(&stored, incoming("E-1", payload), {recorded, effective});
}

struct Change {
    const char *name;
    void (*apply)(EventPayload &);
    bool differs;
};

const Change changes[] = {
    {"nothing", [](EventPayload &) {}, false},
    {"machine", [](EventPayload &p) { p.machineId = MachineId(std::string("m-1")); }, true},
    {"time", [](EventPayload &p) { p.eventTime += 1us; }, true},
    {"duration", [](EventPayload &p) { p.duration += 1ms; }, true},
    {"defects", [](EventPayload &p) { p.defectCount = 3; }, true},
    {"defects unknown now", [](EventPayload &p) { p.defectCount = UnknownDefects; }, true},
    {"line", [](EventPayload &p) { p.lineId = LineId(std::string("LINE-B")); }, true},
    {"line in another case", [](EventPayload &p) { p.lineId = LineId(std::string("line-a")); }, true},
    {"factory", [](EventPayload &p) { p.factoryId = FactoryId(std::string("F-2")); }, true},
    {"line left out", [](EventPayload &p) { p.lineId = LineId(); }, false},
    {"factory left out", [](EventPayload &p) { p.factoryId = FactoryId(); }, false},
    {"both left out, defects", [](EventPayload &p) { p = payloadOf("M-1", eventTime, 9); }, true},
};

} // namespace

class ReconcileTest : public QObject
{
    Q_OBJECT

private slots:
    void anUnknownIdIsInserted()
    {
        const Instant claimed = recorded - 1h;
        const auto result =
            reconcile(nullptr, incoming("E-1", storedPayload(), claimed), {recorded, claimed});
        QCOMPARE(result.outcome, Outcome::accepted());
        QVERIFY((result.written
                 == StoredEvent{EventId(std::string("E-1")), storedPayload(), claimed, recorded, 1}));
    }

    void everyMemberCounts_data()
    {
        QTest::addColumn<std::size_t>("row");
        for (std::size_t i = 0; i < std::size(changes); ++i)
            QTest::newRow(changes[i].name) << i;
    }
    void everyMemberCounts()
    {
        QFETCH(const std::size_t, row);
        const Change &change = changes[row];
        EventPayload payload = storedPayload();
        change.apply(payload);
        QCOMPARE(payloadDiffers(storedPayload(), payload), change.differs);

        const Outcome notNewer =
            Outcome::deduped(change.differs ? DedupDetail::Stale : DedupDetail::Identical);
        for (const Instant effective : {storedReceipt, storedReceipt - 1us, storedReceipt - 24h}) {
            const Reconciliation result = reconciled(payload, effective);
            QCOMPARE(result.outcome, notNewer);
            QVERIFY(!result.written);
        }

        const Reconciliation newer = reconciled(payload, storedReceipt + 1us);
        QCOMPARE(newer.outcome,
                 change.differs ? Outcome::updated() : Outcome::deduped(DedupDetail::Identical));
        QCOMPARE(newer.written.has_value(), change.differs);
    }

    void aCorrectionTakesEverythingItStates()
    {
        EventPayload payload = payloadOf("M-2", eventTime + 1h, 7, "LINE-B", 9s);
        payload.factoryId = FactoryId(std::string("F-2"));
        const Reconciliation result = reconciled(payload, storedReceipt + 1s);
        const StoredEvent expected{EventId(std::string("E-1")), payload, storedReceipt + 1s, recorded, 4};
        QVERIFY(result.written == expected);
    }

    void whatACorrectionLeavesOutStays()
    {
        const Reconciliation result = reconciled(payloadOf("M-1", eventTime, 7), storedReceipt + 1s);
        QCOMPARE(result.outcome, Outcome::updated());
        EventPayload expected = storedPayload();
        expected.defectCount = 7;
        QVERIFY(result.written->payload == expected);
    }

    void aLineStatedForTheFirstTimeIsACorrection()
    {
        StoredEvent stored = storedEvent();
        stored.payload.lineId = LineId();
        const auto result =
            reconcile(&stored, incoming("E-1", storedPayload()), {recorded, storedReceipt + 1us});
        QCOMPARE(result.outcome, Outcome::updated());
        QVERIFY(result.written->payload.lineId.utf8() == "LINE-A");
    }

    /** Any sequence of posts of one id, judged by the contract's sentences written out once more. */
    void theVersionIsOneAndTheNumberOfCorrections()
    {
        Dice dice(5);
        for (int run = 0; run < 500; ++run) {
            std::optional<StoredEvent> stored;
            int corrections = 0;
            for (int i = 0; i < 30; ++i) {
                const EventPayload payload =
                    payloadOf("M-1", eventTime, static_cast<std::int32_t>(dice.between(-1, 1)),
                              dice.chance(50) ? "LINE-A" : "");
                const Instant effective = storedReceipt + std::chrono::microseconds{dice.between(0, 40)};
                const auto before = stored;
                const auto result =
                    reconcile(stored ? &*stored : nullptr, incoming("E-1", payload), {recorded, effective});
                QCOMPARE(result.written.has_value(), result.outcome.status != OutcomeStatus::Deduped);
                if (result.written)
                    stored = result.written;
                if (!before) {
                    QCOMPARE(result.outcome, Outcome::accepted());
                    continue;
                }
                const bool newer = effective > before->receivedTime;
                const bool same = payload.defectCount == before->payload.defectCount
                    && (payload.lineId.isEmpty() || payload.lineId == before->payload.lineId);
                corrections += newer && !same ? 1 : 0;
                QCOMPARE(result.outcome,
                         newer && !same
                             ? Outcome::updated()
                             : Outcome::deduped(same ? DedupDetail::Identical : DedupDetail::Stale));
                QCOMPARE(stored->version, 1 + corrections);
            }
        }
    }

    void olderAndIdenticalPostsAreSafeToRepeat()
    {
        const StoredEvent stored = storedEvent();
        for (int i = 0; i < 10; ++i) {
            const auto result = reconcile(&stored, incoming("E-1", storedPayload()), {recorded, recorded});
            QCOMPARE(result.outcome, Outcome::deduped(DedupDetail::Identical));
            QVERIFY(!result.written);
        }
    }
};

LINEWATCH_TEST(ReconcileTest)
#include "tst_reconcile.moc"
