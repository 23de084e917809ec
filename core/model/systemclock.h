// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clock.h"

namespace linewatch {

/** The operating system's clock; may step backwards when the system's time is set. */
class SystemClock final : public Clock
{
public:
    Instant now() const override;
};

} // namespace linewatch
