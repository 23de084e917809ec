// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>

namespace linewatch {

/** How long something took, counted in fixed steps; any thread may add and read. */
class Histogram
{
public:
    /** Upper bounds in seconds; one more bucket takes the rest. */
    static constexpr std::array<double, 12> Bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                   0.1,   0.25,   0.5,   1.0,  2.5,   5.0};

    struct Reading {
        std::array<std::uint64_t, Bounds.size() + 1> cumulative{}; ///< the last one counts all
        double sumSeconds = 0;
    };

    void add(std::chrono::microseconds duration);
    Reading read() const;

private:
    std::array<std::atomic<std::uint64_t>, Bounds.size() + 1> m_counts{};
    std::atomic<std::uint64_t> m_sumMicroseconds{0};
};

} // namespace linewatch
