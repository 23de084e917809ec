// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/models/machinegridmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;

namespace {

LiveSnapshotPtr of(std::vector<MachineSnapshot> machines)
{
    LiveSnapshot snapshot;
    snapshot.takenAt = madeNow();
    snapshot.machines = std::move(machines);
    return shared(std::move(snapshot));
}

QStringList names(const MachineGridModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row).data().toString();
    return texts;
}

} // namespace

class TestMachineGridModel : public QObject
{
    Q_OBJECT

private slots:
    void holdsTheMachinesOfTheSnapshot();
    void onlyChangedRowsAreAnnounced();
    void neighboursAreAnnouncedTogether();
    void machinesThatComeAreInserted();
    void machinesThatGoAreRemoved();
    void aMachineThatMovesLineChangesItsPlace();
    void whatIsKnownKeepsItsPlaceWhileOthersComeAndGo();
    void groupsCountTheirMachines();
    void groupsAreAnnouncedOnlyWhenTheyChange();
    void anUnorderedSnapshotIsStillShown();
    void tellsTheWholeTileToScreenReaders();
};

void TestMachineGridModel::holdsTheMachinesOfTheSnapshot()
{
    MachineGridModel model(madeFormats());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.update(of({madeMachine("A", "1"), madeMachine("A", "2"), madeMachine("B", "1")}));
    QCOMPARE(names(model), QStringList({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("1")}));
}

void TestMachineGridModel::onlyChangedRowsAreAnnounced()
{
    MachineGridModel model(madeFormats());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update(of({madeMachine("A", "1"), madeMachine("A", "2"), madeMachine("A", "3")}));
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.update(of({madeMachine("A", "1"), madeMachine("A", "2"), madeMachine("A", "3")}));
    QCOMPARE(changes.count(), 0);
    model.update(
        of({madeMachine("A", "1"), madeMachine("A", "2", MachineState::Warning), madeMachine("A", "3")}));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes[0][0].toModelIndex().row(), 1);
    QCOMPARE(changes[0][1].toModelIndex().row(), 1);
    QCOMPARE(model.tile(1).state, QStringLiteral("Warning"));
}

void TestMachineGridModel::neighboursAreAnnouncedTogether()
{
    MachineGridModel model(madeFormats());
    const auto plant = [](MachineState state) {
        return of({madeMachine("A", "1", state), madeMachine("A", "2", state), madeMachine("A", "3"),
                   madeMachine("A", "4", state)});
    };
    model.update(plant(MachineState::Healthy));
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.update(plant(MachineState::Silent));
    QCOMPARE(changes.count(), 2);
    QCOMPARE(changes[0][1].toModelIndex().row(), 1);
    QCOMPARE(changes[1][0].toModelIndex().row(), 3);
}

void TestMachineGridModel::machinesThatComeAreInserted()
{
    MachineGridModel model(madeFormats());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update(of({madeMachine("B", "5")}));
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.update(
        of({madeMachine("A", "1"), madeMachine("A", "2"), madeMachine("B", "5"), madeMachine("C", "9")}));
    QCOMPARE(names(model).join(QLatin1Char(' ')), QStringLiteral("1 2 5 9"));
    QCOMPARE(resets.count(), 0);
}

void TestMachineGridModel::machinesThatGoAreRemoved()
{
    MachineGridModel model(madeFormats());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update(
        of({madeMachine("A", "1"), madeMachine("A", "2"), madeMachine("B", "5"), madeMachine("C", "9")}));
    model.update(of({madeMachine("A", "2")}));
    QCOMPARE(names(model), QStringList(QStringLiteral("2")));
    model.update(of({}));
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.lines().empty());
}

void TestMachineGridModel::aMachineThatMovesLineChangesItsPlace()
{
    MachineGridModel model(madeFormats());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update(of({madeMachine("A", "1"), madeMachine("B", "2")}));
    model.update(of({madeMachine("B", "1"), madeMachine("B", "2")}));
    QCOMPARE(model.lines().size(), 1U);
    QCOMPARE(model.machine(0).line, LineId(std::string("B")));
}

void TestMachineGridModel::whatIsKnownKeepsItsPlaceWhileOthersComeAndGo()
{
    MachineGridModel model(madeFormats());
    model.update(of({madeMachine("A", "1"), madeMachine("B", "5"), madeMachine("C", "7")}));
    const QPersistentModelIndex five = model.index(1);
    model.update(of({madeMachine("A", "0"), madeMachine("A", "1"), madeMachine("B", "5")}));
    QCOMPARE(five.row(), 2);
    QCOMPARE(five.data().toString(), QStringLiteral("5"));
}

void TestMachineGridModel::groupsCountTheirMachines()
{
    MachineGridModel model(madeFormats());
    model.update(shared(madeSnapshot()));
    QCOMPARE(model.lines().size(), 4U);
    const LineGroup press = model.lines()[2];
    QCOMPARE(press.line.toString(), QStringLiteral("Press 2"));
    QCOMPARE(press.firstRow, 20);
    QCOMPARE(press.machines, 10);
    QCOMPARE(press.warnings, 1);
    QCOMPARE(press.silent, 1);
}

void TestMachineGridModel::groupsAreAnnouncedOnlyWhenTheyChange()
{
    MachineGridModel model(madeFormats());
    model.update(of({madeMachine("A", "1")}));
    const QSignalSpy changes(&model, &MachineGridModel::linesChanged);
    MachineSnapshot busier = madeMachine("A", "1");
    busier.sparkline = {1, 2, 3};
    model.update(of({busier}));
    QCOMPARE(changes.count(), 0);
    model.update(of({madeMachine("A", "1", MachineState::Silent)}));
    QCOMPARE(changes.count(), 1);
}

void TestMachineGridModel::anUnorderedSnapshotIsStillShown()
{
    MachineGridModel model(madeFormats());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update(of({madeMachine("A", "1"), madeMachine("B", "2")}));
    model.update(of({madeMachine("B", "2"), madeMachine("A", "1"), madeMachine("A", "3")}));
    QCOMPARE(names(model).join(QLatin1Char(' ')), QStringLiteral("2 1 3"));
}

void TestMachineGridModel::tellsTheWholeTileToScreenReaders()
{
    MachineGridModel model(madeFormats());
    model.update(of({madeMachine("Press 2", "M-101", MachineState::NoData)}));
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("M-101, line Press 2: No data, \u2013, nothing in this window"));
}

LINEWATCH_WIDGET_TEST(TestMachineGridModel)
#include "tst_machinegridmodel.moc"
