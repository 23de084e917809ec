// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QRectF>

#include <vector>

class QWidget;

namespace linewatch::ui {

/** A piece of text as it was painted. */
struct PaintedText {
    QString text;
    QRectF where; ///< in the widget: as wide as the text, as high as its capitals
};

/** All text that a widget itself paints, without its children; also what it paints beside its own edges. */
std::vector<PaintedText> textsPaintedBy(QWidget &widget);

} // namespace linewatch::ui
