// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kpi.h"

#include "model/halfup.h"

#include <algorithm>
#include <cmath>

namespace linewatch {

namespace {

constexpr std::int64_t microsecondsPerHour = 3'600'000'000;

} // namespace

Totals &Totals::operator+=(const Totals &other)
{
    events += other.events;
    runTimeMs += other.runTimeMs;
    defects += other.defects;
    unknownEvents += other.unknownEvents;
    return *this;
}

Totals &Totals::operator-=(const Totals &other)
{
    events -= other.events;
    runTimeMs -= other.runTimeMs;
    defects -= other.defects;
    unknownEvents -= other.unknownEvents;
    return *this;
}

double Decimal::toDouble() const
{
    return static_cast<double>(scaled) / std::pow(10.0, places);
}

std::string Decimal::toString() const
{
    std::string digits = std::to_string(scaled);
    if (const auto least = static_cast<std::size_t>(places) + 1; digits.size() < least)
        digits.insert(0, least - digits.size(), '0');
    const std::size_t point = digits.size() - static_cast<std::size_t>(places);
    std::string fraction = digits.substr(point);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return digits.substr(0, point) + '.' + (fraction.empty() ? "0" : fraction);
}

namespace kpi {

Decimal defectRate(std::int64_t defects, std::chrono::microseconds length)
{
    return {divideHalfUp(Wide{100} * defects * microsecondsPerHour, length.count()), 2};
}

Health health(std::int64_t defects, std::chrono::microseconds length, double threshold)
{
    const auto limit = static_cast<Wide>(std::llround(threshold * 1000.0)) * length.count();
    return Wide{1000} * defects * microsecondsPerHour < limit ? Health::Healthy : Health::Warning;
}

Decimal availability(std::int64_t runTimeMs, std::chrono::microseconds length)
{
    constexpr int places = 4;
    constexpr std::int64_t one = 10'000;
    const std::int64_t share = divideHalfUp(Wide{one} * runTimeMs * 1000, length.count());
    return {std::min(share, one), places};
}

Decimal defectsPercent(std::int64_t defects, std::int64_t events)
{
    if (events == 0)
        return {0, 2};
    return {divideHalfUp(Wide{10'000} * defects, events), 2};
}

} // namespace kpi

std::string_view wireName(Health health)
{
    return health == Health::Healthy ? "Healthy" : "Warning";
}

} // namespace linewatch
