// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartframe.h"

#include <QChartView>

#include <functional>

class QAreaSeries;
class QLineSeries;
class QValueAxis;

namespace linewatch::ui {

class ThemeController;

/**
 * What our charts share: a Qt chart for the series, with axes, grid and labels painted here, because Qt
 * Charts can neither put labels at round times below bars nor keep the plot in place while labels change. One
 * column at a time can be looked at, with the mouse or with the arrow keys, and says its values. A right
 * click copies or saves the picture, or copies the values; Ctrl+C does that, too. Where zooming is offered,
 * columns are chosen by dragging over them, or with Shift and the arrow keys and then Return; Escape and a
 * double click end it, and Ctrl+Return, where it is offered, wants to see the part everywhere. Where columns
 * can be chosen, a click or Return on the one that is looked at does it.
 *
 * Nobody outside of ui/charts includes this, so that the chart library can be changed.
 */
class ChartCanvas : public QChartView
{
    Q_OBJECT

public:
    enum class Side { Left, Right };
    using Painting = std::function<void(QPainter &)>;

    explicit ChartCanvas(const ThemeController &themes, QWidget *parent = nullptr);

    /** As small as it may be: how large a chart is, is for its page to say. */
    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override;

    /** Whoever changes what a series shows, or how, calls this after it: nothing else asks for a painting. */
    void redraw();

    QLineSeries *addLine(Side side);
    QAreaSeries *addBars(Side side);

    void setFrame(ChartFrame frame);
    /** Shows words where there is nothing to draw; an empty text shows the chart again. */
    void setMessage(const QString &message);
    /** Painted below and above the series. */
    void setPaintings(Painting below, Painting above);
    /** The words for a column. */
    void setDescription(std::function<QString(int)> describe);

    /** What is copied as the values of the chart. */
    void setTable(std::function<QString()> table);
    void setZoomable(bool zoomable) { m_zoomable = zoomable; }
    void setZoomed(bool zoomed) { m_zoomed = zoomed; }
    /** Which columns lead somewhere. */
    void setChoosable(std::function<bool(int)> isChoosable) { m_isChoosable = std::move(isChoosable); }
    /** Whether what is zoomed into can be wanted everywhere: windowWanted(). */
    void setWindowOffered(bool offered) { m_windowOffered = offered; }

    PlotScale scale(Side side) const;
    /** How many labels have room below the plot; @p width is that of one in usual text. */
    double labelsBelow(double width = timeLabelWidth) const;
    int columnLookedAt() const { return m_column; }

signals:
    /** The plot has other pixels now: what was fitted to them has to be fitted again. */
    void plotResized();
    /** The user wants to see these columns closer; there are at least two. */
    void zoomWanted(int first, int last);
    void zoomEnded();
    /** A column that leads somewhere was clicked. */
    void columnChosen(int column);
    /** The user wants to see everywhere what is zoomed into here. */
    void windowWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    static constexpr double timeLabelWidth = 70;

    void attach(QAbstractSeries *series, Side side);
    void placePlot();
    int columnAt(QPointF where) const;
    void walk(int step, bool extend);
    void zoomIntoChosen();
    void endZoom();
    void copyValues();
    void choose(int column);
    void lookAt(int column);
    void sayColumn(QPoint where);

    const ThemeController &m_themes;
    QValueAxis *m_bottom;
    QValueAxis *m_left;
    QValueAxis *m_right;
    ChartFrame m_frame;
    QRectF m_plot{0, 0, 1, 1};
    QString m_message;
    Painting m_below;
    Painting m_above;
    std::function<QString(int)> m_describe;
    std::function<QString()> m_table;
    bool m_zoomable = false;
    bool m_zoomed = false;
    std::function<bool(int)> m_isChoosable;
    bool m_windowOffered = false;
    int m_column = -1;
    int m_pressed = -1;    ///< the column on which the left button went down
    int m_chosenFrom = -1; ///< where a choice of columns began that goes up to m_column
};

} // namespace linewatch::ui
