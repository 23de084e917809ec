// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/charts/reduce.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace linewatch::ui;

namespace {

QList<QPointF> wave(int count)
{
    QList<QPointF> points;
    for (int i = 0; i < count; ++i)
        points.append({static_cast<double>(i), std::sin(i * 0.01)});
    return points;
}

} // namespace

class TestReduce : public QObject
{
    Q_OBJECT

private slots:
    void fewPointsStayAsTheyAre();
    void manyPointsBecomeAFewAColumn();
    void neverMoreThanASeriesMayHave();
    void aPeakIsNeverLost();
    void orderAndEndsAreKept();
    void pointsOnOneSpotDoNoHarm();
};

void TestReduce::fewPointsStayAsTheyAre()
{
    QCOMPARE(reduceToColumns(wave(480), 500), wave(480));
    QCOMPARE(reduceToColumns({}, 500), QList<QPointF>());
}

void TestReduce::manyPointsBecomeAFewAColumn()
{
    const QList<QPointF> reduced = reduceToColumns(wave(100'000), 100);
    QVERIFY(reduced.size() <= 400);
    QVERIFY(reduced.size() >= 200);
}

void TestReduce::neverMoreThanASeriesMayHave()
{
    QVERIFY(reduceToColumns(wave(1'000'000), 100'000).size() <= maxSeriesPoints);
}

void TestReduce::aPeakIsNeverLost()
{
    QList<QPointF> points = wave(100'000);
    points[12'345].setY(77);
    points[54'321].setY(-88);
    const QList<QPointF> reduced = reduceToColumns(points, 50);
    QVERIFY(reduced.contains(points[12'345]));
    QVERIFY(reduced.contains(points[54'321]));
}

void TestReduce::orderAndEndsAreKept()
{
    const QList<QPointF> points = wave(50'000);
    const QList<QPointF> reduced = reduceToColumns(points, 300);
    QVERIFY(std::ranges::is_sorted(reduced, {}, &QPointF::x));
    QCOMPARE(reduced.front(), points.front());
    QCOMPARE(reduced.back(), points.back());
}

void TestReduce::pointsOnOneSpotDoNoHarm()
{
    const QList<QPointF> points(5000, QPointF(3, 4));
    QCOMPARE(reduceToColumns(points, 100).front(), QPointF(3, 4));
}

LINEWATCH_TEST(TestReduce)
#include "tst_reduce.moc"
