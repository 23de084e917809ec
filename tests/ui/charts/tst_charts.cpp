// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/charts/chartcanvas.h"
#include "ui/charts/paretochart.h"
#include "ui/charts/trendchart.h"
#include "ui/fakescheme.h"
#include "ui/madeplant.h"
#include "ui/theme/themecontroller.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineSeries>
#include <QMenu>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

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
    void everyChangeIsPaintedWithoutBeingAskedFor();
    void aDragZoomsIn();
    void theKeyboardZoomsIn();
    void aZoomIsLeftBehindByItsWindow();
    void valuesAreCopiedAsATable();
    void thePictureIsCopied();

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

void TestCharts::everyChangeIsPaintedWithoutBeingAskedFor()
{
    QWidget window; // both have to be painted by themselves, so neither is one
    auto *trend = new TrendChart(m_themes, madeFormats(), &window);
    auto *pareto = new ParetoChart(m_themes, madeFormats(), &window);
    auto *layout = new QVBoxLayout(&window);
    layout->addWidget(trend);
    layout->addWidget(pareto);
    show(window);
    QImage before;
    const auto isOnScreen = [&] {
        return QTest::qWaitFor([&] {
            const QImage onScreen = window.screen()->grabWindow(window.winId()).toImage();
            if (onScreen == before || onScreen != window.grab().toImage().convertToFormat(onScreen.format()))
                return false;
            before = onScreen;
            return true;
        });
    };
    trend->setTrend(trendOf(madeSnapshot()));
    QVERIFY(isOnScreen());
    pareto->setPareto(paretoOf(madeSnapshot()));
    QVERIFY(isOnScreen());
    LiveSnapshot other = madeSnapshot();
    other.trend[20].totals.reset();
    trend->setTrend(trendOf(other)); // in the same frame
    QVERIFY(isOnScreen());
    emit trend->findChild<ChartCanvas *>()->zoomWanted(3, 12);
    QVERIFY(isOnScreen());
    window.resize(620, 700);
    QVERIFY(isOnScreen());
    m_desktop.setDark(true);
    QVERIFY(isOnScreen());
    m_desktop.setDark(false);
    QVERIFY(isOnScreen());
    trend->setTrend({});
    QVERIFY(isOnScreen());
    pareto->setPareto({});
    QVERIFY(isOnScreen());
}

void TestCharts::aDragZoomsIn()
{
    TrendChart chart(m_themes, madeFormats());
    show(chart);
    chart.setTrend(trendOf(madeSnapshot()));
    auto *canvas = chart.findChild<ChartCanvas *>();
    const auto whole = chart.shown().samples.size();
    const auto at = [canvas](double column) {
        const PlotScale scale = canvas->scale(ChartCanvas::Side::Left);
        return QPointF(scale.xToPixel(column), scale.plot.center().y()).toPoint();
    };
    const TimeWindow tenth = chart.shown().samples[10].span;
    QTest::mousePress(canvas->viewport(), Qt::LeftButton, {}, at(10));
    QTest::mouseMove(canvas->viewport(), at(19));
    QTest::mouseRelease(canvas->viewport(), Qt::LeftButton, {}, at(19));
    QCOMPARE(chart.shown().samples.size(), 10U);
    QCOMPARE(chart.shown().samples.front().span, tenth);
    QTest::mouseDClick(canvas->viewport(), Qt::LeftButton, {}, at(3));
    QCOMPARE(chart.shown().samples.size(), whole);
    QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, at(5)); // a click is no drag
    QCOMPARE(chart.shown().samples.size(), whole);
}

void TestCharts::theKeyboardZoomsIn()
{
    TrendChart chart(m_themes, madeFormats());
    show(chart);
    chart.setTrend(trendOf(madeSnapshot()));
    auto *canvas = chart.findChild<ChartCanvas *>();
    const auto whole = chart.shown().samples.size();
    QTest::keyClick(canvas, Qt::Key_Right);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(canvas, Qt::Key_Right, Qt::ShiftModifier);
    QSignalSpy zooms(&chart, &TrendChart::zoomChanged);
    QTest::keyClick(canvas, Qt::Key_Return);
    QCOMPARE(chart.shown().samples.size(), 5U);
    QCOMPARE(zooms.count(), 1);
    QVERIFY(zooms.takeFirst().first().toBool());
    QTest::keyClick(canvas, Qt::Key_Escape);
    QCOMPARE(chart.shown().samples.size(), whole);
}

