// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timechart.h"

#include "ui/charts/chartcanvas.h"
#include "ui/charts/chartcaption.h"
#include "ui/charts/niceaxis.h"
#include "ui/charts/timeaxis.h"
#include "ui/charts/timezoom.h"
#include "ui/models/charttable.h"
#include "ui/models/linepieces.h"
#include "ui/theme/themecontroller.h"

#include <QAreaSeries>
#include <QLabel>
#include <QLineSeries>
#include <QPainter>

#include <algorithm>

namespace linewatch::ui {

namespace {

constexpr double lowestBarAxis = 4; ///< one lone defect shall not look like many

} // namespace

std::vector<QList<QPointF>> linePieces(const std::vector<TimePoint> &points)
{
    std::vector<std::optional<QPointF>> line;
    for (const TimePoint &point : points) {
        const auto column = static_cast<double>(line.size());
        line.push_back(point.value ? std::optional(QPointF(column, *point.value)) : std::nullopt);
    }
    return linePieces(line);
}

TimeChart::TimeChart(const ThemeController &themes, const Formats &formats, const TimeChartTexts &texts,
                     QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_formats(formats)
    , m_texts(texts)
    , m_canvas(new ChartCanvas(themes, this))
    , m_zoom(new TimeZoom(*m_canvas))
    , m_caption(layOutWithCaption(*this, *m_canvas))
    , m_bars(m_canvas->addBars(ChartCanvas::Side::Right))
    , m_line(*m_canvas)
{
    m_canvas->setAccessibleName(texts.name);
    m_canvas->setPaintings([this](QPainter &painter) { paintBelow(painter); }, {});
    m_canvas->setDescription([this](int column) { return describe(column); });
    m_canvas->setTable(
        [this] { return timeSeriesTable(m_shown, m_texts.valueName, m_texts.barName, m_formats); });
    connect(m_zoom, &TimeZoom::changed, this, &TimeChart::showPart);
    connect(m_zoom, &TimeZoom::zoomChanged, this, &TimeChart::zoomChanged);
    connect(m_zoom, &TimeZoom::windowChosen, this, &TimeChart::windowChosen);
    connect(m_canvas, &ChartCanvas::plotResized, this, &TimeChart::rebuild);
    connect(&themes, &ThemeController::themeChanged, this, &TimeChart::restyle);
    connect(&themes, &ThemeController::typeChanged, this, &TimeChart::rebuild);
    restyle();
}

void TimeChart::setSeries(const TimeSeries &series)
{
    m_canvas->setMessage(series.hasValues() ? QString() : tr("No events in this window"));
    m_caption->setVisible(series.hasValues());
    if (series == m_whole)
        return;
    m_whole = series;
    m_zoom->setSteps(series.steps);
    nameAxes();
    showPart();
}

bool TimeChart::isZoomed() const
{
    return m_zoom->isZoomed();
}

void TimeChart::nameAxes()
{
    if (m_whole.steps.isEmpty())
        return;
    QString caption =
        tr("%1 (line, left) · %2 (bars, right) · times in %3")
            .arg(m_texts.valueName, m_texts.barName, m_formats.zoneName(m_whole.steps.window().start));
    if (m_whole.limit)
        caption = tr("%1 · dashed: limit %2").arg(caption, m_formats.fixed(*m_whole.limit, 1));
    m_caption->setText(caption);
    m_canvas->setAccessibleDescription(caption);
}

void TimeChart::showPart()
{
    m_shown = partOf(m_whole, m_zoom->first(), m_zoom->shown().spans.size());
    rebuild();
}

void TimeChart::rebuild()
{
    reframe();
    m_line.setPieces(linePieces(m_shown.points));
    rebuildBars();
    m_canvas->redraw();
}

void TimeChart::reframe()
{
    constexpr double aboveLimit = 1.2; // so that the limit is not the edge
    const double top =
        std::max(largestOf(m_shown.points, &TimePoint::value), aboveLimit * m_shown.limit.value_or(0));
    const NiceAxis values = niceAxis(top, AxisSteps);
    const NiceAxis bars =
        niceAxis(std::max(largestOf(m_shown.points, &TimePoint::bar), lowestBarAxis), AxisSteps, 1);
    m_canvas->setFrame({.columns = static_cast<int>(m_shown.points.size()),
                        .leftTop = values.max,
                        .rightTop = bars.max,
                        .left = values.ticks(m_formats.locale()),
                        .right = bars.ticks(m_formats.locale()),
                        .bottom = timeAxisTicks(m_shown.steps, m_canvas->labelsBelow(), m_formats)});
}

void TimeChart::rebuildBars()
{
    std::vector<Bar> bars;
    for (std::size_t i = 0; i < m_shown.points.size(); ++i)
        bars.push_back({.centre = static_cast<double>(i), .height = m_shown.points[i].bar.value_or(0)});
    m_bars->upperSeries()->replace(barOutline(bars, 1, m_canvas->scale(ChartCanvas::Side::Right)));
}

void TimeChart::restyle()
{
    const Theme &theme = m_themes.theme();
    m_bars->setBrush(theme.normal2);
    m_bars->setPen(Qt::NoPen);
    m_line.setPen(QPen(theme.accent, BrokenLine::Width));
    m_canvas->redraw();
}

void TimeChart::paintBelow(QPainter &painter) const
{
    const PlotScale scale = m_canvas->scale(ChartCanvas::Side::Left);
    for (std::size_t i = 0; i < m_shown.points.size(); ++i) {
        if (m_shown.points[i].isGap)
            painter.fillRect(scale.columnRect(static_cast<double>(i)),
                             QBrush(m_themes.theme().grid, Qt::BDiagPattern));
    }
    if (!m_shown.limit)
        return;
    const double y = std::round(scale.yToPixel(*m_shown.limit)) + 0.5;
    painter.setPen(QPen(m_themes.theme().warning, 1, Qt::DashLine));
    painter.drawLine(QPointF(scale.plot.left(), y), QPointF(scale.plot.right(), y));
}

QString TimeChart::describe(int column) const
{
    const auto index = static_cast<std::size_t>(column);
    const TimePoint &point = m_shown.points.at(index);
    return spanText(m_shown.steps, m_shown.steps.spans.at(index), m_formats) + QLatin1Char('\n')
        + point.words;
}

} // namespace linewatch::ui
