// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/batch.h"

#include <random>
#include <vector>

namespace linewatch::test {

/**
 * Batches as a noisy plant sends them, from a seed: few ids, machines and lines, so that they meet;
 * duplicates, ties, stale and claimed receipts, corrections that move events between minutes, hours, days,
 * machines, lines.
 */
class RandomStream
{
public:
    explicit RandomStream(unsigned seed) : m_random(seed) { }

    std::vector<PendingBatch> nextGroup();
    int number(int lowest, int highest) { return std::uniform_int_distribution(lowest, highest)(m_random); }
    /** A time at or around a bucket's border, sometimes before 1970. */
    Instant time();

private:
    BatchEvents::value_type element();

    std::mt19937 m_random;
    Instant m_now{std::chrono::hours{24 * 365}};
    std::vector<IncomingEvent> m_sent;
};

} // namespace linewatch::test