void TestCharts::aZoomIsLeftBehindByItsWindow()
{
    TrendChart chart(m_themes, madeFormats());
    show(chart);
    Trend trend = trendOf(madeSnapshot());
    chart.setTrend(trend);
    auto *canvas = chart.findChild<ChartCanvas *>();
    emit canvas->zoomWanted(2, 5);
    QCOMPARE(chart.shown().samples.size(), 4U);
    trend.samples.erase(trend.samples.begin(), trend.samples.begin() + 4);
    chart.setTrend(trend);
    QCOMPARE(chart.shown().samples.size(), 2U);
    trend.samples.erase(trend.samples.begin(), trend.samples.begin() + 1);
    chart.setTrend(trend);
    QCOMPARE(chart.shown().samples.size(), trend.samples.size());
}

void TestCharts::valuesAreCopiedAsATable()
{
    LiveSnapshot snapshot = madeSnapshot();
    snapshot.trend[1].totals.reset();
    snapshot.trend[0].totals = Totals{.events = 1500, .runTimeMs = 0, .defects = 3, .unknownEvents = 0};
    TrendChart trend(m_themes, madeFormats());
    show(trend);
    trend.setTrend(trendOf(snapshot));
    QTest::keyClick(trend.findChild<ChartCanvas *>(), Qt::Key_C, Qt::ControlModifier);
    const QStringList rows = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(rows[0], QStringLiteral("From (CET)\tTo (CET)\tEvents a minute\tKnown defects a minute"));
    QCOMPARE(rows[1], QStringLiteral("2026-01-15 13:12:00\t2026-01-15 13:13:00\t1500.00\t3.00"));
    QCOMPARE(rows[2], QStringLiteral("2026-01-15 13:13:00\t2026-01-15 13:14:00\t\t")); // a gap, not zero
    QCOMPARE(rows.size(), static_cast<qsizetype>(snapshot.trend.size()) + 2);

    ParetoChart pareto(m_themes, madeFormats());
    show(pareto);
    pareto.setPareto(paretoOf(snapshot));
    QTest::keyClick(pareto.findChild<ChartCanvas *>(), Qt::Key_C, Qt::ControlModifier);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.startsWith(
        QStringLiteral("Line\tKnown defects\tShare (%)\tCumulative share (%)\nPress 2\t214\t")));
    QVERIFY(text.endsWith(QStringLiteral("\t100.00\n")));
}

void TestCharts::thePictureIsCopied()
{
    ParetoChart pareto(m_themes, madeFormats());
    show(pareto);
    pareto.setPareto(paretoOf(madeSnapshot()));
    auto *canvas = pareto.findChild<ChartCanvas *>();
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, {10, 10}, canvas->mapToGlobal(QPoint(10, 10)));
    QCoreApplication::sendEvent(canvas->viewport(), &asked);
    auto *menu = canvas->findChild<QMenu *>();
    QVERIFY(menu);
    menu->actions().front()->trigger();
    menu->close();
    const QImage picture = QGuiApplication::clipboard()->image();
    QCOMPARE(picture.size(), canvas->viewport()->size() * canvas->devicePixelRatioF());
    QCOMPARE(picture.pixelColor(0, 0), m_themes.theme().surface);
    bool hasWarning = false;
    for (int x = 0; x < picture.width() && !hasWarning; ++x) {
        for (int y = 0; y < picture.height() && !hasWarning; ++y)
            hasWarning = picture.pixelColor(x, y) == m_themes.theme().warning;
    }
    QVERIFY(hasWarning);
}

LINEWATCH_WIDGET_TEST(TestCharts)
#include "tst_charts.moc"
