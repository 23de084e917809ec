// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/machinerules.h"
#include "storage/eventreader.h"

namespace linewatch {

/** What the states of all machines are judged by: @p common, and what the registry says of each. */
Result<MachineRules> readRules(EventReader &reader, const StateRules &common);

/** The same, of what the registry says only @p machineId, without a look at the others. */
Result<MachineRules> readRulesOf(EventReader &reader, const MachineId &machineId, const StateRules &common);

} // namespace linewatch
