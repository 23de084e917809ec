// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storespace.h"
#include "support/testprogram.h"

#include <QtTest>

using namespace linewatch;

class StoreSpaceTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNotKnownIsNotShort() { QVERIFY(!isShort({1'000, 1'000'000, {}})); }
    void lessThanAGibibyteIsShort()
    {
        QVERIFY(isShort({0, {}, gibibyte - 1}));
        QVERIFY(!isShort({0, {}, gibibyte}));
    }
    void lessThanAWeekIsShort()
    {
        QVERIFY(isShort({0, gibibyte, 7 * gibibyte - 1}));
        QVERIFY(!isShort({0, gibibyte, 7 * gibibyte}));
    }
    void whatShrinksHasTime() { QVERIFY(!isShort({0, -gibibyte, gibibyte})); }

private:
    static constexpr std::int64_t gibibyte = 1024LL * 1024 * 1024;
};

LINEWATCH_TEST(StoreSpaceTest)
#include "tst_storespace.moc"
