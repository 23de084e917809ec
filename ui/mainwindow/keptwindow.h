// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/shownwindow.h"

class QSettings;

namespace linewatch::ui {

/**
 * The choice of the last start; the default where there is none or where it cannot be understood. @p group of
 * the settings: view for the own plant, demo for a demo.
 */
ShownWindow keptShownWindow(const QSettings &settings, QLatin1String group);
void keepShownWindow(QSettings &settings, QLatin1String group, const ShownWindow &shown);

} // namespace linewatch::ui
