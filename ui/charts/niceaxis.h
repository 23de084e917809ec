// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <algorithm>
#include <optional>
#include <vector>

namespace linewatch::ui {

/** A mark on an axis, in the axis' own unit. */
struct Tick {
    double at = 0;
    QString text;

    friend bool operator==(const Tick &, const Tick &) = default;
};

/** An axis from zero to a number that people like to read. */
struct NiceAxis {
    double max = 1;
    double step = 1;
    int places = 0; ///< decimal places that its numbers need

    /** One at each step, zero and max among them. */
    std::vector<Tick> ticks(const QLocale &locale) const;
    friend bool operator==(const NiceAxis &, const NiceAxis &) = default;
};

/** How many steps have room on the axis of a chart as high as most are. */
inline constexpr int AxisSteps = 4;

/**
 * From zero to at least @p largest in at most @p steps steps of 1, 2, 4 or 5 times a power of ten, and no
 * step below @p smallestStep: counts want 1. Where nothing is larger than zero, one step. Pure.
 */
NiceAxis niceAxis(double largest, int steps, double smallestStep = 0);

/** The largest value that @p samples have there; 0 where none is larger. Pure. */
template <class Sample>
double largestOf(const std::vector<Sample> &samples, std::optional<double> Sample::*value)
{
    double largest = 0;
    for (const Sample &sample : samples)
        largest = std::max(largest, (sample.*value).value_or(0));
    return largest;
}

} // namespace linewatch::ui
