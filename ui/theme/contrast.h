// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace linewatch::ui {

/** The contrast of two opaque colours as WCAG 2.1 defines it: 1 (the same) to 21 (black on white). */
double contrast(const QColor &one, const QColor &other);

} // namespace linewatch::ui
