// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/machinerules.h"
#include "storage/eventreader.h"

namespace linewatch {

/** What the states of all machines are judged by: @p common, and what the registry says of each. */
Result<MachineRules> readRules(EventReader &reader, const StateRules &common);

/** The same of one machine at @p moment, without a look at the others. */
Result<StateRules> readRulesOf(EventReader &reader, const MachineId &machineId, const StateRules &common,
                               Instant moment);

} // namespace linewatch
