// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/growthrate.h"
#include "support/testprogram.h"

#include <QtTest>

using namespace linewatch;
using namespace std::chrono_literals;

class GrowthRateTest : public QObject
{
    Q_OBJECT

private slots:
    void littleSaysNothing()
    {
        GrowthRate rate;
        QVERIFY(!rate.perDay());
        rate.note(start, 1000);
        rate.note(start + 59min, 2000);
        QVERIFY(!rate.perDay());
        rate.note(start + 60min, 2000);
        QCOMPARE(rate.perDay(), std::optional<std::int64_t>(24'000));
    }

    void whatWasMoreThanADayAgoIsForgotten()
    {
        GrowthRate rate;
        rate.note(start, 0);
        rate.note(start + 12h, 1'000'000);
        rate.note(start + 36h, 1'500'000);
        QCOMPARE(rate.perDay(), std::optional<std::int64_t>(500'000));
    }

    void shrinkingIsBelowZero()
    {
        GrowthRate rate;
        rate.note(start, 3000);
        rate.note(start + 2h, 2000);
        QCOMPARE(rate.perDay(), std::optional<std::int64_t>(-12'000));
    }

private:
    const GrowthRate::Time start{};
};

LINEWATCH_TEST(GrowthRateTest)
#include "tst_growthrate.moc"
