// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/textpart.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"

#include <QRectF>

class QPainter;

namespace linewatch::ui {

QColor toneColour(const Theme &theme, Tone tone);

/** Paints a running text with its tones, wrapped to the width of @p where and cut at its lower edge. */
void paintParts(QPainter &painter, const QRectF &where, const TextParts &parts, const Theme &theme,
                const QFont &font);

} // namespace linewatch::ui
