// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"
#include "storage/spoolplace.h"

namespace linewatch {

class OptionSources;

/**
 * Where the section [spool] of the settings file has batches wait: file, else spool.db in the user's data
 * folder, and maxBytes. The failure is one line for people.
 */
Result<void> readSpool(const OptionSources &sources, SpoolPlace &place);

} // namespace linewatch
