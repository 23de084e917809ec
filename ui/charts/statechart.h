// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/formats.h"
#include "ui/models/statetimes.h"

#include <QWidget>

class QLabel;
class QPainter;

namespace linewatch::ui {

class ChartCanvas;
class ThemeController;
class TimeZoom;

/**
 * The states of a machine as a band over time. A state is told by its colour, its height and, where there is
 * room for them, its icon and word; the healthy steps back. A drag zooms.
 */
class StateChart : public QWidget
{
    Q_OBJECT

public:
    StateChart(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    void setTimes(const StateTimes &times);
    const TimeSteps &shown() const;

signals:
    /** A part of the window is shown, or the whole again. */
    void zoomChanged(bool zoomed);
    /** The user wants to see the part that is shown everywhere. */
    void windowChosen(linewatch::TimeWindow window);

private:
    void reframe();
    void nameAxis();
    void paintBands(QPainter &painter) const;
    void paintBand(QPainter &painter, const QRectF &where, MachineState state) const;
    void paintName(QPainter &painter, const QRectF &where, MachineState state) const;
    QString describe(int column) const;

    const ThemeController &m_themes;
    const Formats m_formats;
    ChartCanvas *m_canvas;
    TimeZoom *m_zoom;
    QLabel *m_caption;
    StateTimes m_times;
};

} // namespace linewatch::ui
