// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/histogramchart.h"

#include "ui/charts/chartcanvas.h"
#include "ui/charts/chartcaption.h"
#include "ui/charts/niceaxis.h"
#include "ui/models/charttable.h"
#include "ui/models/durationtext.h"
#include "ui/theme/themecontroller.h"

#include <QAreaSeries>
#include <QLabel>
#include <QLineSeries>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace linewatch::ui {

using std::chrono::milliseconds;

namespace {

constexpr double labelWidth = 60;

milliseconds binWidth(const CycleTimes &times)
{
    return times.bins.front().to - times.bins.front().from;
}

/** The edges of bins, every so many of them that their labels have room. */
std::vector<Tick> bottomTicks(const CycleTimes &times, double labels, const Formats &formats)
{
    const milliseconds width = binWidth(times);
    milliseconds interval = width;
    for (const int factor : {1, 2, 5, 10, 20, 50}) {
        interval = factor * width;
        if (static_cast<double>(times.bins.size()) / factor <= std::max(2.0, labels))
            break;
    }
    std::vector<Tick> ticks;
    for (std::size_t edge = 0; edge <= times.bins.size(); ++edge) {
        const milliseconds at = times.bins.front().from + static_cast<std::int64_t>(edge) * width;
        if (at % interval == milliseconds{0})
            ticks.push_back(
                {.at = static_cast<double>(edge) - 0.5, .text = secondsText(at, interval, formats)});
    }
    return ticks;
}

} // namespace

HistogramChart::HistogramChart(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_formats(formats)
    , m_canvas(new ChartCanvas(themes, this))
    , m_caption(layOutWithCaption(*this, *m_canvas))
    , m_bars(m_canvas->addBars(ChartCanvas::Side::Left))
{
    m_canvas->setAccessibleName(tr("Distribution of cycle times"));
    m_canvas->setPaintings({}, [this](QPainter &painter) { paintMedian(painter); });
    m_canvas->setDescription([this](int column) { return describe(column); });
    m_canvas->setTable([this] { return cycleTimesTable(m_times, m_formats); });
    connect(m_canvas, &ChartCanvas::plotResized, this, &HistogramChart::rebuild);
    connect(&themes, &ThemeController::themeChanged, this, &HistogramChart::restyle);
    connect(&themes, &ThemeController::typeChanged, this, &HistogramChart::rebuild);
    restyle();
}

void HistogramChart::setTimes(const CycleTimes &times)
{
    setMessage(times.bins.empty() ? tr("No events in this window") : QString());
    if (times == m_times)
        return;
    m_times = times;
    nameAxes();
    rebuild();
}

void HistogramChart::setMessage(const QString &message)
{
    m_canvas->setMessage(message);
    m_caption->setVisible(message.isEmpty());
}

void HistogramChart::nameAxes()
{
    QStringList words{tr("events (left) by seconds a cycle (bottom)"),
                      tr("dashed: median %1").arg(durationText(m_times.median, m_formats))};
    if (m_times.shorter > 0)
        words << tr("%1 shorter, from %2")
                     .arg(m_formats.count(m_times.shorter), durationText(m_times.shortest, m_formats));
    if (m_times.longer > 0)
        words << tr("%1 longer, up to %2")
                     .arg(m_formats.count(m_times.longer), durationText(m_times.longest, m_formats));
    const QString caption = words.join(QStringLiteral(" · "));
    m_caption->setText(caption);
    m_canvas->setAccessibleDescription(caption);
}

void HistogramChart::rebuild()
{
    if (m_times.bins.empty())
        return;
    std::vector<Bar> bars;
    std::int64_t most = 0;
    for (const CycleBin &bin : m_times.bins) {
        bars.push_back(
            {.centre = static_cast<double>(bars.size()), .height = static_cast<double>(bin.cycles)});
        most = std::max(most, bin.cycles);
    }
    const NiceAxis axis = niceAxis(static_cast<double>(most), AxisSteps, 1);
    m_canvas->setFrame({.columns = static_cast<int>(bars.size()),
                        .leftTop = axis.max,
                        .rightTop = 1,
                        .left = axis.ticks(m_formats.locale()),
                        .right = {},
                        .bottom = bottomTicks(m_times, m_canvas->labelsBelow(labelWidth), m_formats)});
    m_bars->upperSeries()->replace(barOutline(bars, 1, m_canvas->scale(ChartCanvas::Side::Left)));
    m_canvas->redraw();
}

void HistogramChart::restyle()
{
    m_bars->setBrush(m_themes.theme().normal);
    m_bars->setPen(Qt::NoPen);
    m_canvas->redraw();
}

void HistogramChart::paintMedian(QPainter &painter) const
{
    if (m_times.bins.empty())
        return;
    const PlotScale scale = m_canvas->scale(ChartCanvas::Side::Left);
    const std::chrono::duration<double> since = m_times.median - m_times.bins.front().from;
    const std::chrono::duration<double> width = binWidth(m_times);
    const double x = std::round(scale.xToPixel(since / width - 0.5)) + 0.5;
    painter.setPen(QPen(m_themes.theme().accent, 1.5, Qt::DashLine));
    painter.drawLine(QPointF(x, scale.plot.top()), QPointF(x, scale.plot.bottom()));
}

QString HistogramChart::describe(int column) const
{
    const CycleBin &bin = m_times.bins.at(static_cast<std::size_t>(column));
    const milliseconds width = binWidth(m_times);
    const double percent = 100.0 * static_cast<double>(bin.cycles) / static_cast<double>(m_times.cycles);
    return tr("%1 – %2 s\n%3 events, %4 %")
        .arg(secondsText(bin.from, width, m_formats), secondsText(bin.to, width, m_formats),
             m_formats.count(bin.cycles), m_formats.fixed(percent, 1));
}

} // namespace linewatch::ui
