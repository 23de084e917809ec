// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/explanation.h"

#include <QString>

namespace linewatch::ui {

/** 'Defect rate of Press 2'. Pure. */
QString explanationTitle(const Explanation &explanation);

/** The definition of a figure, in a sentence or as a formula. Pure. */
QString explanationFormula(FigureKind kind);

} // namespace linewatch::ui
