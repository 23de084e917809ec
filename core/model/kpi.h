// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timewindow.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace linewatch {

/** What a set of events sums to; the numbers that every figure is made from. */
struct Totals {
    std::int64_t events = 0;
    std::int64_t runTimeMs = 0;
    std::int64_t defects = 0;       ///< known ones
    std::int64_t unknownEvents = 0; ///< events whose defects are not known

    Totals &operator+=(const Totals &other);
    Totals &operator-=(const Totals &other);
    friend bool operator==(const Totals &, const Totals &) = default;
};

/**
 * A number of decimal places that was rounded half up, once, on integers.
 * @c scaled is the number times 10^places.
 */
struct Decimal {
    std::int64_t scaled = 0;
    int places = 0;

    double toDouble() const;
    /** At least one decimal place, no trailing zero beyond it: 1.0, 0.25. */
    std::string toString() const;
    friend bool operator==(const Decimal &, const Decimal &) = default;
};

/** A machine's health by its defect rate (contract, GET /stats). */
enum class Health : std::uint8_t { Healthy, Warning };

namespace kpi {

/** The threshold a machine has while nobody set another, in defects an hour. */
inline constexpr double DefaultHealthThreshold = 2.0;

/** Known defects / hours of the window, 2 decimals. @p length must be positive. */
Decimal defectRate(std::int64_t defects, std::chrono::microseconds length);

/** Warning from the threshold on, judged by the unrounded rate. @p threshold in defects an hour. */
Health health(std::int64_t defects, std::chrono::microseconds length,
              double threshold = DefaultHealthThreshold);

/** min(1, run time / window length), 4 decimals. @p length must be positive. */
Decimal availability(std::int64_t runTimeMs, std::chrono::microseconds length);

/** 100 x known defects / events, 2 decimals; may pass 100; 0 when there are no events. */
Decimal defectsPercent(std::int64_t defects, std::int64_t events);

} // namespace kpi

/** "Healthy" or "Warning". */
std::string_view wireName(Health health);

} // namespace linewatch
