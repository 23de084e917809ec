// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartframe.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace linewatch::ui {

namespace {

constexpr double labelGap = 8; // pixels between a label and the plot

double widestText(const std::vector<Tick> &ticks, const QFontMetricsF &metrics)
{
    double widest = 0;
    for (const Tick &tick : ticks)
        widest = std::max(widest, metrics.horizontalAdvance(tick.text));
    return std::ceil(widest);
}

/** The name of a column, broken at a blank into two lines where one is not enough. */
QStringList columnName(const QString &text, double width, const QFontMetricsF &metrics)
{
    if (metrics.horizontalAdvance(text) <= width)
        return {text};
    qsizetype blank = text.lastIndexOf(QLatin1Char(' '));
    while (blank > 0 && metrics.horizontalAdvance(text.left(blank)) > width)
        blank = text.lastIndexOf(QLatin1Char(' '), blank - 1);
    if (blank <= 0)
        return {metrics.elidedText(text, Qt::ElideMiddle, width)};
    return {text.left(blank), metrics.elidedText(text.mid(blank + 1), Qt::ElideMiddle, width)};
}

/** The lines of text that the label of @p tick takes. */
QStringList bottomLines(const Tick &tick, const ChartFrame &frame, double plotWidth,
                        const QFontMetricsF &metrics)
{
    constexpr double columnGap = 3;
    if (!frame.bottomNamesColumns)
        return {tick.text};
    return columnName(tick.text, plotWidth / std::max(1, frame.columns) - columnGap, metrics);
}

void paintGrid(QPainter &painter, const ChartFrame &frame, const QRectF &plot, double width,
               const Theme &theme)
{
    const double height = QFontMetricsF(painter.font()).height();
    const PlotScale left = frame.leftScale(plot);
    for (const Tick &tick : frame.left) {
        const double y = std::round(left.yToPixel(tick.at)) + 0.5;
        painter.setPen(tick.at > 0 ? theme.grid : theme.line);
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(theme.muted);
        const QRectF label(0, y - height / 2, plot.left() - labelGap, height);
        painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter, tick.text);
    }
    const PlotScale right = frame.rightScale(plot);
    for (const Tick &tick : frame.right) {
        const double y = right.yToPixel(tick.at);
        const QRectF label(plot.right() + labelGap, y - height / 2, width - plot.right(), height);
        painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter, tick.text);
    }
}

void paintBottomLabels(QPainter &painter, const ChartFrame &frame, const QRectF &plot, double width)
{
    const QFontMetricsF metrics(painter.font());
    const PlotScale pixels = frame.leftScale(plot);
    for (const Tick &tick : frame.bottom) {
        double baseline = plot.bottom() + labelGap + metrics.ascent();
        for (const QString &line : bottomLines(tick, frame, plot.width(), metrics)) {
            const double lineWidth = metrics.horizontalAdvance(line);
            // A label at the very edge moves in, so that it is never cut.
            const double left = std::clamp(pixels.xToPixel(tick.at) - lineWidth / 2, 0.0, width - lineWidth);
            painter.drawText(QPointF(left, baseline), line);
            baseline += metrics.height();
        }
    }
}

} // namespace

QRectF ChartFrame::fittingPlot(const QRectF &whole, const QFontMetricsF &metrics) const
{
    const double leftLabels = widestText(left, metrics) + labelGap;
    const double rightLabels = widestText(right, metrics) + labelGap;
    const double top = std::ceil(metrics.height() / 2);
    qsizetype lines = 1;
    for (const Tick &tick : bottom)
        lines = std::max(lines,
                         bottomLines(tick, *this, whole.width() - leftLabels - rightLabels, metrics).size());
    const double bottomLabels = std::ceil(static_cast<double>(lines) * metrics.height()) + labelGap;
    const QRectF plot = whole.adjusted(leftLabels, top, -rightLabels, -bottomLabels);
    return {plot.topLeft(), plot.size().expandedTo({1, 1})};
}

PlotScale ChartFrame::leftScale(const QRectF &plot) const
{
    return {.plot = plot, .xStart = -0.5, .xEnd = columns - 0.5, .yTop = leftTop};
}

PlotScale ChartFrame::rightScale(const QRectF &plot) const
{
    return {.plot = plot, .xStart = -0.5, .xEnd = columns - 0.5, .yTop = rightTop};
}

void paintFrame(QPainter &painter, const ChartFrame &frame, const QRectF &plot, double width,
                const Theme &theme)
{
    paintGrid(painter, frame, plot, width, theme);
    painter.setPen(theme.muted);
    paintBottomLabels(painter, frame, plot, width);
}

} // namespace linewatch::ui
