// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cyclekpi.h"

#include "model/halfup.h"

namespace linewatch::kpi {

Decimal meanCycle(std::int64_t runTimeMs, std::int64_t events)
{
    const Wide divisor = Wide{1'000} * events; // ms to s
    constexpr int shortBelow = 10;
    if (Wide{runTimeMs} < shortBelow * divisor)
        return {divideHalfUp(Wide{100} * runTimeMs, divisor), 2};
    return {divideHalfUp(Wide{10} * runTimeMs, divisor), 1};
}

Decimal eventsPerMinute(std::int64_t events, std::chrono::microseconds length)
{
    constexpr std::int64_t microsecondsPerMinute = 60'000'000;
    constexpr int fewBelow = 10;
    const Wide perMinute = Wide{events} * microsecondsPerMinute;
    if (events > 0 && perMinute < Wide{fewBelow} * length.count())
        return {divideHalfUp(10 * perMinute, length.count()), 1};
    return {divideHalfUp(perMinute, length.count()), 0};
}

} // namespace linewatch::kpi
