// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace linewatch::bench {

/** The value below which @p share (0 to 1) of @p values lie, by the nearest rank; 0 of none. */
double percentile(std::vector<double> values, double share);

double median(const std::vector<double> &values);

/** The median of the runs' ratios, not the ratio of their medians: both of one run had the same machine. */
double medianRatio(const std::vector<double> &over, const std::vector<double> &under);

/** For tables: 27,064 and 0.83, 12.4 ms, 61 MB. */
QString countText(double value);
QString ratioText(double ratio);
QString timeText(double seconds);
QString bytesText(double bytes);
QString rateText(double eventsASecond);

} // namespace linewatch::bench
