// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/groupfigures.h"
#include "ui/models/formats.h"

namespace linewatch::ui {

/** The texts of figures, the same wherever they stand; a dash where there is nothing to tell. Pure. */
namespace grouptext {

QString events(const GroupFigures &figures, const Formats &formats);
/** Known ones. */
QString defects(const GroupFigures &figures, const Formats &formats);
/** '5 h 12 min', '4 min 10 s', '37 s' */
QString runTime(const GroupFigures &figures, const Formats &formats);
/** An hour, without the unit. */
QString defectRate(const GroupFigures &figures, const Formats &formats);
/** Per 100 events. */
QString defectsPercent(const GroupFigures &figures, const Formats &formats);
/** '82.4 %' */
QString availability(const GroupFigures &figures, const Formats &formats);
/** '3.5 %'; '0 %' where all is known. */
QString unknown(const GroupFigures &figures, const Formats &formats);

/** A length of time as words: '5 h 12 min', '4 min 10 s', '37 s'. */
QString duration(std::chrono::seconds length, const Formats &formats);

/** The difference of two figures with its sign, '0' where there is none; a dash where one is nothing. */
QString difference(const std::optional<Decimal> &figure, const std::optional<Decimal> &other,
                   const Formats &formats);
/** The same of two shares of one, in percentage points: '+1.2 points'. */
QString pointsDifference(const std::optional<Decimal> &figure, const std::optional<Decimal> &other,
                         const Formats &formats);

} // namespace grouptext

} // namespace linewatch::ui
