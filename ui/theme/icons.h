// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"

#include <QColor>
#include <QIcon>
#include <QRectF>

class QPainter;

namespace linewatch::ui {

/** The signs that go with a word; each has a shape of its own, readable without its colour. */
enum class Icon {
    Healthy,  ///< a circle with a check
    Warning,  ///< a filled triangle
    Silent,   ///< a broken ring with a stroke
    NoData,   ///< a dotted ring with a dash
    Critical, ///< a filled octagon
};

Icon iconOf(MachineState state);

/** Paints the icon in one colour; @p where is a square. The picture is kept for the next time. */
void paintIcon(QPainter &painter, const QRectF &where, Icon icon, const QColor &colour);

/** The icon of the program itself. */
QIcon applicationIcon();

} // namespace linewatch::ui
