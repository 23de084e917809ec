// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace linewatch {

/**
 * When the writer makes the next step of its chore: so that batches which keep coming lose less than a tenth
 * of its time to it, and so that one which waits gets it soon where hardly any come. Pure.
 */
class ChorePace
{
public:
    using Time = std::chrono::microseconds;

    /** Of the time spent on batches, and of that spent waiting for some, so many parts for one of a step. */
    static constexpr int WorkForStep = 15;
    static constexpr int WaitForStep = 6;
    /** Before it is asked again whether there is anything to do. */
    static constexpr Time UntilAskedAgain = std::chrono::seconds{10};

    bool isDue() const { return patience() == Time{0}; }
    /** How long to wait for batches before the next step. */
    Time patience() const;

    void waited(Time time) { m_waited += time; }
    void worked(Time time) { m_worked += time; }
    /** A step was made that took @p time; @p more: it was not the last. */
    void stepped(Time time, bool more);

private:
    bool m_more = true;
    bool m_wasIdle = true; ///< no batch came between the last two steps
    Time m_step{0};
    Time m_waited{0}; ///< since the last step
    Time m_worked{0}; ///< the same
};

} // namespace linewatch
