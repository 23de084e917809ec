// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timechart.h"

#include "ui/charts/chartcanvas.h"
#include "ui/charts/niceaxis.h"
#include "ui/charts/reduce.h"
#include "ui/charts/timeaxis.h"
#include "ui/charts/timezoom.h"
#include "ui/models/charttable.h"
#include "ui/theme/themecontroller.h"

#include <QAreaSeries>
#include <QLabel>
#include <QLineSeries>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace linewatch::ui {

namespace {

constexpr int axisSteps = 4;
constexpr double pixelsPerTimeLabel = 70;
constexpr double lowestBarAxis = 4; ///< one lone defect shall not look like many
constexpr double lineWidth = 1.75;

double largest(const std::vector<TimePoint> &points, std::optional<double> TimePoint::*value)
{
    double result = 0;
    for (const TimePoint &point : points)
        result = std::max(result, (point.*value).value_or(0));
    return result;
}

} // namespace

std::vector<QList<QPointF>> linePieces(const std::vector<TimePoint> &points)
{
    std::vector<QList<QPointF>> lines;
    bool open = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i].value) {
            if (!open)
                lines.emplace_back();
            lines.back().append({static_cast<double>(i), *points[i].value});
        }
        open = points[i].value.has_value();
    }
    constexpr double halfDash = 0.3;
    for (QList<QPointF> &line : lines) {
        if (line.size() == 1)
            line = {line.front() - QPointF(halfDash, 0), line.front() + QPointF(halfDash, 0)};
    }
    return lines;
}

TimeChart::TimeChart(const ThemeController &themes, const Formats &formats, const TimeChartTexts &texts,
                     QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_formats(formats)
    , m_texts(texts)
    , m_canvas(new ChartCanvas(themes, this))
    , m_zoom(new TimeZoom(*m_canvas))
    , m_caption(new QLabel(this))
    , m_bars(m_canvas->addBars(ChartCanvas::Side::Right))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_canvas, 1);
    layout->addWidget(m_caption);
    setFontRole(*m_caption, "tiny");
    m_caption->setProperty("tone", QStringLiteral("muted"));
    m_caption->setWordWrap(true);

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
    rebuildLines();
    rebuildBars();
    m_canvas->redraw();
}

void TimeChart::reframe()
{
    constexpr double aboveLimit = 1.2; // so that the limit is not the edge
    const double top =
        std::max(largest(m_shown.points, &TimePoint::value), aboveLimit * m_shown.limit.value_or(0));
    const NiceAxis values = niceAxis(top, axisSteps);
    const NiceAxis bars =
        niceAxis(std::max(largest(m_shown.points, &TimePoint::bar), lowestBarAxis), axisSteps, 1);
    const double width = m_canvas->scale(ChartCanvas::Side::Left).plot.width();
    m_canvas->setFrame(
        {.columns = static_cast<int>(m_shown.points.size()),
         .leftTop = values.max,
         .rightTop = bars.max,
         .left = values.ticks(m_formats.locale()),
         .right = bars.ticks(m_formats.locale()),
         .bottom = timeAxisTicks(m_shown.steps, width / m_themes.scaled(pixelsPerTimeLabel), m_formats)});
}

void TimeChart::rebuildLines()
{
    const double width = m_canvas->scale(ChartCanvas::Side::Left).plot.width();
    std::vector<QList<QPointF>> pieces = linePieces(m_shown.points);
    while (m_lines.size() < pieces.size()) {
        m_lines.push_back(m_canvas->addLine(ChartCanvas::Side::Left));
        m_lines.back()->setPen(QPen(m_themes.theme().accent, lineWidth));
    }
    pieces.resize(m_lines.size()); // empties the lines left over
    for (std::size_t i = 0; i < pieces.size(); ++i)
        m_lines[i]->replace(reduceToColumns(pieces[i], static_cast<int>(width)));
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
    for (QLineSeries *line : m_lines)
        line->setPen(QPen(theme.accent, lineWidth));
    m_canvas->redraw();
}

void TimeChart::paintBelow(QPainter &painter) const
{
    const PlotScale scale = m_canvas->scale(ChartCanvas::Side::Left);
    for (std::size_t i = 0; i < m_shown.points.size(); ++i) {
        if (!m_shown.points[i].isGap)
            continue;
        const double left = std::round(scale.xToPixel(static_cast<double>(i) - 0.5));
        const double right = std::round(scale.xToPixel(static_cast<double>(i) + 0.5));
        painter.fillRect(QRectF(left, scale.plot.top(), right - left, scale.plot.height()),
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
