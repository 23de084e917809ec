// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timewindow.h"

#include <optional>

namespace linewatch::simulation {

/**
 * How far the story of a plant has come, where it may go faster than time. Its speed may change; what was
 * before the change stays as it was. Not thread-safe.
 */
class StoryClock
{
public:
    /** A part of each @p period of the story that takes as long as it is, whatever the speed. */
    struct Rest {
        std::chrono::microseconds period;
        std::chrono::microseconds begin; ///< from the beginning of a period
        std::chrono::microseconds end;
    };

    /** The story begins at @p start, at the speed of time. */
    explicit StoryClock(Instant start, std::optional<Rest> rest = std::nullopt);

    /** From @p from on; not before the last change. @p speed must be positive. */
    void setSpeed(Instant from, double speed);
    /** Since the beginning of the story. @p time is not before the last change of speed. */
    std::chrono::microseconds at(Instant time) const;

private:
    std::optional<Rest> m_rest;
    Instant m_from;                       ///< of the last change
    std::chrono::microseconds m_story{0}; ///< how far it was then
    double m_speed = 1.0;
};

/** A span as a share or a multiple of itself, to the microsecond. */
std::chrono::microseconds scaled(std::chrono::microseconds span, double factor);

} // namespace linewatch::simulation
