// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/machinereport.h"
#include "ui/models/formats.h"
#include "ui/models/statetimes.h"
#include "ui/models/timeseries.h"

namespace linewatch::ui {

/** The steps of a report. Pure. */
TimeSteps timeStepsOf(const MachineReport &report);
/** Its states over time. Pure. */
StateTimes stateTimesOf(const MachineReport &report);

/**
 * Known defects an hour over the health window that ends with each step, which is what states are judged by,
 * or over the step itself where that is longer; the bars are the known defects of the step. Nothing where no
 * event came, or where all defects are unknown. Pure.
 */
TimeSeries defectRateSeries(const MachineReport &report, const StateRules &rules, const Formats &formats);

/** The mean seconds a cycle in each step; the bars are its events. Pure. */
TimeSeries cycleTimeSeries(const MachineReport &report, const Formats &formats);

} // namespace linewatch::ui
