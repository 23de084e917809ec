// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/monitorsettings.h"

namespace linewatch {

class OptionSources;

/**
 * Takes the limits that the settings file gives, by their names in its section [limits], over into
 * @p settings; the others keep what they are. The failure names the first that is no whole number within its
 * bounds, and the bounds.
 */
Result<void> readLimits(const OptionSources &sources, MonitorSettings &settings);

} // namespace linewatch
