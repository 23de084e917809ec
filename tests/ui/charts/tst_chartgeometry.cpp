// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/charts/chartgeometry.h"
#include "ui/charts/sparkline.h"

#include <QTest>

#include <cmath>

using namespace linewatch::ui;

namespace {

/** Ten columns on a plot of 100 x 50 pixels at (40, 10). */
PlotScale tenColumns()
{
    return {.plot = QRectF(40, 10, 100, 50), .xStart = -0.5, .xEnd = 9.5, .yTop = 20};
}

} // namespace

class TestChartGeometry : public QObject
{
    Q_OBJECT

private slots:
    void valuesMapToPixelsAndBack();
    void barsLieOnWholePixelsWithAGap();
    void barsOfNothingAreLeftOut();
    void crowdedBarsAreStillSeen();
    void sparklineFillsItsPlaceFromZero();
    void aFlatSparklineIsALineAtTheFoot();
    void oneValueMakesNoSparkline();
};

void TestChartGeometry::valuesMapToPixelsAndBack()
{
    const PlotScale scale = tenColumns();
    QCOMPARE(scale.xToPixel(-0.5), 40.0);
    QCOMPARE(scale.xToPixel(9.5), 140.0);
    QCOMPARE(scale.yToPixel(0), 60.0);
    QCOMPARE(scale.yToPixel(20), 10.0);
    QCOMPARE(scale.xFromPixel(scale.xToPixel(3.25)), 3.25);
}

void TestChartGeometry::barsLieOnWholePixelsWithAGap()
{
    const PlotScale scale = tenColumns();
    const QList<QPointF> outline = barOutline({{0, 5}, {1, 7}}, 1, scale);
    QCOMPARE(outline.size(), 8);
    for (const QPointF &corner : outline) {
        const double pixel = scale.xToPixel(corner.x());
        QVERIFY(std::abs(pixel - std::round(pixel)) < 1e-9);
    }
    QCOMPARE(outline[1].y(), 5.0);
    QCOMPARE(scale.xToPixel(outline[4].x()) - scale.xToPixel(outline[3].x()), 1.0);
}

void TestChartGeometry::barsOfNothingAreLeftOut()
{
    QCOMPARE(barOutline({{0, 0}, {1, 7}, {2, -1}}, 1, tenColumns()).size(), 4);
}

void TestChartGeometry::crowdedBarsAreStillSeen()
{
    PlotScale scale = tenColumns();
    scale.xEnd = 999.5;
    const QList<QPointF> outline = barOutline({{500, 5}}, 1, scale);
    QVERIFY(scale.xToPixel(outline[2].x()) - scale.xToPixel(outline[1].x()) >= 1 - 1e-9);
}

void TestChartGeometry::sparklineFillsItsPlaceFromZero()
{
    const std::vector<float> values{0, 10, 5};
    const QList<QPointF> points = sparklinePoints(values, QRectF(10, 20, 100, 23));
    QCOMPARE(points.size(), 3);
    QCOMPARE(points[0], QPointF(10, 43));
    QCOMPARE(points[1], QPointF(60, 23));
    QCOMPARE(points[2], QPointF(110, 33));
}

void TestChartGeometry::aFlatSparklineIsALineAtTheFoot()
{
    const std::vector<float> values(5, 0.0F);
    for (const QPointF &point : sparklinePoints(values, QRectF(0, 0, 100, 20)))
        QCOMPARE(point.y(), 20.0);
}

void TestChartGeometry::oneValueMakesNoSparkline()
{
    const std::vector<float> values{3};
    QVERIFY(sparklinePoints(values, QRectF(0, 0, 100, 20)).isEmpty());
}

LINEWATCH_TEST(TestChartGeometry)
#include "tst_chartgeometry.moc"
