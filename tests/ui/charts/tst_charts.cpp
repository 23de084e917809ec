// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartcanvas.h"
#include "ui/charts/paretochart.h"
#include "ui/charts/trendchart.h"
#include "ui/fakescheme.h"
#include "ui/madeplant.h"
#include "ui/theme/themecontroller.h"

#include <QLabel>
#include <QLineSeries>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;

namespace {

/** As many points as all lines of a chart have together. */
qsizetype pointsIn(const QWidget &chart)
{
    qsizetype points = 0;
    const auto *canvas = chart.findChild<ChartCanvas *>();
    for (const QAbstractSeries *series : canvas->chart()->series()) {
        if (const auto *line = qobject_cast<const QLineSeries *>(series))
            points += line->count();
    }
    return points;
}

void show(QWidget &chart)
{
    chart.resize(500, 260);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT

private slots:
    void linesBreakAtGaps();
    void aLoneSampleIsADash();
    void gapsThatCloseLeaveOneLine();
    void arrowKeysSayTheValues();
    void mouseSaysTheValues();
    void paretoWithoutDefectsSaysSo();
    void paretoExplainsItsColourOnlyWhenItUsesIt();
    void chartsFollowTheTheme();

private:
    FakeScheme m_desktop;
    ThemeController m_themes{m_desktop};
};

void TestCharts::linesBreakAtGaps()
{
    std::vector<TrendSample> samples(5);
    for (const std::size_t known : {0U, 1U, 3U, 4U})
        samples[known].events = 10.0 * static_cast<double>(known);
    const std::vector<QList<QPointF>> lines = eventLines(samples);
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0], QList<QPointF>({{0, 0}, {1, 10}}));
    QCOMPARE(lines[1], QList<QPointF>({{3, 30}, {4, 40}}));
}

void TestCharts::aLoneSampleIsADash()
{
    std::vector<TrendSample> samples(3);
    samples[1].events = 7;
    const std::vector<QList<QPointF>> lines = eventLines(samples);
    QCOMPARE(lines.size(), 1U);
    QCOMPARE(lines[0].size(), 2);
    QCOMPARE(lines[0][0].y(), 7.0);
    QVERIFY(lines[0][0].x() < 1 && lines[0][1].x() > 1);
}

void TestCharts::gapsThatCloseLeaveOneLine()
{
    TrendChart chart(m_themes, madeFormats());
    show(chart);
    LiveSnapshot snapshot = madeSnapshot();
    snapshot.trend[20].totals.reset();
    snapshot.trend[40].totals.reset();
    const auto known = static_cast<qsizetype>(snapshot.trend.size()) - 1; // the running step is too young
    chart.setTrend(trendOf(snapshot));
    QCOMPARE(pointsIn(chart), known - 2);
    chart.setTrend(trendOf(madeSnapshot()));
    QCOMPARE(pointsIn(chart), known);
}

void TestCharts::arrowKeysSayTheValues()
{
    ParetoChart chart(m_themes, madeFormats());
    chart.setPareto(paretoOf(madeSnapshot()));
    show(chart);
    auto *canvas = chart.findChild<ChartCanvas *>();
    QTest::keyClick(canvas, Qt::Key_Right);
    QCOMPARE(canvas->columnLookedAt(), 0);
    QVERIFY(canvas->accessibleDescription().startsWith(QStringLiteral("Press 2\n214 defects")));
    QTest::keyClick(canvas, Qt::Key_Right);
    QVERIFY(canvas->accessibleDescription().startsWith(QStringLiteral("Weld 1")));
    QTest::keyClick(canvas, Qt::Key_Left);
    QTest::keyClick(canvas, Qt::Key_Left);
    QCOMPARE(canvas->columnLookedAt(), 0);
}

void TestCharts::mouseSaysTheValues()
{
    TrendChart chart(m_themes, madeFormats());
    chart.setTrend(trendOf(madeSnapshot()));
    show(chart);
    auto *canvas = chart.findChild<ChartCanvas *>();
    const PlotScale scale = canvas->scale(ChartCanvas::Side::Left);
    QTest::mouseMove(canvas->viewport(), QPointF(scale.xToPixel(3), scale.plot.center().y()).toPoint());
    QTRY_COMPARE(canvas->columnLookedAt(), 3);
    QVERIFY(canvas->accessibleDescription().startsWith(QStringLiteral("13:15 – 13:16\n")));
}

void TestCharts::paretoWithoutDefectsSaysSo()
{
    ParetoChart chart(m_themes, madeFormats());
    chart.setPareto(paretoOf(madeSnapshot({.defectsPerMinute = 0})));
    show(chart);
    QVERIFY(!chart.findChild<ChartCanvas *>()->chart()->isVisible());
    QVERIFY(!chart.findChild<QLabel *>()->isVisible());
    chart.setPareto(paretoOf(madeSnapshot()));
    QVERIFY(chart.findChild<ChartCanvas *>()->chart()->isVisible());
}

void TestCharts::paretoExplainsItsColourOnlyWhenItUsesIt()
{
    ParetoChart chart(m_themes, madeFormats());
    chart.setPareto(paretoOf(madeSnapshot()));
    QVERIFY(chart.findChild<QLabel *>()->text().contains(QStringLiteral("Warning")));
    chart.setPareto(paretoOf(madeSnapshot({.state = [](int, int) { return MachineState::Healthy; }})));
    QVERIFY(!chart.findChild<QLabel *>()->text().contains(QStringLiteral("Warning")));
}

void TestCharts::chartsFollowTheTheme()
{
    TrendChart chart(m_themes, madeFormats());
    chart.setTrend(trendOf(madeSnapshot()));
    show(chart);
    const QList<QAbstractSeries *> series = chart.findChild<ChartCanvas *>()->chart()->series();
    const auto *line = qobject_cast<const QLineSeries *>(series.back());
    QVERIFY(line);
    QCOMPARE(line->color(), lightTheme().accent);
    m_desktop.setDark(true);
    QCOMPARE(line->color(), darkTheme().accent);
    m_desktop.setDark(false);
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
