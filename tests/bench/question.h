// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/filledstores.h"

#include <random>
#include <string>
#include <vector>

namespace linewatch::bench {

enum class Subject : std::uint8_t {
    Stats,   ///< GET /stats of one machine
    TopLines ///< GET /stats/top-defect-lines
};

/** A question over [startUs, endUs); microseconds since the epoch. */
struct Question {
    Subject subject = Subject::Stats;
    std::string machine; ///< of Stats
    std::int64_t startUs = 0;
    std::int64_t endUs = 0;

    /** Path and query, as they are asked for. */
    std::string target() const;
};

/** A length of window that is asked about. */
struct WindowKind {
    const char *name;
    std::int64_t lengthUs;
};

inline constexpr std::int64_t HourUs = 3'600'000'000;
inline constexpr std::int64_t DayUs = 24 * HourUs;
inline constexpr WindowKind WindowKinds[] = {{"1 h", HourUs}, {"1 day", DayUs}, {"30 days", 30 * DayUs}};

/**
 * Makes questions about random machines and windows whose edges are odd down to the microsecond. None ends
 * after
 * @p latestUs. Windows up to a day lie anywhere in the store, those of 30 days end within the day before
 * that.
 */
class Questions
{
public:
    Questions(const FilledStore &store, std::int64_t latestUs, std::uint64_t seed);

    Question next(Subject subject, const WindowKind &kind);
    std::vector<Question> list(Subject subject, const WindowKind &kind, int count);

private:
    StreamPlan m_stream;
    std::int64_t m_latestUs;
    std::mt19937_64 m_random;
};

} // namespace linewatch::bench
