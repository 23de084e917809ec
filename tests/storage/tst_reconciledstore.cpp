// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/groupreconciler.h"
#include "model/rollup.h"
#include "storage/plainstore.h"
#include "storage/randomstream.h"
#include "storage/storefactory.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

#include <map>

using namespace linewatch;
using namespace linewatch::test;

/** Random streams through reconciliation into a real SQLite store, against a plain recount. */
class TestReconciledStore : public QObject
{
    Q_OBJECT

private slots:
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
    static Buckets readBuckets(const QString &path);
    static Buckets recountBuckets(const PlainStore &plain);
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

TestReconciledStore::Buckets TestReconciledStore::readBuckets(const QString &path)
{
    Buckets buckets;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("check"));
        database.setDatabaseName(path);
        database.open();
        QSqlQuery query(
            QStringLiteral(
                "SELECT bucket_width, machine_id, line_id, factory_id, bucket_start, events,"
                " run_time_ms, defects, unknown_events FROM rollup_bucket JOIN source USING (source_id)"
                " WHERE events <> 0 OR run_time_ms <> 0 OR defects <> 0 OR unknown_events <> 0"),
            database);
        while (query.next()) {
            buckets[{query.value(0).toLongLong(), query.value(1).toString(), query.value(2).toString(),
                     query.value(3).toString(), query.value(4).toLongLong()}] = {
                query.value(5).toLongLong(), query.value(6).toLongLong(), query.value(7).toLongLong(),
                query.value(8).toLongLong()};
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("check"));
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
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    auto factory = StoreFactory::open({path});
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
    QVERIFY(readBuckets(path) == recountBuckets(plain));
}

QTEST_GUILESS_MAIN(TestReconciledStore)
#include "tst_reconciledstore.moc"
