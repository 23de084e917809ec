// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/settings.h"
#include "bench/window/plantwindow.h"
#include "bench/window/postingprocess.h"

namespace linewatch::bench {

/** Posts the last hour of the plant at once: what the window shows before it is measured. */
Result<PostedLoad> postPast(const PlantWindow &window, const Settings &settings, const QString &home);

/** The plant as it goes on from now, in real time. */
PostingPlan planOfLoad(const Settings &settings, int seconds);

} // namespace linewatch::bench
