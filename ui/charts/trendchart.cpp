// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trendchart.h"

#include "ui/charts/chartcanvas.h"
#include "ui/charts/niceaxis.h"
#include "ui/charts/reduce.h"
#include "ui/charts/timeticks.h"
#include "ui/models/charttable.h"
#include "ui/theme/themecontroller.h"

#include <QAreaSeries>
#include <QLineSeries>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace linewatch::ui {

namespace {

constexpr int axisSteps = 4;
constexpr double pixelsPerTimeLabel = 70;

/** Longer than a day: a time of day alone does not say when. */
bool isLong(const Trend &trend)
{
    return trend.window.length() > std::chrono::hours{25};
}

std::vector<Tick> bottomTicks(const Trend &trend, double labels, const Formats &formats)
{
    std::vector<Tick> ticks;
    if (trend.samples.empty())
        return ticks;
    const TimeWindow span{trend.samples.front().span.start, trend.samples.back().span.end};
    // The first step may have begun before the window did.
    const Instant origin =
        trend.samples.size() > 1 ? trend.samples.front().span.end - trend.step : span.start;
    const bool severalDays = isLong(trend);
    const int most = std::max(2, static_cast<int>(labels));
    for (const Instant instant : timeTicks(span, most, formats.zone())) {
        const std::chrono::duration<double> since = instant - origin;
        const bool names = severalDays && formats.isMidnight(instant);
        ticks.push_back({.at = since.count() / static_cast<double>(trend.step.count()) - 0.5,
                         .text = names ? formats.date(instant) : formats.time(instant)});
    }
    return ticks;
}

double largest(const std::vector<TrendSample> &samples, std::optional<double> TrendSample::*value)
{
    double result = 0;
    for (const TrendSample &sample : samples)
        result = std::max(result, (sample.*value).value_or(0));
    return result;
}

/** The right axis goes up to four defects a step at least: one lone defect shall not look like many. */
double fewDefects(const Trend &trend)
{
    return 4 / std::chrono::duration<double, std::ratio<60>>(trend.step).count();
}

QString number(double value, const Formats &formats)
{
    constexpr double showsDecimals = 10;
    return formats.fixed(value, value > 0 && value < showsDecimals ? 1 : 0);
}

} // namespace

std::vector<QList<QPointF>> eventLines(const std::vector<TrendSample> &samples)
{
    std::vector<QList<QPointF>> lines;
    bool open = false;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (samples[i].events) {
            if (!open)
                lines.emplace_back();
            lines.back().append({static_cast<double>(i), *samples[i].events});
        }
        open = samples[i].events.has_value();
    }
    constexpr double halfDash = 0.3;
    for (QList<QPointF> &line : lines) {
        if (line.size() == 1)
            line = {line.front() - QPointF(halfDash, 0), line.front() + QPointF(halfDash, 0)};
    }
    return lines;
}

TrendChart::TrendChart(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_formats(formats)
    , m_canvas(new ChartCanvas(themes, this))
    , m_normalBars(m_canvas->addBars(ChartCanvas::Side::Right))
    , m_unusualBars(m_canvas->addBars(ChartCanvas::Side::Right))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_canvas);

    m_canvas->setAccessibleName(tr("Events and defects"));
    m_canvas->setPaintings([this](QPainter &painter) { paintGaps(painter); }, {});
    m_canvas->setDescription([this](int column) { return describe(column); });
    m_canvas->setTable([this] { return trendTable(m_trend, m_formats); });
    m_canvas->setZoomable(true);
    connect(m_canvas, &ChartCanvas::zoomWanted, this, &TrendChart::zoom);
    connect(m_canvas, &ChartCanvas::zoomEnded, this, [this] { setZoom(std::nullopt); });
    connect(m_canvas, &ChartCanvas::windowWanted, this, [this] {
        if (m_zoom)
            emit windowChosen({m_trend.samples.front().span.start, m_trend.samples.back().span.end});
    });
    connect(m_canvas, &ChartCanvas::plotResized, this, &TrendChart::rebuild);
    connect(&themes, &ThemeController::themeChanged, this, &TrendChart::restyle);
    connect(&themes, &ThemeController::typeChanged, this, &TrendChart::rebuild);
    restyle();
}

void TrendChart::setTrend(const Trend &trend)
{
    m_canvas->setMessage(trend.hasEvents() ? QString() : tr("No events in this window"));
    if (trend == m_whole)
        return;
    const bool sameStep = trend.step == m_whole.step;
    m_whole = trend;
    setZoom(sameStep ? m_zoom : std::nullopt);
}

