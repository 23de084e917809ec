// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/formats.h"
#include "ui/models/pareto.h"
#include "ui/models/trend.h"

namespace linewatch::ui {

/**
 * The values of a chart for a spreadsheet: a row of names with their units, then a row for each column of the
 * chart, cells divided by tabs. Numbers by the locale, without marks between thousands; what is not known is
 * an empty cell. Pure.
 */
QString trendTable(const Trend &trend, const Formats &formats);
QString paretoTable(const Pareto &pareto, const Formats &formats);

} // namespace linewatch::ui
