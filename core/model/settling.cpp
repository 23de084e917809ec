// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/settling.h"

namespace linewatch {

Settling settlingOf(TimeWindow window, Instant now)
{
    if (window.end >= now)
        return Settling::Running;
    return now - window.end < SettlingTime ? Settling::Settling : Settling::Settled;
}

} // namespace linewatch
