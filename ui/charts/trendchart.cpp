// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trendchart.h"

#include "ui/charts/chartcanvas.h"
#include "ui/charts/niceaxis.h"
#include "ui/charts/timeaxis.h"
#include "ui/charts/timezoom.h"
#include "ui/models/charttable.h"
#include "ui/models/linepieces.h"
#include "ui/theme/themecontroller.h"

#include <QAreaSeries>
#include <QLineSeries>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace linewatch::ui {

namespace {

/** The right axis goes up to four defects a step at least: one lone defect shall not look like many. */
double fewDefects(const Trend &trend)
{
    return 4 / std::chrono::duration<double, std::ratio<60>>(trend.step).count();
}

QString shortNumber(double value, const Formats &formats)
{
    constexpr double showsDecimals = 10;
    return formats.fixed(value, value > 0 && value < showsDecimals ? 1 : 0);
}

} // namespace

std::vector<QList<QPointF>> eventLines(const std::vector<TrendSample> &samples)
{
    std::vector<std::optional<QPointF>> line;
    for (const TrendSample &sample : samples) {
        const auto column = static_cast<double>(line.size());
        line.push_back(sample.events ? std::optional(QPointF(column, *sample.events)) : std::nullopt);
    }
    return linePieces(line);
}

TrendChart::TrendChart(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_formats(formats)
    , m_canvas(new ChartCanvas(themes, this))
    , m_zoom(new TimeZoom(*m_canvas))
    , m_normalBars(m_canvas->addBars(ChartCanvas::Side::Right))
    , m_unusualBars(m_canvas->addBars(ChartCanvas::Side::Right))
    , m_line(*m_canvas)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_canvas);

    m_canvas->setAccessibleName(tr("Events and defects"));
    m_canvas->setPaintings([this](QPainter &painter) { paintGaps(painter); }, {});
    m_canvas->setDescription([this](int column) { return describe(column); });
    m_canvas->setTable([this] { return trendTable(m_trend, m_formats); });
    setWindowOffered(false);
    connect(m_zoom, &TimeZoom::changed, this, &TrendChart::showPart);
    connect(m_zoom, &TimeZoom::zoomChanged, this, &TrendChart::zoomChanged);
    connect(m_zoom, &TimeZoom::windowChosen, this, &TrendChart::windowChosen);
    connect(m_canvas, &ChartCanvas::plotResized, this, &TrendChart::rebuild);
    connect(&themes, &ThemeController::themeChanged, this, &TrendChart::restyle);
    connect(&themes, &ThemeController::typeChanged, this, &TrendChart::rebuild);
    restyle();
}

void TrendChart::setTrend(const Trend &trend)
{
    const QString nothing = trend.isRead ? tr("No events in this window") : tr("Reading from the store…");
    m_canvas->setMessage(trend.hasEvents() ? QString() : nothing);
    if (trend == m_whole)
        return;
    m_whole = trend;
    m_zoom->setSteps(trend.steps());
    showPart();
}

void TrendChart::setWindowOffered(bool offered)
{
    m_canvas->setWindowOffered(offered);
}

void TrendChart::showPart()
{
    m_trend = m_zoom->isZoomed() ? partOf(m_whole, m_zoom->shown().window()) : m_whole;
    rebuild();
}

void TrendChart::rebuild()
{
    reframe();
    m_line.setPieces(eventLines(m_trend.samples));
    rebuildBars();
    m_canvas->redraw();
}

void TrendChart::reframe()
{
    const NiceAxis events = niceAxis(largestOf(m_trend.samples, &TrendSample::events), AxisSteps);
    const NiceAxis defects =
        niceAxis(std::max(largestOf(m_trend.samples, &TrendSample::defects), fewDefects(m_trend)), AxisSteps);
    m_canvas->setFrame({.columns = static_cast<int>(m_trend.samples.size()),
                        .leftTop = events.max,
                        .rightTop = defects.max,
                        .left = events.ticks(m_formats.locale()),
                        .right = defects.ticks(m_formats.locale()),
                        .bottom = timeAxisTicks(m_trend.steps(), m_canvas->labelsBelow(), m_formats)});
}

void TrendChart::rebuildBars()
{
    std::vector<Bar> normal;
    std::vector<Bar> unusual;
    for (std::size_t i = 0; i < m_trend.samples.size(); ++i) {
        const TrendSample &sample = m_trend.samples[i];
        (sample.unusual ? unusual : normal)
            .push_back({.centre = static_cast<double>(i), .height = sample.defects.value_or(0)});
    }
    const PlotScale scale = m_canvas->scale(ChartCanvas::Side::Right);
    m_normalBars->upperSeries()->replace(barOutline(normal, 1, scale));
    m_unusualBars->upperSeries()->replace(barOutline(unusual, 1, scale));
}

void TrendChart::restyle()
{
    const Theme &theme = m_themes.theme();
    m_normalBars->setBrush(theme.normal2);
    m_normalBars->setPen(Qt::NoPen);
    m_unusualBars->setBrush(theme.warning);
    m_unusualBars->setPen(Qt::NoPen);
    m_line.setPen(QPen(theme.accent, BrokenLine::Width));
    m_canvas->redraw();
}

/** Steps without a word from any machine are hatched: not known is not zero. */
void TrendChart::paintGaps(QPainter &painter) const
{
    const PlotScale scale = m_canvas->scale(ChartCanvas::Side::Left);
    for (std::size_t i = 0; i < m_trend.samples.size(); ++i) {
        if (!m_trend.samples[i].defects)
            painter.fillRect(scale.columnRect(static_cast<double>(i)),
                             QBrush(m_themes.theme().grid, Qt::BDiagPattern));
    }
}

QString TrendChart::describe(int column) const
{
    const TrendSample &sample = m_trend.samples.at(static_cast<std::size_t>(column));
    const Instant end = sample.running ? sample.span.start + m_trend.step : sample.span.end;
    const auto moment = [this, isLong = m_trend.steps().isLong()](Instant instant) {
        return isLong ? m_formats.dateAndTime(instant) : m_formats.time(instant);
    };
    QStringList words{tr("%1 – %2").arg(moment(sample.span.start), moment(end))};
    if (sample.running)
        words.first() = tr("%1, so far").arg(words.first());
    if (!sample.defects)
        words << tr("no machine sent anything");
    if (sample.events)
        words << tr("%1 events a minute").arg(shortNumber(*sample.events, m_formats));
    if (sample.defects)
        words << tr("%1 defects a minute").arg(shortNumber(*sample.defects, m_formats));
    if (sample.unusual)
        words << tr("more defects than chance explains");
    return words.join(QLatin1Char('\n'));
}

} // namespace linewatch::ui
