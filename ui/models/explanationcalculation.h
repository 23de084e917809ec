// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/explanation.h"
#include "ui/models/formats.h"

namespace linewatch::ui {

/** A machine's share of a count as it is written: a few by name, then the others together, without a name. */
struct NamedPart {
    QString name; ///< empty: the others
    std::int64_t count = 0;
    std::int64_t machines = 1; ///< how many it stands for
};

/** The parts that are written out; none where there is at most one. Pure. */
std::vector<NamedPart> writtenParts(const Explanation &explanation);

/** A number of microseconds in seconds, with all its digits and no more: '3,607.25'. Pure. */
QString exactSeconds(std::chrono::microseconds length, const Formats &formats);

/** '15 Jan 14:12:07.25 CET' with all its digits; without the date where @p withDate is false. Pure. */
QString exactTime(Instant instant, bool withDate, const Formats &formats);

/**
 * The arithmetic with all digits, which ends at the figure as it is shown; empty where there is no result.
 * Pure.
 */
QString explanationCalculation(const Explanation &explanation, const Formats &formats);

/** The figure as it is shown, with its unit; a dash where there is none. Pure. */
QString explanationResult(const Explanation &explanation, const Formats &formats);

} // namespace linewatch::ui
