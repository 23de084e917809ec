// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"

namespace linewatch {

/** A stretch of time in which the events of a source count for one line. */
struct LineSpan {
    TimeWindow window;
    LineId line;

    friend bool operator==(const LineSpan &, const LineSpan &) = default;
};

/**
 * The lines that a source counts for over @p window, in the order of time: they follow each other without a
 * gap and fill it. Before @p horizon, where only sums of whole hours are left, a line counts from the start
 * of the hour in which it changed. Pure.
 */
std::vector<LineSpan> lineSpans(const Source &source, TimeWindow window, Instant horizon = NothingRemoved);

/** Every line that a source counts for at some time. Pure. */
std::vector<LineId> linesOf(const Source &source);

} // namespace linewatch
