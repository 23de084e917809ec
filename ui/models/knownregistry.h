// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/readrules.h"

#include <memory>

namespace linewatch::ui {

/** The registry as it was read, with what events say beside it. A value. */
struct KnownRegistry {
    Registry registry;
    std::map<MachineId, LineId>
        statedLines; ///< that the newest events state, of those whose events state one

    /** The line that counts at @p moment: the registry's where it has one, else the stated. Empty: its own.
     */
    LineId lineOf(const RegisteredMachine &machine, Instant moment) const;
    /** How many machines there are on each line at @p moment; those that are retired by then do not count. */
    std::map<LineId, std::int64_t> machinesOnLines(Instant moment) const;
    std::int64_t newMachines() const;
    std::int64_t newLines() const;
};
using KnownRegistryPtr = std::shared_ptr<const KnownRegistry>;

/** In one snapshot. */
Result<KnownRegistryPtr> readKnownRegistry(EventReader &reader);

} // namespace linewatch::ui
