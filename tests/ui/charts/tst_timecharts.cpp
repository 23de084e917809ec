// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/charts/chartcanvas.h"
#include "ui/charts/histogramchart.h"
#include "ui/charts/statechart.h"
#include "ui/charts/timeaxis.h"
#include "ui/charts/timechart.h"
#include "ui/fakescheme.h"
#include "ui/madeplant.h"
#include "ui/theme/themecontroller.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineSeries>
#include <QSignalSpy>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

const Instant start = std::chrono::floor<std::chrono::hours>(madeNow()); // 14:00 in Berlin

TimeSteps minuteSteps(int count)
{
    TimeSteps steps{60s, {}};
    for (int i = 0; i < count; ++i)
        steps.spans.push_back({start + std::chrono::minutes{i}, start + std::chrono::minutes{i + 1}});
    return steps;
}

/** Twelve minutes; the fourth is a gap. */
TimeSeries madeSeries(int count = 12)
{
    TimeSeries series{minuteSteps(count), {}, 8.0};
    for (int i = 0; i < count; ++i) {
        const double value = i;
        series.points.push_back({value, value * 2, false, QStringLiteral("%1 defects").arg(i)});
    }
    series.points[3] = {{}, {}, true, QStringLiteral("no event")};
    return series;
}

StateTimes madeTimes()
{
    const auto at = [](int minute) { return start + std::chrono::minutes{minute}; };
    return {minuteSteps(12),
            {{{at(0), at(6)}, MachineState::Healthy},
             {{at(6), at(7)}, MachineState::Warning},
             {{at(7), at(10)}, MachineState::Silent},
             {{at(10), at(12)}, std::nullopt}}};
}

CycleTimes madeCycles()
{
    return {.cycles = 12,
            .shortest = 4000ms,
            .median = 4100ms,
            .longest = 60'000ms,
            .bins = {{4000ms, 4100ms, 5}, {4100ms, 4200ms, 4}, {4200ms, 4300ms, 2}},
            .shorter = 0,
            .longer = 1};
}

ChartCanvas *canvasOf(QWidget &chart)
{
    return chart.findChild<ChartCanvas *>();
}

QPoint pointAt(const ChartCanvas *canvas, double column)
{
    const PlotScale scale = canvas->scale(ChartCanvas::Side::Left);
    return QPointF(scale.xToPixel(column), scale.plot.center().y()).toPoint();
}

void drag(ChartCanvas *canvas, int from, int to)
{
    QTest::mousePress(canvas->viewport(), Qt::LeftButton, {}, pointAt(canvas, from));
    QTest::mouseMove(canvas->viewport(), pointAt(canvas, to));
    QTRY_COMPARE(canvas->columnLookedAt(), to);
    QTest::mouseRelease(canvas->viewport(), Qt::LeftButton, {}, pointAt(canvas, to));
}

template <class Chart>
void show(Chart &chart)
{
    chart.resize(600, 260);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
}

} // namespace

class TestTimeCharts : public QObject
{
    Q_OBJECT

private slots:
    void linesBreakAtGaps();
    void aCutFirstStepIsAsWideAsAny();
    void theMouseSaysTheValues();
    void theKeyboardSaysTheValues();
    void aDragZoomsAndEscapeEndsIt();
    void aZoomStaysWhereItIsInTime();
    void thePartCanBeWantedEverywhere();
    void seriesAreReducedToPixels();
    void nothingSaysSo();
    void statesAreSaid();
    void statesZoomToo();
    void everyStateIsPainted();
    void binsAreSaid();
    void valuesAreCopiedAsTables();
    void captionsNameUnitsAndZone();

private:
    TimeChartTexts texts() const
    {
        return {QStringLiteral("Defect rate"), QStringLiteral("defects an hour"), QStringLiteral("defects")};
    }

    FakeScheme m_desktop;
    ThemeController m_themes{m_desktop};
};

