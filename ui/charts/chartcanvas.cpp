// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartcanvas.h"

#include "ui/charts/chartexport.h"
#include "ui/theme/themecontroller.h"

#include <QAreaSeries>
#include <QChart>
#include <QContextMenuEvent>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <utility>

namespace linewatch::ui {

namespace {

QValueAxis *addHiddenAxis(QChart &chart, Qt::Alignment side)
{
    auto *axis = new QValueAxis;
    axis->setVisible(false);
    chart.addAxis(axis, side);
    return axis;
}

} // namespace

ChartCanvas::ChartCanvas(const ThemeController &themes, QWidget *parent)
    : QChartView(parent)
    , m_themes(themes)
    , m_bottom(addHiddenAxis(*chart(), Qt::AlignBottom))
    , m_left(addHiddenAxis(*chart(), Qt::AlignLeft))
    , m_right(addHiddenAxis(*chart(), Qt::AlignRight))
{
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setAnimationOptions(QChart::NoAnimation);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    // The scene tells of its changes a turn of the event loop later, when all else is painted: a second
    // painting for each snapshot. So what changes it asks for the one (redraw()).
    setViewportUpdateMode(QGraphicsView::NoViewportUpdate);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    connect(&themes, &ThemeController::typeChanged, this, [this] {
        updateGeometry();
        redraw();
        placePlot();
    });
}

void ChartCanvas::redraw()
{
    viewport()->update();
}

QSize ChartCanvas::minimumSizeHint() const
{
    return {m_themes.scaledInt(240), m_themes.scaledInt(120)};
}

QLineSeries *ChartCanvas::addLine(Side side)
{
    auto *line = new QLineSeries;
    attach(line, side);
    return line;
}

QAreaSeries *ChartCanvas::addBars(Side side)
{
    auto *outline = new QLineSeries;
    auto *bars = new QAreaSeries(outline);
    outline->setParent(bars);
    attach(bars, side);
    return bars;
}

void ChartCanvas::setFrame(ChartFrame frame)
{
    if (m_frame == frame)
        return;
    m_frame = std::move(frame);
    m_bottom->setRange(-0.5, m_frame.columns - 0.5);
    m_left->setRange(0, m_frame.leftTop);
    m_right->setRange(0, m_frame.rightTop);
    m_column = std::min(m_column, m_frame.columns - 1);
    m_chosenFrom = std::min(m_chosenFrom, m_frame.columns - 1);
    redraw();
    placePlot();
}

void ChartCanvas::setMessage(const QString &message)
{
    m_message = message;
    chart()->setVisible(message.isEmpty());
    redraw();
}

void ChartCanvas::setPaintings(Painting below, Painting above)
{
    m_below = std::move(below);
    m_above = std::move(above);
}

void ChartCanvas::setDescription(std::function<QString(int)> describe)
{
    m_describe = std::move(describe);
}

void ChartCanvas::setTable(std::function<QString()> table)
{
    m_table = std::move(table);
}

PlotScale ChartCanvas::scale(Side side) const
{
    return side == Side::Left ? m_frame.leftScale(m_plot) : m_frame.rightScale(m_plot);
}

double ChartCanvas::labelsBelow(double width) const
{
    return m_plot.width() / m_themes.scaled(width);
}

void ChartCanvas::attach(QAbstractSeries *series, Side side)
{
    chart()->addSeries(series);
    series->attachAxis(m_bottom);
    series->attachAxis(side == Side::Left ? m_left : m_right);
}

void ChartCanvas::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    placePlot();
}

void ChartCanvas::placePlot()
{
    const QRectF plot = m_frame.fittingPlot(viewport()->rect(), QFontMetricsF(m_themes.type().tiny));
    if (plot == m_plot)
        return;
    m_plot = plot;
    chart()->setPlotArea(plot);
    chart()->layout()->activate(); // now, and not in a turn of the event loop after the next painting
    redraw();
    emit plotResized();
}

