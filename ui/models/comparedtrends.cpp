// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/comparedtrends.h"

#include "ui/models/linepieces.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <span>

namespace linewatch::ui {

using std::chrono::microseconds;
using std::chrono::seconds;

namespace {

struct TrendsTexts {
    Q_DECLARE_TR_FUNCTIONS(ComparedTrends)
};

/** Of what is known; by the length of the samples, which the window may cut. */
std::optional<double> mean(std::span<const TrendSample> samples, TrendMeasure measure)
{
    double sum = 0;
    double known = 0;
    for (const TrendSample &sample : samples) {
        if (!(sample.*measure))
            continue;
        const auto length = static_cast<double>(sample.span.length().count());
        sum += length * *(sample.*measure);
        known += length;
    }
    return known > 0 ? std::optional(sum / known) : std::nullopt;
}

/** Where the middle of a sample lies, in columns. */
double columnOf(const TrendSample &sample, const Trend &trend, seconds step)
{
    const microseconds middle = sample.span.start - trend.window.start + sample.span.length() / 2;
    return static_cast<double>(middle.count()) / static_cast<double>(microseconds(step).count()) - 0.5;
}

} // namespace

Trend coarser(const Trend &trend, std::size_t most)
{
    const std::size_t together = (trend.samples.size() + most - 1) / most;
    if (together < 2)
        return trend;
    Trend result{.window = trend.window, .step = trend.step * static_cast<int>(together), .samples = {}};
    for (std::size_t first = 0; first < trend.samples.size(); first += together) {
        const std::size_t end = std::min(first + together, trend.samples.size());
        const std::span<const TrendSample> part(trend.samples.data() + first, end - first);
        TrendSample sample;
        sample.span = {part.front().span.start, part.back().span.end};
        sample.running = part.back().running;
        sample.events = mean(part, &TrendSample::events);
        sample.defects = mean(part, &TrendSample::defects);
        result.samples.push_back(sample);
    }
    return result;
}

microseconds ComparedTrends::length() const
{
    return std::max(shown.trend.window.length(), other.trend.window.length());
}

int ComparedTrends::columns() const
{
    const microseconds width = step();
    return static_cast<int>((length() + width - microseconds{1}) / width);
}

std::vector<QList<QPointF>> comparedLines(const Trend &trend, TrendMeasure measure, seconds step)
{
    std::vector<std::optional<QPointF>> line;
    for (const TrendSample &sample : trend.samples) {
        const std::optional<double> &value = sample.*measure;
        line.push_back(value ? std::optional(QPointF(columnOf(sample, trend, step), *value)) : std::nullopt);
    }
    return linePieces(line);
}

std::optional<double> comparedValue(const Trend &trend, TrendMeasure measure, seconds step, int column)
{
    const Instant middle = trend.window.start + column * microseconds(step) + microseconds(step) / 2;
    for (const TrendSample &sample : trend.samples) {
        const bool isLast = &sample == &trend.samples.back(); // it may be cut before the middle of its column
        if (sample.span.contains(middle) || (isLast && std::lround(columnOf(sample, trend, step)) == column))
            return sample.*measure;
    }
    return std::nullopt;
}

std::vector<seconds> relativeTicks(microseconds length, int most)
{
    constexpr int day = 1440;
    constexpr std::array minutes{1,   2,   5,   10,      15,      30,       60,       120,      180,
                                 360, 720, day, 2 * day, 7 * day, 14 * day, 28 * day, 91 * day, 364 * day};
    seconds interval = std::chrono::minutes{minutes.back()};
    for (const int candidate : minutes) {
        if (length / std::chrono::minutes{candidate} < most) {
            interval = std::chrono::minutes{candidate};
            break;
        }
    }
    std::vector<seconds> ticks;
    for (seconds tick{0}; tick <= length; tick += interval)
        ticks.push_back(tick);
    return ticks;
}

QString sinceStart(seconds length, const Formats &formats)
{
    using std::chrono::days;
    using std::chrono::hours;
    using std::chrono::minutes;
    if (length.count() == 0)
        return formats.count(0);
    if (length % days{1} == seconds{0})
        return TrendsTexts::tr("+%1 d").arg(formats.count(length / days{1}));
    if (length % hours{1} == seconds{0})
        return TrendsTexts::tr("+%1 h").arg(formats.count(length / hours{1}));
    return TrendsTexts::tr("+%1 min").arg(formats.count(length / minutes{1}));
}

} // namespace linewatch::ui
