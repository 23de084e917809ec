// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/timesteps.h"

#include <QObject>

#include <optional>

namespace linewatch::ui {

class ChartCanvas;

/**
 * Which of its steps a chart over time shows: all, or those that the user zoomed into. A zoom stays where it
 * is in time, until the window has left it behind.
 */
class TimeZoom : public QObject
{
    Q_OBJECT

public:
    /** @p canvas is the parent. */
    explicit TimeZoom(ChartCanvas &canvas);

    void setSteps(const TimeSteps &steps);
    const TimeSteps &shown() const { return m_shown; }
    /** The first of all steps that is shown. */
    std::size_t first() const { return m_first; }
    bool isZoomed() const { return m_zoom.has_value(); }

signals:
    /** Other steps are shown because the user wants to. */
    void changed();
    /** A part is shown, or all again. */
    void zoomChanged(bool zoomed);
    /** The user wants to see the part that is shown everywhere. */
    void windowChosen(linewatch::TimeWindow window);

private:
    void zoom(int first, int last);
    void setZoom(const std::optional<TimeWindow> &zoom);

    ChartCanvas &m_canvas;
    TimeSteps m_all;
    TimeSteps m_shown;
    std::size_t m_first = 0;
    std::optional<TimeWindow> m_zoom;
};

} // namespace linewatch::ui