void TestTimeCharts::linesBreakAtGaps()
{
    const std::vector<QList<QPointF>> lines = linePieces(madeSeries(6).points);
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0], QList<QPointF>({{0, 0}, {1, 1}, {2, 2}}));
    QCOMPARE(lines[1], QList<QPointF>({{4, 4}, {5, 5}}));
}

void TestTimeCharts::aCutFirstStepIsAsWideAsAny()
{
    TimeSteps steps = minuteSteps(4);
    steps.spans.front().start += 40s;
    QCOMPARE(columnAt(steps, start + 1min), 0.5);
    QCOMPARE(columnAt(steps, start + 4min), 3.5);
    QCOMPARE(columnAt(steps, start + 90s), 1.0);
}

void TestTimeCharts::theMouseSaysTheValues()
{
    TimeChart chart(m_themes, madeFormats(), texts());
    chart.setSeries(madeSeries());
    show(chart);
    ChartCanvas *canvas = canvasOf(chart);
    QTest::mouseMove(canvas->viewport(), pointAt(canvas, 5));
    QTRY_COMPARE(canvas->columnLookedAt(), 5);
    QCOMPARE(canvas->accessibleDescription(), QStringLiteral("14:05 – 14:06\n5 defects"));
}

void TestTimeCharts::theKeyboardSaysTheValues()
{
    TimeChart chart(m_themes, madeFormats(), texts());
    chart.setSeries(madeSeries());
    show(chart);
    ChartCanvas *canvas = canvasOf(chart);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(canvas, Qt::Key_Right);
    QCOMPARE(canvas->accessibleDescription(), QStringLiteral("14:03 – 14:04\nno event"));
}

void TestTimeCharts::aDragZoomsAndEscapeEndsIt()
{
    TimeChart chart(m_themes, madeFormats(), texts());
    chart.setSeries(madeSeries());
    show(chart);
    const QSignalSpy zoomed(&chart, &TimeChart::zoomChanged);
    ChartCanvas *canvas = canvasOf(chart);
    drag(canvas, 4, 8);
    QCOMPARE(chart.shown().points.size(), 5U);
    QCOMPARE(chart.shown().points.front().value, 4.0);
    QCOMPARE(zoomed.size(), 1);
    QTest::mouseMove(canvas->viewport(), pointAt(canvas, 0));
    QTRY_COMPARE(canvas->columnLookedAt(), 0);
    QCOMPARE(canvas->accessibleDescription(), QStringLiteral("14:04 – 14:05\n4 defects"));
    QTest::keyClick(canvas, Qt::Key_Escape);
    QCOMPARE(chart.shown(), madeSeries());
    drag(canvas, 4, 8);
    QTest::mouseDClick(canvas->viewport(), Qt::LeftButton, {}, pointAt(canvas, 1));
    QCOMPARE(chart.shown(), madeSeries());
    QCOMPARE(zoomed.size(), 4);
}

void TestTimeCharts::aZoomStaysWhereItIsInTime()
{
    TimeChart chart(m_themes, madeFormats(), texts());
    chart.setSeries(madeSeries());
    show(chart);
    drag(canvasOf(chart), 6, 9);
    TimeSeries later = madeSeries(14);
    later.steps.spans.erase(later.steps.spans.begin(), later.steps.spans.begin() + 2);
    later.points.erase(later.points.begin(), later.points.begin() + 2);
    chart.setSeries(later);
    QCOMPARE(chart.shown().points.size(), 4U);
    QCOMPARE(chart.shown().points.front().value, 6.0);
    // The window has left the zoom behind.
    TimeSeries gone = madeSeries(20);
    gone.steps.spans.erase(gone.steps.spans.begin(), gone.steps.spans.begin() + 12);
    gone.points.erase(gone.points.begin(), gone.points.begin() + 12);
    chart.setSeries(gone);
    QCOMPARE(chart.shown(), gone);
    // Other steps are another chart.
    drag(canvasOf(chart), 1, 4);
    TimeSeries wider = madeSeries();
    wider.steps.step = 300s;
    chart.setSeries(wider);
    QCOMPARE(chart.shown(), wider);
}