void ChartCanvas::drawBackground(QPainter *painter, const QRectF & /*rect*/)
{
    painter->setFont(m_themes.type().tiny);
    if (!m_message.isEmpty()) {
        painter->setFont(m_themes.type().body);
        painter->setPen(m_themes.theme().muted);
        painter->drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    if (m_column >= 0) {
        const PlotScale pixels = scale(Side::Left);
        const int from = m_chosenFrom >= 0 ? m_chosenFrom : m_column;
        const double left = pixels.xToPixel(std::min(from, m_column) - 0.5);
        const double right = pixels.xToPixel(std::max(from, m_column) + 0.5);
        painter->fillRect(QRectF(left, m_plot.top(), right - left, m_plot.height()), m_themes.theme().grid);
    }
    paintFrame(*painter, m_frame, m_plot, viewport()->width(), m_themes.theme());
    if (m_below)
        m_below(*painter);
}

void ChartCanvas::drawForeground(QPainter *painter, const QRectF & /*rect*/)
{
    if (m_above && m_message.isEmpty())
        m_above(*painter);
    if (hasFocus()) {
        painter->setPen(QPen(m_themes.theme().accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(m_plot.adjusted(-2, -2, 2, 2), 4, 4);
    }
}

/** The column under a point of the plot; -1 beside it. */
int ChartCanvas::columnAt(QPointF where) const
{
    const bool inside = where.x() >= m_plot.left() && where.x() < m_plot.right() && m_message.isEmpty();
    return inside ? static_cast<int>(std::floor(scale(Side::Left).xFromPixel(where.x()) + 0.5)) : -1;
}

void ChartCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = columnAt(event->position());
    if (!m_zoomable)
        return;
    m_chosenFrom = columnAt(event->position());
    lookAt(m_chosenFrom);
}

void ChartCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const int column = columnAt(event->position());
    if (column < 0 && m_chosenFrom >= 0)
        return; // a drag may leave the plot and come back
    lookAt(column);
    sayColumn(event->globalPosition().toPoint());
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int pressed = std::exchange(m_pressed, -1);
    zoomIntoChosen();
    if (pressed >= 0 && pressed == columnAt(event->position()))
        choose(pressed);
}

void ChartCanvas::mouseDoubleClickEvent(QMouseEvent * /*event*/)
{
    endZoom();
}

void ChartCanvas::choose(int column)
{
    if (m_isChoosable && column >= 0 && m_isChoosable(column))
        emit columnChosen(column);
}

void ChartCanvas::zoomIntoChosen()
{
    const int from = std::exchange(m_chosenFrom, -1);
    redraw();
    if (from >= 0 && m_column >= 0 && from != m_column)
        emit zoomWanted(std::min(from, m_column), std::max(from, m_column));
}

void ChartCanvas::endZoom()
{
    m_chosenFrom = -1;
    redraw();
    if (m_zoomed)
        emit zoomEnded();
}

void ChartCanvas::copyValues()
{
    if (m_table && m_message.isEmpty())
        copyText(m_table());
}

void ChartCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QColor ground = m_themes.theme().surface;
    menu->addAction(tr("Copy &picture"), this, [this, ground] { copyPicture(*viewport(), ground); });
    QAction *copy = menu->addAction(tr("Copy &data"), this, &ChartCanvas::copyValues);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(m_message.isEmpty());
    menu->addAction(tr("&Save picture…"), this,
                    [this, ground] { savePicture(*viewport(), ground, accessibleName()); });
    if (m_zoomable) {
        menu->addSeparator();
        QAction *whole = menu->addAction(tr("Show the &whole window"), this, &ChartCanvas::endZoom);
        whole->setShortcut(Qt::Key_Escape);
        whole->setEnabled(m_zoomed);
    }
    if (m_windowOffered) {
        QAction *part = menu->addAction(tr("Show this &part on all pages"), this, &ChartCanvas::windowWanted);
        part->setShortcut(Qt::CTRL | Qt::Key_Return);
        part->setEnabled(m_zoomed);
    }
    menu->popup(event->globalPos());
}

void ChartCanvas::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    m_chosenFrom = -1;
    lookAt(-1);
}

void ChartCanvas::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Copy))
        copyValues();
    else if (event->key() == Qt::Key_Escape && (m_zoomed || m_chosenFrom >= 0))
        endZoom();
    else if (isReturn && m_windowOffered && m_zoomed && event->modifiers().testFlag(Qt::ControlModifier))
        emit windowWanted();
    else if (isReturn && m_chosenFrom >= 0)
        zoomIntoChosen();
    else if (isReturn && m_isChoosable && m_column >= 0)
        choose(m_column);
    else if (step != 0 && m_frame.columns > 0 && m_message.isEmpty())
        walk(step, m_zoomable && event->modifiers().testFlag(Qt::ShiftModifier));
    else
        QChartView::keyPressEvent(event);
}

/** To the next column; where the choice is extended, the one that was left belongs to it. */
void ChartCanvas::walk(int step, bool extend)
{
    const int from = m_column >= 0 ? m_column : (step > 0 ? -1 : m_frame.columns);
    if (!extend)
        m_chosenFrom = -1;
    else if (m_chosenFrom < 0)
        m_chosenFrom = std::clamp(from, 0, m_frame.columns - 1);
    lookAt(std::clamp(from + step, 0, m_frame.columns - 1));
    sayColumn(mapToGlobal(QPointF(scale(Side::Left).xToPixel(m_column), m_plot.center().y()).toPoint()));
}

void ChartCanvas::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    m_chosenFrom = -1;
    lookAt(-1);
}

void ChartCanvas::lookAt(int column)
{
    if (column == m_column)
        return;
    m_column = column;
    const bool leads = column >= 0 && m_isChoosable && m_isChoosable(column);
    viewport()->setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (column < 0)
        QToolTip::hideText();
    redraw();
}

void ChartCanvas::sayColumn(QPoint where)
{
    if (m_column < 0 || !m_describe)
        return;
    const QString text = m_describe(m_column);
    setAccessibleDescription(text);
    QToolTip::showText(where, text, this);
}

} // namespace linewatch::ui
