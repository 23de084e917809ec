// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/systemclock.h"

namespace linewatch {

Instant SystemClock::now() const
{
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

} // namespace linewatch
