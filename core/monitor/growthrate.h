// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>

namespace linewatch {

/** How fast something grows, from how large it was over the last day. */
class GrowthRate
{
public:
    using Time = std::chrono::steady_clock::time_point;

    /** Before that much was seen of it, nothing is said: a store grows by leaps. */
    static constexpr std::chrono::minutes Least{60};
    static constexpr std::chrono::hours Longest{24};

    /** @p at must not be before the one noted last. */
    void note(Time at, std::int64_t bytes);
    /** Bytes a day, below zero when it shrinks; nothing while too little was seen. */
    std::optional<std::int64_t> perDay() const;

private:
    struct Size {
        Time at;
        std::int64_t bytes;
    };
    std::deque<Size> m_sizes; ///< oldest first
};

} // namespace linewatch
