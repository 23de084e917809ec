// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/models/machinegridmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

MachineSnapshot with(const char *line, const char *name, MachineState state, std::int64_t rate)
{
    MachineSnapshot machine = madeMachine(line, name, state);
    machine.defectRate = {rate, 2};
    return machine;
}

/** Line A is healthy, B has a warning, C two and a silent one. */
std::vector<MachineSnapshot> threeLines()
{
    return {with("A", "a1", MachineState::Healthy, 190), with("A", "a2", MachineState::NoData, 0),
            with("B", "b1", MachineState::Healthy, 10),  with("B", "b2", MachineState::Warning, 900),
            with("C", "c1", MachineState::Warning, 300), with("C", "c2", MachineState::Silent, 20),
            with("C", "c3", MachineState::Warning, 400)};
}

LiveSnapshotPtr plant(std::vector<MachineSnapshot> machines, std::chrono::seconds later = 0s)
{
    LiveSnapshot snapshot;
    snapshot.takenAt = madeNow() + later;
    snapshot.machines = std::move(machines);
    return shared(std::move(snapshot));
}

QString names(const MachineGridModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list << model.index(row).data().toString();
    return list.join(QLatin1Char(' '));
}

} // namespace

class TestGridChoice : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_model = std::make_unique<MachineGridModel>(madeFormats());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->update(plant(threeLines()));
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void theWorstComeFirst()
    {
        m_model->setOrder(MachineOrder::WorstFirst);
        QCOMPARE(names(*m_model), QStringLiteral("c3 c1 c2 b2 b1 a2 a1"));
        m_model->setOrder(MachineOrder::ByName);
        QCOMPARE(names(*m_model), QStringLiteral("a1 a2 b1 b2 c1 c2 c3"));
    }

    void theHighestRatesComeFirst()
    {
        m_model->setOrder(MachineOrder::ByRate);
        QCOMPARE(names(*m_model), QStringLiteral("b2 b1 c3 c1 c2 a1 a2"));
        QCOMPARE(m_model->lines().front().line.toString(), QStringLiteral("B"));
    }

    void anOrderIsMadeAnewOnlyAfterAWhile()
    {
        m_model->setOrder(MachineOrder::WorstFirst);
        std::vector<MachineSnapshot> machines = threeLines();
        for (const std::size_t recovered : {4U, 6U})
            machines[recovered].state = MachineState::Healthy;
        machines[0].state = MachineState::Warning;
        m_model->update(plant(machines, 5s));
        QCOMPARE(names(*m_model), QStringLiteral("c3 c1 c2 b2 b1 a2 a1"));
        const QPersistentModelIndex focused = m_model->index(6);
        m_model->update(plant(machines, 40s));
        QCOMPARE(names(*m_model), QStringLiteral("a1 a2 b2 b1 c2 c3 c1")); // A: one, and one without data
        QCOMPARE(focused.row(), 0);
        QCOMPARE(focused.data().toString(), QStringLiteral("a1"));
    }

    void machinesThatComeStandAtTheEndUntilThen()
    {
        m_model->setOrder(MachineOrder::WorstFirst);
        std::vector<MachineSnapshot> machines = threeLines();
        machines.insert(machines.begin() + 2, with("A", "a3", MachineState::Warning, 9'999));
        m_model->update(plant(machines, 5s));
        QCOMPARE(names(*m_model), QStringLiteral("c3 c1 c2 b2 b1 a2 a1 a3"));
    }

    void onlyAStateIsShown()
    {
        m_model->setFilter({.state = MachineState::Warning});
        QCOMPARE(names(*m_model), QStringLiteral("b2 c1 c3"));
        QCOMPARE(m_model->lines().size(), 2U);
        std::vector<MachineSnapshot> machines = threeLines();
        machines[3].state = MachineState::Healthy;
        machines[0].state = MachineState::Warning;
        m_model->update(plant(machines, 1s));
        QCOMPARE(names(*m_model), QStringLiteral("a1 c1 c3"));
    }

    void namesAndLinesAreFoundWhateverTheirCase()
    {
        m_model->setFilter({.text = QStringLiteral("B")});
        QCOMPARE(names(*m_model), QStringLiteral("b1 b2"));
        m_model->setFilter({.text = QStringLiteral("C2")});
        QCOMPARE(names(*m_model), QStringLiteral("c2"));
        m_model->setFilter({.state = MachineState::Healthy, .text = QStringLiteral("c2")});
        QCOMPARE(m_model->rowCount(), 0);
        m_model->setFilter({});
        QCOMPARE(m_model->rowCount(), 7);
    }

    void filterAndOrderGoTogether()
    {
        m_model->setOrder(MachineOrder::ByRate);
        m_model->setFilter({.state = MachineState::Warning});
        QCOMPARE(names(*m_model), QStringLiteral("b2 c3 c1"));
    }

    void nothingMovesThatNobodyMoved()
    {
        m_model->setOrder(MachineOrder::WorstFirst);
        const QSignalSpy moves(m_model.get(), &QAbstractItemModel::layoutChanged);
        const QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        for (int second = 1; second < 100; ++second)
            m_model->update(plant(threeLines(), std::chrono::seconds{second}));
        QCOMPARE(moves.count(), 0);
        QCOMPARE(resets.count(), 0);
    }

private:
    std::unique_ptr<MachineGridModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

LINEWATCH_WIDGET_TEST(TestGridChoice)
#include "tst_gridchoice.moc"