void TestTimeCharts::thePartCanBeWantedEverywhere()
{
    TimeChart chart(m_themes, madeFormats(), texts());
    chart.setSeries(madeSeries());
    show(chart);
    std::vector<TimeWindow> chosen;
    connect(&chart, &TimeChart::windowChosen, this,
            [&chosen](TimeWindow window) { chosen.push_back(window); });
    ChartCanvas *canvas = canvasOf(chart);
    QTest::keyClick(canvas, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(chosen.empty()); // all of it is shown everywhere anyway
    drag(canvas, 4, 8);
    QTest::keyClick(canvas, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(chosen.size(), 1U);
    QVERIFY((chosen.front() == TimeWindow{start + 4min, start + 9min}));
}

void TestTimeCharts::seriesAreReducedToPixels()
{
    TimeChart chart(m_themes, madeFormats(), texts());
    show(chart);
    chart.setSeries(madeSeries(9'000));
    qsizetype points = 0;
    for (const QAbstractSeries *series : canvasOf(chart)->chart()->series()) {
        if (const auto *line = qobject_cast<const QLineSeries *>(series))
            points += line->count();
    }
    QVERIFY2(points > 100 && points <= 2'003, qPrintable(QString::number(points)));
}

void TestTimeCharts::nothingSaysSo()
{
    TimeChart line(m_themes, madeFormats(), texts());
    StateChart states(m_themes, madeFormats());
    HistogramChart histogram(m_themes, madeFormats());
    line.setSeries({});
    states.setTimes({});
    histogram.setTimes({});
    for (QWidget *chart : {static_cast<QWidget *>(&line), static_cast<QWidget *>(&states),
                           static_cast<QWidget *>(&histogram)}) {
        show(*chart);
        QVERIFY(!canvasOf(*chart)->chart()->isVisible());
        QVERIFY(!chart->findChild<QLabel *>()->isVisible());
        QTest::keyClick(canvasOf(*chart), Qt::Key_Right); // has nothing to walk over
        QCOMPARE(canvasOf(*chart)->columnLookedAt(), -1);
    }
    histogram.setTimes(madeCycles());
    QVERIFY(canvasOf(histogram)->chart()->isVisible());
}

void TestTimeCharts::statesAreSaid()
{
    StateChart chart(m_themes, madeFormats());
    chart.setTimes(madeTimes());
    show(chart);
    ChartCanvas *canvas = canvasOf(chart);
    QTest::mouseMove(canvas->viewport(), pointAt(canvas, 8));
    QTRY_COMPARE(canvas->columnLookedAt(), 8);
    QCOMPARE(canvas->accessibleDescription(), QStringLiteral("Silent\n14:07 – 14:10, 3 min"));
    QTest::mouseMove(canvas->viewport(), pointAt(canvas, 11));
    QTRY_COMPARE(canvas->columnLookedAt(), 11);
    QVERIFY(canvas->accessibleDescription().contains(QStringLiteral("cannot be told")));
    const QString caption = chart.findChild<QLabel *>()->text();
    QVERIFY2(caption.startsWith(QStringLiteral("Healthy 6 min · Warning 1 min · Silent 3 min")),
             qPrintable(caption));
}

void TestTimeCharts::statesZoomToo()
{
    StateChart chart(m_themes, madeFormats());
    chart.setTimes(madeTimes());
    show(chart);
    drag(canvasOf(chart), 5, 8);
    QCOMPARE(chart.shown().spans.size(), 4U);
    std::vector<TimeWindow> chosen;
    connect(&chart, &StateChart::windowChosen, this,
            [&chosen](TimeWindow window) { chosen.push_back(window); });
    QTest::keyClick(canvasOf(chart), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(chosen.size(), 1U);
    QVERIFY((chosen.front() == TimeWindow{start + 5min, start + 9min}));
}

void TestTimeCharts::everyStateIsPainted()
{
    StateChart chart(m_themes, madeFormats());
    chart.setTimes(madeTimes());
    show(chart);
    for (const bool dark : {false, true}) {
        m_desktop.setDark(dark);
        const Theme theme = dark ? darkTheme() : lightTheme();
        const QImage picture = canvasOf(chart)->viewport()->grab().toImage();
        const PlotScale scale = canvasOf(chart)->scale(ChartCanvas::Side::Left);
        const auto colourAt = [&](double column) {
            return picture.pixelColor(QPointF(scale.xToPixel(column), scale.plot.bottom() - 3).toPoint());
        };
        QCOMPARE(colourAt(2), theme.normal2);
        QCOMPARE(colourAt(6), theme.warning);
        QCOMPARE(colourAt(8), theme.silent);
        QVERIFY(colourAt(11) != theme.normal2);
    }
    m_desktop.setDark(false);
}

void TestTimeCharts::binsAreSaid()
{
    HistogramChart chart(m_themes, madeFormats());
    chart.setTimes(madeCycles());
    show(chart);
    QTest::keyClick(canvasOf(chart), Qt::Key_Right);
    QCOMPARE(canvasOf(chart)->accessibleDescription(), QStringLiteral("4.0 – 4.1 s\n5 events, 41.7 %"));
    const QString caption = chart.findChild<QLabel *>()->text();
    QVERIFY2(caption.contains(QStringLiteral("median 4.1 s")), qPrintable(caption));
    QVERIFY2(caption.contains(QStringLiteral("1 longer, up to 1 min")), qPrintable(caption));
}

void TestTimeCharts::valuesAreCopiedAsTables()
{
    TimeChart line(m_themes, madeFormats(), texts());
    line.setSeries(madeSeries(4));
    StateChart states(m_themes, madeFormats());
    states.setTimes(madeTimes());
    HistogramChart histogram(m_themes, madeFormats());
    histogram.setTimes(madeCycles());
    const auto copied = [](QWidget &chart) {
        show(chart);
        QTest::keyClick(canvasOf(chart), Qt::Key_C, Qt::ControlModifier);
        return QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    };
    const QStringList values = copied(line);
    QCOMPARE(values.size(), 5);
    QCOMPARE(values[0], QStringLiteral("From (CET)\tTo (CET)\tdefects an hour\tdefects"));
    QCOMPARE(values[3], QStringLiteral("2026-01-15 14:02:00\t2026-01-15 14:03:00\t2.00\t4.00"));
    QCOMPARE(values[4], QStringLiteral("2026-01-15 14:03:00\t2026-01-15 14:04:00\t\t"));
    const QStringList bands = copied(states);
    QCOMPARE(bands.size(), 5);
    QCOMPARE(bands[2], QStringLiteral("2026-01-15 14:06:00\t2026-01-15 14:07:00\tWarning"));
    const QStringList bins = copied(histogram);
    QCOMPARE(bins.size(), 5);
    QCOMPARE(bins[1], QStringLiteral("4.000\t4.100\t5"));
    QCOMPARE(bins[4], QStringLiteral("4.300\t\t1"));
}

void TestTimeCharts::captionsNameUnitsAndZone()
{
    TimeChart chart(m_themes, madeFormats(), texts());
    chart.setSeries(madeSeries());
    QCOMPARE(chart.findChild<QLabel *>()->text(),
             QStringLiteral("defects an hour (line, left) · defects (bars, right) · times in CET · dashed: "
                            "limit 8.0"));
    QCOMPARE(canvasOf(chart)->accessibleName(), QStringLiteral("Defect rate"));
}

LINEWATCH_WIDGET_TEST(TestTimeCharts)
#include "tst_timecharts.moc"
