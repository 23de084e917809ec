// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace linewatch::bench {

/** How late answers came, counted in steps of 50 µs up to 2 s: a long run takes no more memory than a short
 * one. */
class LatenessCounts
{
public:
    void add(double seconds);

    std::int64_t count() const { return m_count; }
    /** Seconds; 0 of none. */
    double percentile(double share) const;
    double max() const { return m_max; }

private:
    std::vector<std::int64_t> m_steps = std::vector<std::int64_t>(40'000);
    std::int64_t m_count = 0;
    double m_max = 0;
};

/**
 * Asks the event loop of the thread that made it for an answer each 5 ms, from a thread of its own that does
 * not wait for answers: while the loop is held up, every question of that time is answered late.
 */
class LatenessProbe : public QObject
{
    Q_OBJECT

public:
    LatenessProbe();
    ~LatenessProbe() override;

    /** From sending to answering, since the last time this was called. */
    LatenessCounts take();

private:
    void ask();
    Q_INVOKABLE void answer();

    LatenessCounts m_counts;
    std::mutex m_mutex; ///< guards what was asked
    std::deque<std::chrono::steady_clock::time_point> m_asked;
    std::atomic<bool> m_ending = false;
    std::thread m_thread; // last: uses the rest
};

} // namespace linewatch::bench
