// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/groupreconciler.h"
#include "storage/plaincomparison.h"
#include "storage/testengines.h"
#include "storage/testwriters.h"
#include "support/testprogram.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace linewatch;
using namespace linewatch::test;

namespace {

using Group = std::vector<PendingBatch>;

/** What a transaction answers and what it writes. */
struct Reconciled {
    std::vector<std::string> outcomes;
    ChangeSet changes;
};

/** As the ingestion does, with what is in the store now. */
Result<Reconciled> reconcileGroup(EventStore &store, ReceiptStamper &stamper, const Group &group)
{
    auto stored = store.lookUp(GroupReconciler::idsOf(group));
    if (!stored)
        return stored.failure();
    GroupReconciler reconciler(stamper);
    reconciler.setStored(std::move(*stored));
    Reconciled reconciled;
    for (const PendingBatch &batch : group) {
        for (const Outcome &outcome : reconciler.add(batch))
            reconciled.outcomes.push_back(nameOf(outcome));
    }
    reconciled.changes = reconciler.takeChanges();
    return reconciled;
}

std::set<EventId> idsOf(const ChangeSet &changes)
{
    std::set<EventId> ids;
    for (const EventChange &change : changes.changes)
        ids.insert(change.after.eventId);
    return ids;
}

std::set<EventId> inBoth(const std::set<EventId> &first, const std::set<EventId> &second)
{
    std::set<EventId> both;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                          std::inserter(both, both.end()));
    return both;
}

} // namespace

/** Random streams through reconciliation into a real store, against a plain recount. */
class TestReconciledStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestEngines::addEnginesAndNodes(); }
    void storeEqualsThePlainModel_data();
    void storeEqualsThePlainModel();

private:
    /** A process that writes, and the plain model's stamps of it. */
    struct Node {
        TestWriter &writer;
        PlainStore::Stamps stamps;
        std::set<EventId> changed; ///< by its newest transaction
    };

    void open(const DatabaseUrl &url, int nodes);
    Group nextGroup(RandomStream &stream, const Node &node);
    void reopen(Node &node);
    void loseTransaction(TestWriter &writer, const Group &group);
    void write(Node &node, const Group &group);
    void comeSecond(TestWriter &writer, const Group &group, Node &first, const Group &groupOfFirst);

    TestEngines m_engines;
    std::optional<TestWriters> m_writers;
    std::vector<Node> m_nodes; ///< in the order of their turns
    PlainStore m_plain;
};

void TestReconciledStore::open(const DatabaseUrl &url, int nodes)
{
    m_plain = {};
    m_nodes.clear();
    m_writers.emplace(url, nodes);
    for (TestWriter &writer : m_writers->all()) {
        const StampGrid grid = writer.store->stampGrid();
        m_nodes.push_back({writer, {writer.stamper.lastStamp(), grid.step, grid.offset}, {}});
    }
}

Group TestReconciledStore::nextGroup(RandomStream &stream, const Node &node)
{
    Group group = stream.nextGroup();
    for (PendingBatch &batch : group)
        batch.arrival += node.writer.ahead;
    return group;
}

/** The process starts anew: its stamps go on from the newest of all. */
void TestReconciledStore::reopen(Node &node)
{
    node.writer.reopen();
    for (const Node &each : m_nodes)
        node.stamps.last = std::max(node.stamps.last, each.stamps.last);
    QCOMPARE(node.writer.stamper.lastStamp(), node.stamps.last);
}

/** A transaction that is lost must leave nothing behind. */
void TestReconciledStore::loseTransaction(TestWriter &writer, const Group &group)
{
    ReceiptStamper stamper = writer.stamper;
    const StoreTransaction transaction(*writer.store);
    QVERIFY(transaction.begun());
    const auto lost = reconcileGroup(*writer.store, stamper, group);
    QVERIFY(lost);
    QVERIFY(writer.store->apply(lost->changes));
}

/** In the store as in the plain model. */
void TestReconciledStore::write(Node &node, const Group &group)
{
    std::vector<std::string> expected;
    for (const PendingBatch &batch : group) {
        for (const auto &element : batch.events)
            expected.push_back(m_plain.post(element, batch.arrival, node.stamps));
    }
    StoreTransaction transaction(*node.writer.store);
    QVERIFY(transaction.begun());
    const auto reconciled = reconcileGroup(*node.writer.store, node.writer.stamper, group);
    QVERIFY(reconciled);
    const auto missed = node.writer.store->apply(reconciled->changes);
    QVERIFY2(missed, qPrintable(missed ? QString() : missed.failure().message));
    QVERIFY(missed->empty());
    QVERIFY(transaction.commit());
    QVERIFY(reconciled->outcomes == expected);
    node.changed = idsOf(reconciled->changes);
}

/**
 * Looks up before another node commits, and writes after it: is told of just the events that both of them
 * changed, and leaves nothing behind.
 */
void TestReconciledStore::comeSecond(TestWriter &writer, const Group &group, Node &first,
                                     const Group &groupOfFirst)
{
    ReceiptStamper stamper = writer.stamper;
    const StoreTransaction transaction(*writer.store);
    QVERIFY(transaction.begun());
    const auto stale = reconcileGroup(*writer.store, stamper, group);
    QVERIFY(stale);
    write(first, groupOfFirst);
    const auto missed = writer.store->apply(stale->changes);
    QVERIFY2(missed, qPrintable(missed ? QString() : missed.failure().message));
    QCOMPARE(std::set<EventId>(missed->begin(), missed->end()), inBoth(idsOf(stale->changes), first.changed));
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
    QFETCH_GLOBAL(int, nodes);
    const DatabaseUrl url = m_engines.makeDatabase(engine);
    open(url, nodes);
    RandomStream stream(seed);
    for (int step = 0; step < 120; ++step) {
        Node &node = m_nodes[static_cast<std::size_t>(step) % m_nodes.size()];
        Node &other = m_nodes[static_cast<std::size_t>(step + 1) % m_nodes.size()];
        const Group group = nextGroup(stream, node);
        if (stream.number(0, 5) == 0)
            loseTransaction(node.writer, group);
        if (nodes > 1 && stream.number(0, 3) == 0)
            comeSecond(node.writer, group, other, nextGroup(stream, other));
        if (stream.number(0, 9) == 0)
            reopen(node);
        write(node, group);
        if (QTest::currentTestFailed())
            return;
    }
    for (const Node &node : m_nodes) {
        compareRows(*node.writer.reader, m_plain);
        comparePages(*node.writer.reader, m_plain);
        compareWindows(*node.writer.reader, m_plain, stream);
    }
    compareBuckets(url, m_plain);
}

LINEWATCH_TEST(TestReconciledStore)
#include "tst_reconciledstore.moc"
