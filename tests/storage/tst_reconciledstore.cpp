// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/groupreconciler.h"
#include "model/rollup.h"
#include "storage/plainstore.h"
#include "storage/randomstream.h"
#include "storage/sqlconnection.h"
#include "storage/storefactory.h"
#include "storage/testengines.h"

#include <QtTest>

#include <map>

using namespace linewatch;
using namespace linewatch::test;

/** Random streams through reconciliation into a real store, against a plain recount. */
class TestReconciledStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestEngines::addRows(); }
    void storeEqualsThePlainModel_data();
    void storeEqualsThePlainModel();

private:
    using Buckets = std::map<std::tuple<qint64, QString, QString, QString, qint64>, std::array<qint64, 4>>;

    std::vector<std::string> writeGroup(EventStore &store, ReceiptStamper &stamper,
                                        const std::vector<PendingBatch> &group, bool commit);
    static std::string nameOf(const Outcome &outcome);
    static void compareRows(EventReader &reader, const PlainStore &plain);
    static void compareWindows(EventReader &reader, const PlainStore &plain, RandomStream &stream);
    static std::map<std::string, Totals> linesOf(EventReader &reader, const std::string &factory,
                                                 TimeWindow window);
    static Buckets readBuckets(const DatabaseUrl &url);
    static Buckets recountBuckets(const PlainStore &plain);

    TestEngines m_engines;
};

std::string TestReconciledStore::nameOf(const Outcome &outcome)
{
    return std::string(outcome.status == OutcomeStatus::Deduped ? wireName(outcome.detail)
                                                                : wireName(outcome.status));
}

std::vector<std::string> TestReconciledStore::writeGroup(EventStore &store, ReceiptStamper &stamper,
                                                         const std::vector<PendingBatch> &group, bool commit)
{
    std::vector<std::string> outcomes;
    StoreTransaction transaction(store);
    auto stored = store.lookUp(GroupReconciler::idsOf(group));
    if (!stored)
        return {"cannot look up"};
    GroupReconciler reconciler(stamper);
    reconciler.setStored(std::move(*stored));
    for (const PendingBatch &batch : group) {
        for (const Outcome &outcome : reconciler.add(batch))
            outcomes.push_back(nameOf(outcome));
    }
    if (!store.apply(reconciler.takeChanges()))
        return {"cannot apply"};
    if (commit && !transaction.commit())
        return {"cannot commit"};
    return outcomes;
}

void TestReconciledStore::compareRows(EventReader &reader, const PlainStore &plain)
{
    for (const auto &[id, row] : plain.rows()) {
        const auto history = reader.event(EventId(id));
        QVERIFY(history && *history);
        const StoredEvent &event = (*history)->current.event;
        QVERIFY(event.payload == row.payload);
        QCOMPARE(event.receivedTime, row.received);
        QCOMPARE(event.version, row.version);
        QCOMPARE((*history)->revisions.size(), row.former.size());
        for (std::size_t i = 0; i < row.former.size(); ++i)
            QVERIFY((*history)->revisions[i].item.event.payload == row.former[i]);
    }
    const auto page = reader.events({}, 1000, std::nullopt);
    QVERIFY(page);
    QCOMPARE(page->items.size(), plain.rows().size());
}

void TestReconciledStore::compareWindows(EventReader &reader, const PlainStore &plain, RandomStream &stream)
{
    for (int i = 0; i < 60; ++i) {
        TimeWindow window{stream.time(), stream.time()};
        if (!window.isValid())
            std::swap(window.start, window.end);
        if (!window.isValid())
            continue;
        const std::string machine = "M-" + std::to_string(stream.number(0, 3));
        const auto parts = reader.totals({MachineId(machine), {}}, planWindow(window));
        QVERIFY(parts);
        Totals sum;
        for (const SourceTotals &part : *parts)
            sum += part.totals;
        QVERIFY(sum == plain.totals(machine, window));
        const std::string factory =
            stream.number(0, 1) == 0 ? "" : "F-" + std::to_string(stream.number(0, 1));
        QVERIFY(linesOf(reader, factory, window) == plain.lineTotals(factory, window));
    }
}

