// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timewindow.h"

#include <cstdint>
#include <random>

namespace linewatch::test {

/** Chance for property tests: the same in every run, so that what failed once fails again. */
class Dice
{
public:
    explicit Dice(std::uint32_t seed) : m_engine(seed) { }

    /** Both ends may come. */
    std::int64_t between(std::int64_t lowest, std::int64_t highest)
    {
        return std::uniform_int_distribution<std::int64_t>(lowest, highest)(m_engine);
    }
    Instant between(Instant earliest, Instant latest)
    {
        const auto since = between(earliest.time_since_epoch().count(), latest.time_since_epoch().count());
        return Instant{std::chrono::microseconds{since}};
    }
    std::size_t below(std::size_t bound)
    {
        return static_cast<std::size_t>(between(0, static_cast<std::int64_t>(bound) - 1));
    }
    bool chance(int percent) { return between(1, 100) <= percent; }

    template <class Container>
    const typename Container::value_type &pick(const Container &from)
    {
        return from[below(from.size())];
    }

private:
    std::mt19937 m_engine;
};

} // namespace linewatch::test
