// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/storyclock.h"

#include <cmath>

namespace linewatch::simulation {

using std::chrono::microseconds;

namespace {

/** From here on the story goes at one pace for a while. */
struct Stretch {
    double pace;
    microseconds length; ///< of the story
};

Stretch stretchAt(microseconds story, const StoryClock::Rest &rest, double speed)
{
    const microseconds into = story % rest.period;
    if (into >= rest.begin && into < rest.end)
        return {1.0, rest.end - into};
    return {speed, into < rest.begin ? rest.begin - into : rest.period - into + rest.begin};
}

} // namespace

microseconds scaled(microseconds span, double factor)
{
    return microseconds{std::llround(static_cast<double>(span.count()) * factor)};
}

StoryClock::StoryClock(Instant start, std::optional<Rest> rest) : m_rest(rest), m_from(start) { }

void StoryClock::setSpeed(Instant from, double speed)
{
    m_story = at(from);
    m_from = from;
    m_speed = speed;
}

microseconds StoryClock::at(Instant time) const
{
    microseconds left = time - m_from;
    if (m_speed == 1.0)
        return m_story + left;
    if (!m_rest)
        return m_story + scaled(left, m_speed);
    microseconds story = m_story;
    for (;;) {
        const Stretch stretch = stretchAt(story, *m_rest, m_speed);
        const microseconds needed = scaled(stretch.length, 1.0 / stretch.pace);
        if (left < needed)
            return story + scaled(left, stretch.pace);
        story += stretch.length;
        left -= needed;
    }
}

} // namespace linewatch::simulation
