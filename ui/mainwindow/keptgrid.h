// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/gridchoice.h"

class QSettings;

namespace linewatch::ui {

/** How the machine grid was last; the default for what is not kept or cannot be understood. */
GridChoice keptGridChoice(const QSettings &settings);
void keepGridChoice(QSettings &settings, const GridChoice &choice);

} // namespace linewatch::ui
