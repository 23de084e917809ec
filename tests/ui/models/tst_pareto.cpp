// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/models/pareto.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;

namespace {

LiveSnapshot withDefects(const std::vector<std::int64_t> &defects)
{
    LiveSnapshot snapshot;
    for (std::size_t i = 0; i < defects.size(); ++i)
        snapshot.topLines.push_back(
            {.lineId = LineId("L" + std::to_string(i)), .defects = defects[i], .events = 1});
    return snapshot;
}

} // namespace

class TestPareto : public QObject
{
    Q_OBJECT

private slots:
    void restBecomesOther();
    void aLoneRestKeepsItsName();
    void sharesAddUpToOne();
    void noDefectsIsNoBar();
    void linesInWarningAreMarked();
};

void TestPareto::restBecomesOther()
{
    const Pareto pareto = paretoOf(withDefects({50, 20, 10, 10, 5, 5}), 3);
    QCOMPARE(pareto.bars.size(), 4U);
    QCOMPARE(pareto.defects, 100);
    QCOMPARE(pareto.bars[3].label, QStringLiteral("Other (3)"));
    QCOMPARE(pareto.bars[3].defects, 20);
    QVERIFY(pareto.bars[3].isOther);
    QVERIFY(!pareto.bars[2].isOther);
}

void TestPareto::aLoneRestKeepsItsName()
{
    const Pareto pareto = paretoOf(withDefects({4, 3, 2, 1}), 3);
    QCOMPARE(pareto.bars.size(), 4U);
    QCOMPARE(pareto.bars[3].label, QStringLiteral("L3"));
}

void TestPareto::sharesAddUpToOne()
{
    const Pareto pareto = paretoOf(withDefects({60, 25, 15}));
    QCOMPARE(pareto.bars[0].share, 0.60);
    QCOMPARE(pareto.bars[1].cumulative, 0.85);
    QCOMPARE(pareto.bars[2].cumulative, 1.0);
}

void TestPareto::noDefectsIsNoBar()
{
    const Pareto pareto = paretoOf(withDefects({}));
    QVERIFY(pareto.bars.empty());
    QCOMPARE(pareto.defects, 0);
}

void TestPareto::linesInWarningAreMarked()
{
    LiveSnapshot snapshot = withDefects({2, 1});
    snapshot.machines.push_back(madeMachine("L1", "M-1", MachineState::Warning));
    snapshot.machines.push_back(madeMachine("L0", "M-2", MachineState::Silent));
    const Pareto pareto = paretoOf(snapshot);
    QVERIFY(!pareto.bars[0].warning);
    QVERIFY(pareto.bars[1].warning);
}

LINEWATCH_TEST(TestPareto)
#include "tst_pareto.moc"
