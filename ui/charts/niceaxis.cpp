// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/niceaxis.h"

#include <algorithm>
#include <cmath>

namespace linewatch::ui {

namespace {

/** The smallest of 1, 2, 4, 5, 10 times a power of ten that is not below @p number. */
double niceStep(double number)
{
    constexpr double tolerance = 1e-9; // 0.3 / 3 is a little more than 0.1
    const double power = std::pow(10.0, std::floor(std::log10(number)));
    for (const double factor : {1.0, 2.0, 4.0, 5.0}) {
        if (number <= factor * power * (1 + tolerance))
            return factor * power;
    }
    return 10 * power;
}

} // namespace

NiceAxis niceAxis(double largest, int steps, double smallestStep)
{
    if (!(largest > 0))
        return {.max = std::max(1.0, smallestStep), .step = std::max(1.0, smallestStep), .places = 0};
    NiceAxis axis;
    axis.step = std::max(niceStep(largest / steps), smallestStep);
    axis.max = axis.step * std::max(1.0, std::ceil(largest / axis.step - 1e-9));
    axis.places = std::max(0, -static_cast<int>(std::floor(std::log10(axis.step) + 1e-9)));
    return axis;
}

std::vector<Tick> NiceAxis::ticks(const QLocale &locale) const
{
    std::vector<Tick> ticks;
    const int count = static_cast<int>(std::lround(max / step));
    for (int i = 0; i <= count; ++i)
        ticks.push_back({.at = i * step, .text = locale.toString(i * step, 'f', places)});
    return ticks;
}

} // namespace linewatch::ui
