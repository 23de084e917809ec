// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/linkdoor.h"
#include "monitor/startoptions.h"

class QSettings;

namespace linewatch {

/**
 * The doors by which a window with these options can be found, the first one first: that of its settings and
 * its store, and, for links that name no store, that of its settings alone, which the first window has.
 */
QStringList linkDoorPaths(const QSettings &settings, const StartOptions &options);

/** Gives the link of @p options to a window that runs already. Before there is one of our own. */
bool isHandedOver(const QSettings &settings, const StartOptions &options);

} // namespace linewatch
