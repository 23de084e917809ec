// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/models/machinetile.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

LiveSnapshot at(Instant takenAt)
{
    LiveSnapshot snapshot;
    snapshot.takenAt = takenAt;
    return snapshot;
}

MachineTile tileOf(const MachineSnapshot &machine)
{
    return machineTile(machine, at(madeNow()), madeFormats());
}

} // namespace

class TestMachineTile : public QObject
{
    Q_OBJECT

private slots:
    void healthySaysSinceWhen();
    void ratesHaveOneDecimal();
    void aHealthyRateIsNeverRoundedToItsLimit();
    void anUnknownBeginningIsLeftOut();
    void warningSaysItsLimit();
    void silentSaysItsLastEvent();
    void noDataIsADash();
    void spokenTileIsASentence();
    void onlyWhatIsPaintedCountsAsChange();
    void aSilentMachineAgesByTheMinute();
};

void TestMachineTile::healthySaysSinceWhen()
{
    MachineSnapshot machine = madeMachine("Press 2", "M-101");
    machine.stateSince = madeNow() - 8h - 10min;
    machine.defectRate = {90, 2};
    const MachineTile tile = tileOf(machine);
    QCOMPARE(tile.state, QStringLiteral("Healthy"));
    QCOMPARE(tile.rate, QStringLiteral("0.9"));
    QCOMPARE(tile.unit, QStringLiteral("/h"));
    QCOMPARE(tile.detail, QStringLiteral("since 06:02"));
}

void TestMachineTile::ratesHaveOneDecimal()
{
    MachineSnapshot machine = madeMachine("A", "1", MachineState::Warning);
    machine.defectRate = {405, 2};
    QCOMPARE(tileOf(machine).rate, QStringLiteral("4.1"));
    machine.defectRate = {101, 2};
    QCOMPARE(tileOf(machine).rate, QStringLiteral("1.0"));
}

void TestMachineTile::aHealthyRateIsNeverRoundedToItsLimit()
{
    MachineSnapshot machine = madeMachine("A", "1");
    machine.defectRate = {196, 2};
    QCOMPARE(tileOf(machine).rate, QStringLiteral("1.96"));
    machine.defectRate = {194, 2};
    QCOMPARE(tileOf(machine).rate, QStringLiteral("1.9"));
}

void TestMachineTile::anUnknownBeginningIsLeftOut()
{
    QCOMPARE(tileOf(madeMachine("A", "1")).detail, QString());
    QCOMPARE(tileOf(madeMachine("A", "1", MachineState::Warning)).detail, QStringLiteral("limit 2.0"));
}

void TestMachineTile::warningSaysItsLimit()
{
    MachineSnapshot machine = madeMachine("Press 2", "M-103", MachineState::Warning);
    machine.stateSince = madeNow() - 31min;
    QCOMPARE(tileOf(machine).detail, QStringLiteral("since 13:41, limit 2.0"));
    machine.threshold = 0.5;
    QCOMPARE(tileOf(machine).detail, QStringLiteral("since 13:41, limit 0.5"));
}

void TestMachineTile::silentSaysItsLastEvent()
{
    MachineSnapshot machine = madeMachine("Press 2", "M-110", MachineState::Silent);
    machine.lastEventTime = madeNow() - 20min - 5s;
    QCOMPARE(tileOf(machine).detail, QStringLiteral("last event 13:52 (20 min)"));
}

void TestMachineTile::noDataIsADash()
{
    const MachineTile tile = tileOf(madeMachine("Mould 3", "M-404", MachineState::NoData));
    QCOMPARE(tile.rate, QString(dash));
    QCOMPARE(tile.unit, QString());
    QCOMPARE(tile.detail, QStringLiteral("nothing in this window"));
}

void TestMachineTile::spokenTileIsASentence()
{
    MachineSnapshot machine = madeMachine("Press 2", "M-103", MachineState::Warning);
    machine.defectRate = {300, 2};
    QCOMPARE(tileOf(machine).spoken(QStringLiteral("Press 2")),
             QStringLiteral("M-103, line Press 2: Warning, 3.0 defects an hour, limit 2.0"));
}

void TestMachineTile::onlyWhatIsPaintedCountsAsChange()
{
    const MachineSnapshot then = madeMachine("A", "1");
    MachineSnapshot now = then;
    now.lastEventTime = madeNow();
    now.shown.events = 5;
    QVERIFY(!looksDifferent(then, at(madeNow()), now, at(madeNow() + 1min)));
    now.defectRate = {100, 2};
    QVERIFY(looksDifferent(then, at(madeNow()), now, at(madeNow())));
    now = then;
    now.sparkline = {1.0F};
    QVERIFY(looksDifferent(then, at(madeNow()), now, at(madeNow())));
}

void TestMachineTile::aSilentMachineAgesByTheMinute()
{
    MachineSnapshot machine = madeMachine("A", "1", MachineState::Silent);
    machine.lastEventTime = madeNow() - 10min;
    QVERIFY(!looksDifferent(machine, at(madeNow()), machine, at(madeNow() + 59s)));
    QVERIFY(looksDifferent(machine, at(madeNow()), machine, at(madeNow() + 60s)));
}

LINEWATCH_WIDGET_TEST(TestMachineTile)
#include "tst_machinetile.moc"
