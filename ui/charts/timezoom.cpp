// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timezoom.h"

#include "ui/charts/chartcanvas.h"

#include <algorithm>

namespace linewatch::ui {

TimeZoom::TimeZoom(ChartCanvas &canvas) : QObject(&canvas), m_canvas(canvas)
{
    m_canvas.setZoomable(true);
    m_canvas.setWindowOffered(true);
    connect(&canvas, &ChartCanvas::zoomWanted, this, &TimeZoom::zoom);
    connect(&canvas, &ChartCanvas::zoomEnded, this, [this] {
        setZoom(std::nullopt);
        emit changed();
    });
    connect(&canvas, &ChartCanvas::windowWanted, this, [this] {
        if (m_zoom)
            emit windowChosen(m_shown.window());
    });
}

void TimeZoom::setSteps(const TimeSteps &steps)
{
    const bool sameStep = steps.step == m_all.step;
    m_all = steps;
    setZoom(sameStep ? m_zoom : std::nullopt);
}

void TimeZoom::zoom(int first, int last)
{
    const TimeWindow &begin = m_shown.spans.at(static_cast<std::size_t>(first));
    const TimeWindow &end = m_shown.spans.at(static_cast<std::size_t>(last));
    setZoom(TimeWindow{begin.start, end.end});
    emit changed();
}

/** Fewer than two steps are no course of time. */
void TimeZoom::setZoom(const std::optional<TimeWindow> &zoom)
{
    const bool wasZoomed = m_zoom.has_value();
    const auto isShown = [&zoom](const TimeWindow &span) { return !zoom || zoom->contains(span.start); };
    const auto begin = std::ranges::find_if(m_all.spans, isShown);
    const auto end = std::find_if_not(begin, m_all.spans.end(), isShown);
    m_zoom = end - begin < 2 ? std::nullopt : zoom;
    m_first = m_zoom ? static_cast<std::size_t>(begin - m_all.spans.begin()) : 0;
    m_shown = m_zoom ? partOf(m_all, m_first, static_cast<std::size_t>(end - begin)) : m_all;
    m_canvas.setZoomed(m_zoom.has_value());
    if (m_zoom.has_value() != wasZoomed)
        emit zoomChanged(m_zoom.has_value());
}

} // namespace linewatch::ui
