// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPixmap>

class QWidget;

namespace linewatch::ui {

/** The widget as it is on screen, on @p ground in place of what lies behind it. */
QPixmap pictureOf(QWidget &widget, const QColor &ground);
void copyPicture(QWidget &widget, const QColor &ground);
void copyText(const QString &text);
/** Asks for a file name without blocking, starting with @p name, and says so when it cannot be written. */
void savePicture(QWidget &widget, const QColor &ground, const QString &name);

} // namespace linewatch::ui
