// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cyclekpi.h"

#include "model/dice.h"
#include "model/samples.h"
#include "support/testprogram.h"

#include <cmath>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

/** By another arithmetic: at most half of the last place away, and half is rounded up. */
bool isHalfUp(Decimal figure, long double exact)
{
    const long double off = static_cast<long double>(figure.scaled) - exact * std::pow(10.0L, figure.places);
    constexpr long double tolerance = 1e-9L;
    return off > -0.5L - tolerance && off < 0.5L + tolerance;
}

} // namespace

class CycleKpiTest : public QObject
{
    Q_OBJECT

private slots:
    void aCycleIsWrittenAsItIsRead()
    {
        QCOMPARE(kpi::meanCycle(0, 3), (Decimal{0, 2}));
        QCOMPARE(kpi::meanCycle(30'000, 1), (Decimal{300, 1}));
        QCOMPARE(kpi::meanCycle(1'005, 1), (Decimal{101, 2})); // half up
        QCOMPARE(kpi::meanCycle(9'994, 1), (Decimal{999, 2}));
        QCOMPARE(kpi::meanCycle(9'995, 1), (Decimal{1'000, 2}));
        QCOMPARE(kpi::meanCycle(10'000, 1), (Decimal{100, 1}));
        QCOMPARE(kpi::meanCycle(10'050, 1), (Decimal{101, 1}));
    }

    void aPaceIsWrittenAsItIsRead()
    {
        QCOMPARE(kpi::eventsPerMinute(0, 1h), (Decimal{0, 0}));
        QCOMPARE(kpi::eventsPerMinute(6'000, 1h), (Decimal{100, 0}));
        QCOMPARE(kpi::eventsPerMinute(630, 1h), (Decimal{11, 0})); // 10.5
        QCOMPARE(kpi::eventsPerMinute(599, 1h), (Decimal{100, 1}));
        QCOMPARE(kpi::eventsPerMinute(3, 1h), (Decimal{1, 1})); // 0.05
        QCOMPARE(kpi::eventsPerMinute(1, 1us), (Decimal{60'000'000, 0}));
    }

    void theyAreExactForAnyNumbers()
    {
        Dice dice(8);
        for (int i = 0; i < 2'000; ++i) {
            const std::int64_t events = dice.between(1, dice.chance(50) ? 50 : 2'000'000'000);
            const std::int64_t runTime = dice.between(0, 21'600'000) * events;
            const auto mean = static_cast<long double>(runTime) / 1000.0L / static_cast<long double>(events);
            QVERIFY(isHalfUp(kpi::meanCycle(runTime, events), mean));
            const std::chrono::microseconds length{std::int64_t{dice.between(1, 1'000'000'000)} * 7'919};
            const auto pace =
                static_cast<long double>(events) * 60'000'000.0L / static_cast<long double>(length.count());
            QVERIFY(isHalfUp(kpi::eventsPerMinute(events, length), pace));
        }
    }
};

LINEWATCH_TEST(CycleKpiTest)
#include "tst_cyclekpi.moc"
