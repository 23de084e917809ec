// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/element.h"

namespace linewatch::simulation {

/** How many ways there are to break an element; every reason a sender can cause is among them. */
std::size_t waysToBreak();

/**
 * @p good with one rule of the contract's table broken, the way chosen by @p way modulo waysToBreak().
 * Wherever there is a place left for it, the JSON carries the good event's id, so that it can be recognised.
 */
BrokenElement breakElement(const IncomingEvent &good, std::size_t way);

} // namespace linewatch::simulation
