// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace linewatch::ui {

/**
 * Where text cannot be read in @p window and all that stands in it, one sentence each: text that is painted
 * beside the edges of its widget or over other text, text that was shortened and is no name that the plant
 * gave
 * (@p names), a widget that its parents hide a part of and nobody can scroll to, a button or label that is
 * smaller than its text, an entry of the menu bar that has no room.
 */
QStringList cutTexts(QWidget &window, const QStringList &names);

} // namespace linewatch::ui
