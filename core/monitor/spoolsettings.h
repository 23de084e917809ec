// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/settingkeys.h"
#include "storage/spoolplace.h"

namespace linewatch {

/**
 * Where the section [spool] of the settings has batches wait: file, else spool.db in the user's data folder,
 * and maxBytes. The failure is one line for people.
 */
Result<void> readSpool(const SettingValues &values, SpoolPlace &place);

} // namespace linewatch
