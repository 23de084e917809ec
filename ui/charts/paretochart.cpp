// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/paretochart.h"

#include "ui/charts/chartcanvas.h"
#include "ui/charts/chartcaption.h"
#include "ui/charts/niceaxis.h"
#include "ui/models/charttable.h"
#include "ui/theme/themecontroller.h"

#include <QAreaSeries>
#include <QLabel>
#include <QLineSeries>
#include <QPainter>

#include <algorithm>

namespace linewatch::ui {

namespace {

constexpr double vitalShare = 0.8;
constexpr double barWidth = 0.78;      // of a column
constexpr double widestBar = 72;       // pixels: few bars are no walls
constexpr double shareHeadroom = 1.04; // so that the line is not cut at 100 %
constexpr int leftSteps = 6;

void setBars(QAreaSeries &series, const std::vector<Bar> &bars, const PlotScale &scale)
{
    const double columnWidth = scale.plot.width() / (scale.xEnd - scale.xStart);
    series.upperSeries()->replace(barOutline(bars, std::min(barWidth, widestBar / columnWidth), scale));
}

std::vector<Tick> shareTicks(const Formats &formats)
{
    std::vector<Tick> ticks;
    for (int percent = 0; percent <= 100; percent += 20)
        ticks.push_back({.at = percent / 100.0, .text = ParetoChart::tr("%1 %").arg(formats.count(percent))});
    return ticks;
}

ChartFrame frameOf(const Pareto &pareto, const Formats &formats)
{
    const auto total = static_cast<double>(pareto.defects);
    ChartFrame frame{.columns = static_cast<int>(pareto.bars.size()),
                     .leftTop = total * shareHeadroom,
                     .rightTop = shareHeadroom,
                     .left = niceAxis(total, leftSteps, 1).ticks(formats.locale()),
                     .right = shareTicks(formats),
                     .bottom = {},
                     .bottomNamesColumns = true};
    std::erase_if(frame.left, [total](const Tick &tick) { return tick.at > total; });
    for (int column = 0; column < frame.columns; ++column) {
        const ParetoBar &bar = pareto.bars[static_cast<std::size_t>(column)];
        frame.bottom.push_back({.at = static_cast<double>(column), .text = bar.label});
    }
    return frame;
}

} // namespace

ParetoChart::ParetoChart(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_formats(formats)
    , m_canvas(new ChartCanvas(themes, this))
    , m_caption(layOutWithCaption(*this, *m_canvas))
    , m_normalBars(m_canvas->addBars(ChartCanvas::Side::Left))
    , m_warningBars(m_canvas->addBars(ChartCanvas::Side::Left))
    , m_otherBars(m_canvas->addBars(ChartCanvas::Side::Left))
    , m_cumulative(m_canvas->addLine(ChartCanvas::Side::Right))
{
    m_canvas->setAccessibleName(tr("Top defect lines"));
    m_canvas->setPaintings([this](QPainter &painter) { paintBelow(painter); },
                           [this](QPainter &painter) { paintAbove(painter); });
    m_canvas->setDescription([this](int column) { return describe(column); });
    m_canvas->setTable([this] { return paretoTable(m_pareto, m_formats); });
    m_canvas->setChoosable([this](int column) { return m_linked && !lineAt(column).isEmpty(); });
    connect(m_canvas, &ChartCanvas::columnChosen, this,
            [this](int column) { emit lineChosen(lineAt(column)); });
    connect(m_canvas, &ChartCanvas::plotResized, this, &ParetoChart::rebuild);
    connect(&themes, &ThemeController::themeChanged, this, &ParetoChart::restyle);
    restyle();
}

void ParetoChart::setPareto(const Pareto &pareto)
{
    m_canvas->setMessage(pareto.bars.empty() ? tr("No known defects in this window") : QString());
    m_caption->setVisible(!pareto.bars.empty());
    if (pareto.bars == m_pareto.bars)
        return;
    m_pareto = pareto;
    const bool warned = std::ranges::any_of(pareto.bars, &ParetoBar::warning);
    const QString caption = tr("defects (left), cumulative share (right), dashed: 80 %");
    m_caption->setText(warned ? tr("%1, coloured: Warning").arg(caption) : caption);
    if (!pareto.bars.empty())
        m_canvas->setFrame(frameOf(pareto, m_formats));
    rebuild();
}

void ParetoChart::setLinked(bool linked)
{
    m_linked = linked;
}

/** Empty for the rest of the lines. */
LineId ParetoChart::lineAt(int column) const
{
    const auto at = static_cast<std::size_t>(column);
    return at < m_pareto.bars.size() ? m_pareto.bars[at].line : LineId();
}

void ParetoChart::rebuild()
{
    std::vector<Bar> normal;
    std::vector<Bar> warning;
    std::vector<Bar> other;
    QList<QPointF> shares;
    for (const ParetoBar &bar : m_pareto.bars) {
        const auto column = static_cast<double>(shares.size());
        std::vector<Bar> &kind = bar.isOther ? other : bar.warning ? warning : normal;
        kind.push_back({.centre = column, .height = static_cast<double>(bar.defects)});
        shares.append({column + 0.5, bar.cumulative});
    }
    const PlotScale scale = m_canvas->scale(ChartCanvas::Side::Left);
    setBars(*m_normalBars, normal, scale);
    setBars(*m_warningBars, warning, scale);
    setBars(*m_otherBars, other, scale);
    m_cumulative->replace(shares);
    m_canvas->redraw();
}

void ParetoChart::restyle()
{
    const Theme &theme = m_themes.theme();
    const std::pair<QAreaSeries *, QColor> colours[] = {
        {m_normalBars, theme.normal}, {m_warningBars, theme.warning}, {m_otherBars, theme.normal2}};
    for (const auto &[bars, colour] : colours) {
        bars->setBrush(colour);
        bars->setPen(Qt::NoPen);
    }
    m_cumulative->setPen(QPen(theme.accent, 1.75));
    m_canvas->redraw();
}

void ParetoChart::paintBelow(QPainter &painter) const
{
    const PlotScale scale = m_canvas->scale(ChartCanvas::Side::Right);
    const double y = std::round(scale.yToPixel(vitalShare)) + 0.5;
    painter.setPen(QPen(m_themes.theme().normal, 1, Qt::DashLine));
    painter.drawLine(QPointF(scale.plot.left(), y), QPointF(scale.plot.right(), y));
}

void ParetoChart::paintAbove(QPainter &painter) const
{
    const Theme &theme = m_themes.theme();
    const PlotScale left = m_canvas->scale(ChartCanvas::Side::Left);
    const PlotScale right = m_canvas->scale(ChartCanvas::Side::Right);
    QFont font = m_themes.type().tiny;
    font.setBold(true);
    painter.setFont(font);
    constexpr double above = 5;
    constexpr double radius = 3.5;
    for (std::size_t i = 0; i < m_pareto.bars.size(); ++i) {
        const ParetoBar &bar = m_pareto.bars[i];
        const auto column = static_cast<double>(i);
        const QPointF marker(right.xToPixel(column + 0.5), right.yToPixel(bar.cumulative));
        painter.setPen(QPen(theme.accent, 1.75));
        painter.setBrush(theme.surface);
        painter.drawEllipse(marker, radius, radius);

        const QPointF top(left.xToPixel(column), left.yToPixel(static_cast<double>(bar.defects)) - above);
        const QString text = m_formats.count(bar.defects);
        const QFontMetricsF metrics(font);
        const QPointF start = top - QPointF(metrics.horizontalAdvance(text) / 2, 0);
        // On paper of its own: the line of 80 % or one of the grid may lie right behind it.
        painter.fillRect(metrics.tightBoundingRect(text).translated(start).adjusted(-2, -1, 2, 1),
                         theme.surface);
        painter.setPen(theme.text);
        painter.drawText(start, text);
    }
}

QString ParetoChart::describe(int column) const
{
    const ParetoBar &bar = m_pareto.bars.at(static_cast<std::size_t>(column));
    const QString words =
        tr("%1\n%2 defects, %3 % of all\n%4 % together with those before")
            .arg(bar.label, m_formats.count(bar.defects), m_formats.fixed(100 * bar.share, 1),
                 m_formats.fixed(100 * bar.cumulative, 1));
    return m_linked && !bar.isOther ? tr("%1\nclick or Return: this line").arg(words) : words;
}

} // namespace linewatch::ui
