// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registry.h"
#include "report/registrycells.h"

namespace linewatch {

/** The columns of a file of machines, in the order of machineColumns(). */
enum class MachineColumn {
    Machine,
    Name,
    Line,        ///< of the newest assignment
    LineFrom,    ///< from when it counts, or "always"; empty: the machine has no assignment
    FormerLines, ///< the assignments before it, one a line of text: "always A", "2026-01-15T06:00:00Z B"
    Factory,
    IdealCycle,
    UnitsPerCycle,
    SilenceLimit,
    Threshold,
    Notes,
    RetiredSince,
    Confirmed
};

RegistryColumns machineColumns();
RegistryCell cellOf(const RegisteredMachine &machine, MachineColumn column);

} // namespace linewatch
