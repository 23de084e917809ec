// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/formats.h"
#include "ui/models/trend.h"

#include <QList>
#include <QPointF>

namespace linewatch::ui {

/** A trend with its name. */
struct NamedTrend {
    QString name;
    Trend trend;
};

/** Two trends on one axis of time: by the clock where they are of one window, else since their start. */
struct ComparedTrends {
    NamedTrend shown;
    NamedTrend other;

    bool isRelative() const { return shown.trend.window != other.trend.window; }
    /** The width of a column of the chart. */
    std::chrono::seconds step() const { return std::max(shown.trend.step, other.trend.step); }
    std::chrono::microseconds length() const;
    int columns() const;
};

/** The same in wider steps where there are more than @p most: single ones are too few events to compare. */
Trend coarser(const Trend &trend, std::size_t most);

/** The value of a sample to be compared. */
using TrendMeasure = std::optional<double> TrendSample::*;

/**
 * The line through the values of a trend, in pieces where it has gaps. x is in columns of @p step from the
 * start of the trend's window, 0 being the middle of the first. Pure.
 */
std::vector<QList<QPointF>> comparedLines(const Trend &trend, TrendMeasure measure,
                                          std::chrono::seconds step);

/** The value at a column; nothing in a gap or beyond the end. Pure. */
std::optional<double> comparedValue(const Trend &trend, TrendMeasure measure, std::chrono::seconds step,
                                    int column);

/** Round lengths of time from zero on, at most @p most of them, within @p length. Pure. */
std::vector<std::chrono::seconds> relativeTicks(std::chrono::microseconds length, int most);

/** '+15 min', '+2 h', '+3 d'; '0' for none. */
QString sinceStart(std::chrono::seconds length, const Formats &formats);

} // namespace linewatch::ui
