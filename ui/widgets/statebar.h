// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/keyfigures.h"

#include <QRectF>

#include <array>

class QPainter;

namespace linewatch::ui {

struct Theme;

/**
 * How long the parts of a bar of @p width pixels are, by MachineState: in proportion, except that a state
 * with a machine in it always gets enough to be seen. Pure.
 */
std::array<double, MachineStateCount> stateBarParts(const StateCounts &counts, double width);

/** Healthy, Warning, Silent, No data from left to right; an empty groove when there are no machines. */
void paintStateBar(QPainter &painter, const QRectF &where, const StateCounts &counts, const Theme &theme);

} // namespace linewatch::ui
