// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/charts/niceaxis.h"

#include <QTest>

using namespace linewatch::ui;

class TestNiceAxis : public QObject
{
    Q_OBJECT

private slots:
    void beginsWithZeroAndCoversTheLargest_data();
    void beginsWithZeroAndCoversTheLargest();
    void countsHaveNoFractions();
    void nothingStillHasAnAxis();
    void aLargestOnATickNeedsNoMore();
    void smallNumbersShowTheirDecimals();
};

void TestNiceAxis::beginsWithZeroAndCoversTheLargest_data()
{
    QTest::addColumn<double>("largest");
    for (const double largest :
         {1e-7, 0.003, 0.3, 0.99, 1.0, 7.0, 12.5, 99.0, 628.0, 1540.0, 63'428.0, 4.2e12})
        QTest::addRow("%g", largest) << largest;
}

void TestNiceAxis::beginsWithZeroAndCoversTheLargest()
{
    QFETCH(double, largest);
    const NiceAxis axis = niceAxis(largest, 5);
    const std::vector<Tick> ticks = axis.ticks(QLocale::c());
    QCOMPARE(ticks.front().at, 0.0);
    QVERIFY(axis.max >= largest * (1 - 1e-9));
    QVERIFY(axis.max < largest * 2.01);
    QVERIFY(ticks.size() <= 6);
    QVERIFY(qFuzzyCompare(ticks.back().at, axis.max));
}

void TestNiceAxis::countsHaveNoFractions()
{
    const NiceAxis axis = niceAxis(2, 6, 1);
    QCOMPARE(axis.step, 1.0);
    QCOMPARE(axis.ticks(QLocale::c()).size(), 3U);
}

void TestNiceAxis::nothingStillHasAnAxis()
{
    QCOMPARE(niceAxis(0, 4).max, 1.0);
    QCOMPARE(niceAxis(-3, 4).max, 1.0);
    QCOMPARE(niceAxis(std::numeric_limits<double>::quiet_NaN(), 4).max, 1.0);
}

void TestNiceAxis::aLargestOnATickNeedsNoMore()
{
    QCOMPARE(niceAxis(0.3, 3).max, 0.3);
    QCOMPARE(niceAxis(400, 4).max, 400.0);
}

void TestNiceAxis::smallNumbersShowTheirDecimals()
{
    const std::vector<Tick> ticks = niceAxis(0.8, 4).ticks(QLocale(QLocale::German));
    QCOMPARE(ticks[1].text, QStringLiteral("0,2"));
    QCOMPARE(niceAxis(1600, 4).ticks(QLocale(QLocale::English)).back().text, QStringLiteral("1,600"));
}

LINEWATCH_TEST(TestNiceAxis)
#include "tst_niceaxis.moc"
