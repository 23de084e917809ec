// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figures.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace linewatch::bench {

namespace {

QString number(double value, int decimals)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(value, 'f', decimals);
}

/** Three digits that count, as far as decimals can give them. */
int decimalsFor(double value)
{
    return value >= 100 ? 0 : value >= 10 ? 1 : 2;
}

} // namespace

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    const std::size_t place = std::clamp<std::size_t>(rank, 1, values.size()) - 1;
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(place), values.end());
    return values[place];
}

double median(const std::vector<double> &values)
{
    return percentile(values, 0.5);
}

double medianRatio(const std::vector<double> &over, const std::vector<double> &under)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < std::min(over.size(), under.size()); ++i)
        ratios.push_back(over[i] / under[i]);
    return median(ratios);
}

QString countText(double value)
{
    return number(value, 0);
}

QString ratioText(double ratio)
{
    return number(ratio, decimalsFor(ratio));
}

QString timeText(double seconds)
{
    if (seconds >= 1)
        return number(seconds, decimalsFor(seconds)) + QStringLiteral(" s");
    if (seconds >= 1e-3)
        return number(seconds * 1e3, decimalsFor(seconds * 1e3)) + QStringLiteral(" ms");
    return number(seconds * 1e6, decimalsFor(seconds * 1e6)) + QStringLiteral(" µs");
}

QString bytesText(double bytes)
{
    if (bytes >= 1e6)
        return number(bytes / 1e6, decimalsFor(bytes / 1e6)) + QStringLiteral(" MB");
    return number(bytes, 0) + QStringLiteral(" B");
}

QString rateText(double eventsASecond)
{
    return number(eventsASecond, 0) + QStringLiteral("/s");
}

} // namespace linewatch::bench
