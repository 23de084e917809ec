// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/explanation.h"
#include "analytics/linereport.h"

namespace linewatch::ui {

/** Explains a figure on the page of a line by the numbers of the report that is on screen. Pure. */
Explanation explainLine(FigureKind kind, const LineReport &report);

/** Explains a figure of a row: of a line, or of one of its machines as far as it was on it. Pure. */
Explanation explainFiguresRow(FigureKind kind, const FigureSubject &subject, const FiguresRow &row);

} // namespace linewatch::ui
