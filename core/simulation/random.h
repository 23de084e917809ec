// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ids.h"

#include <cstdint>
#include <random>

namespace linewatch::simulation {

/**
 * Chance that can be repeated: the same seed and stream give the same values with every compiler and standard
 * library, which the distributions of <random> do not promise. Not thread-safe.
 */
class Random
{
public:
    /** Streams of one seed are independent of each other. */
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

    std::uint64_t next() { return m_engine(); }
    /** 0 to bound - 1; @p bound must be positive. */
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }
    /** Both ends included; @p highest must not be below @p lowest. */
    std::int64_t between(std::int64_t lowest, std::int64_t highest);
    /** 0 to 1, without 1. */
    double unit();
    /** True with that probability. */
    bool chance(double probability) { return unit() < probability; }

    /** A UUID, version 4, in canonical lower-case form (RFC 9562, 5.4). */
    EventId uuid();

private:
    std::mt19937_64 m_engine;
};

} // namespace linewatch::simulation
