// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/packedbatch.h"

#include "model/dice.h"
#include "model/samples.h"
#include "model/strangewords.h"
#include "support/testprogram.h"

#include <QtTest>

using namespace linewatch;
using namespace linewatch::test;

namespace {

PendingBatch batchOf(BatchEvents events)
{
    return {std::move(events), {}, "10.0.0.7", {}};
}

bool isSame(const IncomingEvent &a, const IncomingEvent &b)
{
    return a.eventId == b.eventId && a.payload == b.payload && a.claimedReceipt == b.claimedReceipt;
}

bool isSame(const RefusedEvent &a, const RefusedEvent &b)
{
    return a.reason == b.reason && a.eventId == b.eventId && a.machineId == b.machineId && a.raw == b.raw;
}

bool isSame(const BatchEvents::value_type &a, const BatchEvents::value_type &b)
{
    if (a.index() != b.index())
        return false;
    if (const auto *event = std::get_if<IncomingEvent>(&a))
        return isSame(*event, std::get<IncomingEvent>(b));
    return isSame(std::get<RefusedEvent>(a), std::get<RefusedEvent>(b));
}

} // namespace

class PackedBatchTest : public QObject
{
    Q_OBJECT

private slots:
    void whatWasPackedComesOutAgain()
    {
        IncomingEvent full =
            incoming("E-1", payloadOf("M-1", at("2026-01-15T12:00:00.000001Z"), UnknownDefects));
        full.payload.lineId = LineId(std::string("L-1"));
        full.payload.factoryId = FactoryId(std::string("F \xE2\x82\xAC"));
        full.claimedReceipt = at("1969-12-31T23:59:59.999999Z");
        const PendingBatch batch = batchOf(
            {full, incoming("E-2", payloadOf("M-2", at("2026-01-15T12:00:00Z"), 2147483647)),
             RefusedEvent{RejectReason::MissingMachineId, "E-3", "", "{\"eventId\":\"E-3\"}"},
             RefusedEvent{RejectReason::MalformedEvent, std::nullopt, "", std::string("\x00\xFF", 2)}});
        const std::optional<PendingBatch> read = unpackBatch(packBatch(batch));
        QVERIFY(read);
        QCOMPARE(read->sender, batch.sender);
        QVERIFY(std::ranges::equal(read->events, batch.events,
                                   [](const auto &a, const auto &b) { return isSame(a, b); }));
    }

    void anEmptyBatchIsOne()
    {
        const std::optional<PendingBatch> read = unpackBatch(packBatch(batchOf({})));
        QVERIFY(read && read->events.empty());
    }

    void whatIsCutShortIsNone()
    {
        const QByteArray packed =
            packBatch(batchOf({incoming("E-1", payloadOf("M-1", at("2026-01-15T12:00:00Z"))),
                               RefusedEvent{RejectReason::MissingMachineId, "E-3", "", "{}"}}));
        const qsizetype firstEnd =
            packBatch(batchOf({incoming("E-1", payloadOf("M-1", at("2026-01-15T12:00:00Z")))})).size();
        for (qsizetype size = 0; size < packed.size(); ++size) {
            const bool isWhole = size == firstEnd || size == packBatch(batchOf({})).size();
            QCOMPARE(unpackBatch(packed.left(size)).has_value(), isWhole);
        }
    }

    void aLayoutOfALaterVersionIsNone()
    {
        QByteArray packed = packBatch(batchOf({}));
        packed[0] = 2;
        QVERIFY(!unpackBatch(packed));
    }

    void whatIsDamagedNeverHarms()
    {
        const QByteArray packed =
            packBatch(batchOf({incoming("E-1", payloadOf("M-1", at("2026-01-15T12:00:00Z"))),
                               RefusedEvent{RejectReason::MissingMachineId, "E-3", "M", "{}"}}));
        for (qsizetype i = 0; i < packed.size(); ++i) {
            for (const char mask : {'\x01', '\x80', '\xFF'}) {
                QByteArray damaged = packed;
                damaged[i] = static_cast<char>(damaged[i] ^ mask);
                (void)unpackBatch(damaged); // the sanitizers look on
            }
        }
    }
};

LINEWATCH_TEST(PackedBatchTest)
#include "tst_packedbatch.moc"
