// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/models/storesnapshot.h"

#include "ui/madeplant.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

/** As the store gives it: no state has a beginning. */
LiveSnapshot stored(const LiveSnapshot &board, SnapshotOrigin origin)
{
    LiveSnapshot snapshot = board;
    snapshot.origin = origin;
    snapshot.ingest = {};
    for (MachineSnapshot &machine : snapshot.machines)
        machine.stateSince.reset();
    return snapshot;
}

} // namespace

class TestStoreSnapshot : public QObject
{
    Q_OBJECT

private slots:
    void aStateThatGoesOnHasTheBeginningThatTheBoardKnows();
    void anotherStateHasNone();
    void aWindowThatIsOverHasNone();
    void takingInIsOfNow();
    void withoutABoardItStaysAsItIs();

private:
    const LiveSnapshotPtr m_board = shared(madeSnapshot());
};

void TestStoreSnapshot::aStateThatGoesOnHasTheBeginningThatTheBoardKnows()
{
    LiveSnapshot today = stored(*m_board, SnapshotOrigin::StoreSoFar);
    std::ranges::reverse(today.machines); // an order of its own
    const LiveSnapshotPtr complete = completedByBoard(today, m_board);
    QCOMPARE(complete->machines.size(), m_board->machines.size());
    std::size_t known = 0;
    for (std::size_t i = 0; i < complete->machines.size(); ++i) {
        const MachineSnapshot &onBoard = m_board->machines[complete->machines.size() - 1 - i];
        QCOMPARE(complete->machines[i].machineId, onBoard.machineId);
        QVERIFY(complete->machines[i].stateSince == onBoard.stateSince);
        known += onBoard.stateSince ? 1U : 0U;
    }
    QVERIFY(known > 0);
}

void TestStoreSnapshot::anotherStateHasNone()
{
    LiveSnapshot today = stored(*m_board, SnapshotOrigin::StoreSoFar);
    for (MachineSnapshot &machine : today.machines)
        machine.state = machine.state == MachineState::NoData ? MachineState::Silent : MachineState::NoData;
    const LiveSnapshotPtr complete = completedByBoard(today, m_board);
    for (const MachineSnapshot &machine : complete->machines)
        QVERIFY(!machine.stateSince);
}

void TestStoreSnapshot::aWindowThatIsOverHasNone()
{
    const LiveSnapshotPtr complete = completedByBoard(stored(*m_board, SnapshotOrigin::StorePast), m_board);
    for (const MachineSnapshot &machine : complete->machines)
        QVERIFY(!machine.stateSince);
}

void TestStoreSnapshot::takingInIsOfNow()
{
    for (const auto origin : {SnapshotOrigin::StoreSoFar, SnapshotOrigin::StorePast}) {
        const LiveSnapshotPtr complete = completedByBoard(stored(*m_board, origin), m_board);
        QVERIFY(m_board->ingest.eventsPerSecond > 0);
        QCOMPARE(complete->ingest.eventsPerSecond, m_board->ingest.eventsPerSecond);
    }
}

void TestStoreSnapshot::withoutABoardItStaysAsItIs()
{
    const LiveSnapshotPtr complete = completedByBoard(stored(*m_board, SnapshotOrigin::StoreSoFar), nullptr);
    QCOMPARE(complete->machines.size(), m_board->machines.size());
    QVERIFY(!complete->machines.front().stateSince);
}

LINEWATCH_TEST(TestStoreSnapshot)
#include "tst_storesnapshot.moc"
