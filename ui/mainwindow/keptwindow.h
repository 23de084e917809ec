// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/shownwindow.h"

class QSettings;

namespace linewatch::ui {

/** The choice of the last start; the default where there is none or where it cannot be understood. */
ShownWindow keptShownWindow(const QSettings &settings);
void keepShownWindow(QSettings &settings, const ShownWindow &shown);

} // namespace linewatch::ui
