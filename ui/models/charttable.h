// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/cycletimes.h"
#include "ui/models/formats.h"
#include "ui/models/pareto.h"
#include "ui/models/statetimes.h"
#include "ui/models/timeseries.h"
#include "ui/models/trend.h"

namespace linewatch::ui {

/**
 * The values of a chart for a spreadsheet: a row of names with their units, then a row for each column of the
 * chart, cells divided by tabs. Numbers by the locale, without marks between thousands; what is not known is
 * an empty cell. Pure.
 */
QString trendTable(const Trend &trend, const Formats &formats);
QString paretoTable(const Pareto &pareto, const Formats &formats);
/** The names are those of the line and of the bars. */
QString timeSeriesTable(const TimeSeries &series, const QString &valueName, const QString &barName,
                        const Formats &formats);
/** A row for each band. */
QString stateTable(const StateTimes &times, const Formats &formats);
QString cycleTimesTable(const CycleTimes &times, const Formats &formats);

} // namespace linewatch::ui
