// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/explanation.h"
#include "analytics/linereport.h"

namespace linewatch::ui {

/** Explains a figure on the page of a line by the numbers of the report that is on screen. Pure. */
Explanation explainLine(FigureKind kind, const LineReport &report);

/** Explains a figure of a row: of a line, or of one of its machines as far as it was on it. Pure. */
Explanation explainFiguresRow(FigureKind kind, const FigureSubject &subject, const FiguresRow &row);
/** The same of a line, HealthyMachines too. Pure. */
Explanation explainLineRow(FigureKind kind, const LineRow &row);
/** The same of a machine on @p line; State is that of the machine wherever it was. Pure. */
Explanation explainMachineOnLine(FigureKind kind, const LineId &line, const MachineOnLine &row);

/** Explains a figure of @p shown that stands beside the same of @p other. Pure. */
Explanation explainCompared(FigureKind kind, const LineReport &shown, const LineReport &other);

} // namespace linewatch::ui