std::map<std::string, Totals> TestReconciledStore::linesOf(EventReader &reader, const std::string &factory,
                                                           TimeWindow window)
{
    std::map<std::string, Totals> sums;
    const auto parts = reader.lineTotals(FactoryId(factory), planWindow(window));
    if (!parts)
        return {{"cannot read", {}}};
    for (const SourceTotals &part : *parts)
        sums[part.source.line.utf8()] += part.totals;
    return sums;
}

/** Past the reader: as the tables have it, whoever wrote it. */
TestReconciledStore::Buckets TestReconciledStore::readBuckets(const DatabaseUrl &url)
{
    Buckets buckets;
    const auto dialect = TestEngines::dialectOf(url);
    const auto connection = SqlConnection::open(*dialect, SqlConnection::Access::ReadOnly);
    if (!connection)
        return {};
    Result<SqlRows> query =
        (*connection)
            ->ask(
                QStringLiteral("SELECT r.bucket_width, s.machine_id, s.line_id, s.factory_id, r.bucket_start,"
                               " sum(r.events), sum(r.run_time_ms), sum(r.defects), sum(r.unknown_events)"
                               " FROM rollup_bucket r JOIN source s ON s.source_id = r.source_id"
                               " GROUP BY r.bucket_width, s.machine_id, s.line_id, s.factory_id,"
                               " r.bucket_start"));
    while (query && query->next()) {
        const std::array<qint64, 4> sums{query->value(5).toLongLong(), query->value(6).toLongLong(),
                                         query->value(7).toLongLong(), query->value(8).toLongLong()};
        if (sums != std::array<qint64, 4>{}) // what corrections moved away leaves a row behind
            buckets[{query->value(0).toLongLong(), query->value(1).toString(), query->value(2).toString(),
                     query->value(3).toString(), query->value(4).toLongLong()}] = sums;
    }
    return buckets;
}

TestReconciledStore::Buckets TestReconciledStore::recountBuckets(const PlainStore &plain)
{
    Buckets buckets;
    for (const auto &[id, row] : plain.rows()) {
        const EventPayload &payload = row.payload;
        for (const qint64 width : {60, 3600, 86400}) {
            const qint64 micros = payload.eventTime.time_since_epoch().count();
            const qint64 length = width * 1'000'000;
            const qint64 start = (micros - ((micros % length) + length) % length) / 1'000'000;
            auto &sums = buckets[{width, payload.machineId.toString(), payload.lineId.toString(),
                                  payload.factoryId.toString(), start}];
            sums[0] += 1;
            sums[1] += payload.duration.count();
            sums[2] += payload.defectCount == -1 ? 0 : payload.defectCount;
            sums[3] += payload.defectCount == -1 ? 1 : 0;
        }
    }
    return buckets;
}

void TestReconciledStore::storeEqualsThePlainModel_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestReconciledStore::storeEqualsThePlainModel()
{
    QFETCH(unsigned, seed);
    QFETCH_GLOBAL(Engine, engine);
    const DatabaseUrl url = m_engines.makeDatabase(engine);
    auto factory = StoreFactory::open(url);
    QVERIFY(factory);
    auto store = (*factory)->openWriter();
    QVERIFY(store);
    auto reader = (*factory)->openReader();
    QVERIFY(reader);

    RandomStream stream(seed);
    ReceiptStamper stamper{*(*store)->lastStamp()};
    PlainStore plain;
    for (int step = 0; step < 120; ++step) {
        const std::vector<PendingBatch> group = stream.nextGroup();
        if (stream.number(0, 5) == 0) { // a transaction that is lost must leave nothing behind
            ReceiptStamper lost = stamper;
            writeGroup(**store, lost, group, false);
        }
        if (stream.number(0, 9) == 0) { // the process starts anew
            store = (*factory)->openWriter();
            QVERIFY(store);
            stamper = ReceiptStamper{*(*store)->lastStamp()};
        }
        std::vector<std::string> expected;
        for (const PendingBatch &batch : group) {
            for (const auto &element : batch.events)
                expected.push_back(plain.post(element, batch.arrival));
        }
        QVERIFY(writeGroup(**store, stamper, group, true) == expected);
    }
    compareRows(**reader, plain);
    compareWindows(**reader, plain, stream);
    QVERIFY(readBuckets(url) == recountBuckets(plain));
}

QTEST_GUILESS_MAIN(TestReconciledStore)
#include "tst_reconciledstore.moc"
