// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"

namespace linewatch::ui {

/**
 * What was read from the store for a window, with what only @p board knows beside it, which may be null: how
 * taking in goes, which is of now whatever is looked at; and, while the window is not over, since when a
 * machine is in the state that both find it in. In a window that is over, a state is a verdict on all of it
 * and has no beginning.
 */
LiveSnapshotPtr completedByBoard(const LiveSnapshot &stored, const LiveSnapshotPtr &board);

} // namespace linewatch::ui
