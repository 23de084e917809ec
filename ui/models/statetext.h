// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/keyfigures.h"

namespace linewatch::ui {

/** The state that asks first for attention among those that a machine is in. Pure. */
MachineState worstState(const StateCounts &counts);

/** How bad a state is, to sort by: more is worse. Pure. */
int severity(MachineState state);

/** '2 Warning, 1 Silent', or 'Healthy' where all are. Pure. */
QString stateSummary(const StateCounts &counts, const Formats &formats);

} // namespace linewatch::ui