void TrendChart::setWindowOffered(bool offered)
{
    m_canvas->setWindowOffered(offered);
}

void TrendChart::zoom(int first, int last)
{
    const auto spanOf = [this](int column) {
        return m_trend.samples.at(static_cast<std::size_t>(column)).span;
    };
    setZoom(TimeWindow{spanOf(first).start, spanOf(last).start + m_trend.step});
}

/** Fewer than two steps are no trend. */
void TrendChart::setZoom(const std::optional<TimeWindow> &zoom)
{
    m_trend = zoom ? partOf(m_whole, *zoom) : m_whole;
    const bool wasZoomed = m_zoom.has_value();
    m_zoom = zoom;
    if (zoom && m_trend.samples.size() < 2) {
        m_zoom.reset();
        m_trend = m_whole;
    }
    m_canvas->setZoomed(m_zoom.has_value());
    rebuild();
    if (m_zoom.has_value() != wasZoomed)
        emit zoomChanged(m_zoom.has_value());
}

void TrendChart::rebuild()
{
    reframe();
    rebuildLines();
    rebuildBars();
    m_canvas->redraw();
}

void TrendChart::reframe()
{
    const NiceAxis events = niceAxis(largest(m_trend.samples, &TrendSample::events), axisSteps);
    const NiceAxis defects =
        niceAxis(std::max(largest(m_trend.samples, &TrendSample::defects), fewDefects(m_trend)), axisSteps);
    const double width = m_canvas->scale(ChartCanvas::Side::Left).plot.width();
    m_canvas->setFrame(
        {.columns = static_cast<int>(m_trend.samples.size()),
         .leftTop = events.max,
         .rightTop = defects.max,
         .left = events.ticks(m_formats.locale()),
         .right = defects.ticks(m_formats.locale()),
         .bottom = bottomTicks(m_trend, width / m_themes.scaled(pixelsPerTimeLabel), m_formats)});
}

void TrendChart::rebuildLines()
{
    const double width = m_canvas->scale(ChartCanvas::Side::Left).plot.width();
    std::vector<QList<QPointF>> pieces = eventLines(m_trend.samples);
    while (m_lines.size() < pieces.size()) {
        m_lines.push_back(m_canvas->addLine(ChartCanvas::Side::Left));
        m_lines.back()->setPen(QPen(m_themes.theme().accent, 1.75));
    }
    pieces.resize(m_lines.size()); // empties the lines left over
    for (std::size_t i = 0; i < pieces.size(); ++i)
        m_lines[i]->replace(reduceToColumns(pieces[i], static_cast<int>(width)));
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
    for (QLineSeries *line : m_lines)
        line->setPen(QPen(theme.accent, 1.75));
    m_canvas->redraw();
}

/** Steps without a word from any machine are hatched: not known is not zero. */
void TrendChart::paintGaps(QPainter &painter) const
{
    const PlotScale scale = m_canvas->scale(ChartCanvas::Side::Left);
    for (std::size_t i = 0; i < m_trend.samples.size(); ++i) {
        if (m_trend.samples[i].defects)
            continue;
        const double left = std::round(scale.xToPixel(static_cast<double>(i) - 0.5));
        const double right = std::round(scale.xToPixel(static_cast<double>(i) + 0.5));
        painter.fillRect(QRectF(left, scale.plot.top(), right - left, scale.plot.height()),
                         QBrush(m_themes.theme().grid, Qt::BDiagPattern));
    }
}

QString TrendChart::describe(int column) const
{
    const TrendSample &sample = m_trend.samples.at(static_cast<std::size_t>(column));
    const Instant end = sample.running ? sample.span.start + m_trend.step : sample.span.end;
    const auto moment = [this](Instant instant) {
        return isLong(m_trend) ? m_formats.dateAndTime(instant) : m_formats.time(instant);
    };
    QStringList words{tr("%1 – %2").arg(moment(sample.span.start), moment(end))};
    if (sample.running)
        words.first() = tr("%1, so far").arg(words.first());
    if (!sample.defects)
        words << tr("no machine sent anything");
    if (sample.events)
        words << tr("%1 events a minute").arg(number(*sample.events, m_formats));
    if (sample.defects)
        words << tr("%1 defects a minute").arg(number(*sample.defects, m_formats));
    if (sample.unusual)
        words << tr("more defects than chance explains");
    return words.join(QLatin1Char('\n'));
}

} // namespace linewatch::ui
