// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/monitorsettings.h"
#include "monitor/settingkeys.h"

namespace linewatch {

/**
 * Takes the limits that @p values give, by their names in the section [limits], over into @p settings; the
 * others keep what they are. The failure names the first that is no whole number within its bounds, and the
 * bounds.
 */
Result<void> readLimits(const SettingValues &values, MonitorSettings &settings);

/** The same for what machines are judged by, in the section [thresholds]. */
Result<void> readRules(const SettingValues &values, StateRules &rules);

/** Where to serve and with which limits, with the standards for what @p values do not give. */
Result<MonitorSettings> readEndpoint(const SettingValues &values);

} // namespace linewatch
