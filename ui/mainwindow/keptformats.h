// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/formats.h"

class QSettings;

namespace linewatch {
class SettingsFile;
}

namespace linewatch::ui {

/** How figures and times are written by the choices of the last start; @p system is what the computer does.
 */
Formats keptFormats(const QSettings &window, const Formats &system);

/**
 * Takes over what the settings file says of the window, in its section [view], where that is new or has
 * changed since the last start: what is chosen in the window afterwards counts until then.
 */
void takeView(QSettings &window, const SettingsFile &file);

} // namespace linewatch::ui
