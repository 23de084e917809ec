// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clock.h"

namespace linewatch::test {

/** Stands still. */
class FixedClock final : public Clock
{
public:
    explicit FixedClock(Instant now) : m_now(now) { }
    Instant now() const override { return m_now; }

private:
    const Instant m_now;
};

} // namespace linewatch::test
