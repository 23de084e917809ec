// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/explanation.h"
#include "ui/models/formats.h"

namespace linewatch::ui {

/** A figure as it stands on a card, without its unit: '11.98', '26.0', '+3.0', '<0.1'. Pure. */
QString shownNumber(FigureKind kind, const Decimal &figure, const Formats &formats);

/** The same with its unit, as it stands in a row or a sentence: '11.98 /h', '26.0 %', '5 h 12 min'. Pure. */
QString shownFigure(FigureKind kind, const Decimal &figure, const Formats &formats);

/** With its unit, too, in the words of @p number. Pure. */
QString withUnit(FigureKind kind, const QString &number);

} // namespace linewatch::ui
