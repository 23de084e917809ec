// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/widgets/statebar.h"

#include <QTest>

#include <numeric>

using namespace linewatch;
using namespace linewatch::ui;

namespace {

StateCounts counts(int healthy, int warning, int silent, int noData)
{
    StateCounts result{};
    result[static_cast<std::size_t>(MachineState::Healthy)] = healthy;
    result[static_cast<std::size_t>(MachineState::Warning)] = warning;
    result[static_cast<std::size_t>(MachineState::Silent)] = silent;
    result[static_cast<std::size_t>(MachineState::NoData)] = noData;
    return result;
}

} // namespace

class TestStateBar : public QObject
{
    Q_OBJECT

private slots:
    void partsAreInProportion();
    void oneOfThousandsIsStillSeen();
    void partsFillTheBarExactly();
    void noMachinesFillNothing();
};

void TestStateBar::partsAreInProportion()
{
    const auto parts = stateBarParts(counts(50, 25, 25, 0), 200);
    QCOMPARE(parts[static_cast<std::size_t>(MachineState::Healthy)], 100.0);
    QCOMPARE(parts[static_cast<std::size_t>(MachineState::Warning)], 50.0);
    QCOMPARE(parts[static_cast<std::size_t>(MachineState::NoData)], 0.0);
}

void TestStateBar::oneOfThousandsIsStillSeen()
{
    const auto parts = stateBarParts(counts(9999, 1, 0, 0), 200);
    QCOMPARE(parts[static_cast<std::size_t>(MachineState::Warning)], 4.0);
}

void TestStateBar::partsFillTheBarExactly()
{
    for (const StateCounts &machines : {counts(34, 3, 2, 1), counts(1, 1, 1, 0), counts(997, 1, 1, 1)}) {
        const auto parts = stateBarParts(machines, 271);
        QCOMPARE(std::accumulate(parts.begin(), parts.end(), 0.0), 271.0);
    }
}

void TestStateBar::noMachinesFillNothing()
{
    const auto parts = stateBarParts({}, 200);
    QCOMPARE(std::accumulate(parts.begin(), parts.end(), 0.0), 0.0);
}

LINEWATCH_TEST(TestStateBar)
#include "tst_statebar.moc"
