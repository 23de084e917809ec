// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timewindow.h"

namespace linewatch {

/** Where the time of day comes from. Tests own theirs. May be asked from any thread. */
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

} // namespace linewatch
