// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/statechart.h"

#include "ui/charts/chartcanvas.h"
#include "ui/charts/chartcaption.h"
#include "ui/charts/timeaxis.h"
#include "ui/charts/timezoom.h"
#include "ui/models/charttable.h"
#include "ui/models/durationtext.h"
#include "ui/models/machinetile.h"
#include "ui/theme/icons.h"
#include "ui/theme/themecontroller.h"

#include <QLabel>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace linewatch::ui {

namespace {

constexpr int canvasHeight = 74;
constexpr double stripe = 5; ///< at the foot of a band

/** Of the height of the plot: what is not normal stands higher. */
double heightOf(MachineState state)
{
    constexpr std::array<double, MachineStateCount> heights{0.5, 0.8, 1.0, 0.5};
    return heights[static_cast<std::size_t>(state)];
}

} // namespace

StateChart::StateChart(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_formats(formats)
    , m_canvas(new ChartCanvas(themes, this))
    , m_zoom(new TimeZoom(*m_canvas))
    , m_caption(layOutWithCaption(*this, *m_canvas))
{
    m_canvas->setAccessibleName(tr("State history"));
    m_canvas->setPaintings([this](QPainter &painter) { paintBands(painter); }, {});
    m_canvas->setDescription([this](int column) { return describe(column); });
    m_canvas->setTable([this] { return stateTable(m_times, m_formats); });
    const auto resize = [this] { m_canvas->setFixedHeight(m_themes.scaledInt(canvasHeight)); };
    resize();
    connect(&themes, &ThemeController::typeChanged, this, resize);
    connect(&themes, &ThemeController::typeChanged, this, &StateChart::reframe);
    connect(&themes, &ThemeController::themeChanged, m_canvas, &ChartCanvas::redraw);
    connect(m_canvas, &ChartCanvas::plotResized, this, &StateChart::reframe);
    connect(m_zoom, &TimeZoom::changed, this, &StateChart::reframe);
    connect(m_zoom, &TimeZoom::zoomChanged, this, &StateChart::zoomChanged);
    connect(m_zoom, &TimeZoom::windowChosen, this, &StateChart::windowChosen);
}

void StateChart::setTimes(const StateTimes &times)
{
    m_canvas->setMessage(times.hasStates() ? QString() : tr("States cannot be told of this window"));
    m_caption->setVisible(times.hasStates());
    if (times == m_times)
        return;
    m_times = times;
    m_zoom->setSteps(times.steps);
    nameAxis();
    reframe();
}

const TimeSteps &StateChart::shown() const
{
    return m_zoom->shown();
}

/** How long each state lasted, so that a short one is not overlooked. */
void StateChart::nameAxis()
{
    if (m_times.steps.isEmpty())
        return;
    const auto lengths = m_times.lengths();
    QStringList words;
    for (const MachineState state :
         {MachineState::Healthy, MachineState::Warning, MachineState::Silent, MachineState::NoData}) {
        const auto length = lengths[static_cast<std::size_t>(state)];
        if (length.count() > 0)
            words << tr("%1 %2").arg(stateWord(state), durationText(length, m_formats));
    }
    words << tr("seen every %1").arg(durationText(m_times.steps.step, m_formats));
    words << tr("times in %1").arg(m_formats.zoneName(m_times.steps.window().start));
    const QString caption = words.join(QStringLiteral(" · "));
    m_caption->setText(caption);
    m_canvas->setAccessibleDescription(caption);
}

void StateChart::reframe()
{
    m_canvas->setFrame({.columns = static_cast<int>(shown().spans.size()),
                        .leftTop = 1,
                        .rightTop = 1,
                        .left = {},
                        .right = {},
                        .bottom = timeAxisTicks(shown(), m_canvas->labelsBelow(), m_formats)});
    m_canvas->redraw();
}

void StateChart::paintBands(QPainter &painter) const
{
    const PlotScale scale = m_canvas->scale(ChartCanvas::Side::Left);
    const auto pixelOf = [&](Instant moment) {
        const double pixel = scale.xToPixel(columnAt(shown(), moment));
        return std::round(std::clamp(pixel, scale.plot.left(), scale.plot.right()));
    };
    for (const StateBand &band : m_times.bands) {
        // The first step is as wide as any, though the window may have cut it.
        const bool fromStart = band.span.start <= shown().window().start;
        const double left = fromStart ? scale.plot.left() : pixelOf(band.span.start);
        const bool toEnd = band.span.end == shown().window().end;
        const double right = toEnd ? scale.plot.right() : pixelOf(band.span.end);
        if (!band.state || right <= left)
            continue;
        const double top = scale.plot.bottom() - std::round(heightOf(*band.state) * scale.plot.height());
        paintBand(painter, QRectF(QPointF(left, top), QPointF(right, scale.plot.bottom())), *band.state);
    }
}

void StateChart::paintBand(QPainter &painter, const QRectF &where, MachineState state) const
{
    const Theme &theme = m_themes.theme();
    const bool isAbnormal = state == MachineState::Warning || state == MachineState::Silent;
    if (state == MachineState::NoData) {
        painter.setPen(QPen(theme.normal, 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(where.adjusted(0.5, 0.5, -0.5, -0.5));
    } else {
        painter.fillRect(where, isAbnormal ? stateGround(theme, state) : theme.grid);
        const double height = m_themes.scaled(stripe);
        painter.fillRect(QRectF(where.left(), where.bottom() - height, where.width(), height),
                         isAbnormal ? stateColour(theme, state) : theme.normal2);
        if (isAbnormal)
            painter.fillRect(QRectF(where.left(), where.top(), 1, where.height()), stateColour(theme, state));
    }
    paintName(painter, where, state);
}

/** The icon where it fits, the word beside it where that fits, too. */
void StateChart::paintName(QPainter &painter, const QRectF &where, MachineState state) const
{
    constexpr double margin = 6;
    constexpr double gap = 4;
    const QFontMetricsF metrics(painter.font());
    const double side = std::round(metrics.height() * 0.9);
    if (where.width() < side + 2 * margin)
        return;
    const double middle = where.top() + (where.height() - m_themes.scaled(stripe)) / 2;
    const QColor colour = stateColour(m_themes.theme(), state);
    paintIcon(painter, QRectF(where.left() + margin, std::round(middle - side / 2), side, side),
              iconOf(state), colour);
    const QString word = stateWord(state);
    const double left = where.left() + margin + side + gap;
    if (left + metrics.horizontalAdvance(word) + margin > where.right())
        return;
    painter.setPen(colour);
    painter.drawText(QPointF(left, middle + (metrics.ascent() - metrics.descent()) / 2), word);
}

QString StateChart::describe(int column) const
{
    const StateBand *band = m_times.bandAt(shown().spans.at(static_cast<std::size_t>(column)));
    if (!band || !band->state)
        return tr("The state at that time cannot be told");
    return tr("%1\n%2, %3")
        .arg(stateWord(*band->state), spanText(m_times.steps, band->span, m_formats),
             durationText(band->span.length(), m_formats));
}

} // namespace linewatch::ui
