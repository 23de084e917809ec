// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"

#include <string>

namespace linewatch {

/** An event as a sender could have written it: JSON, its members in the order of the contract. Pure. */
std::string textOf(const IncomingEvent &event);

} // namespace linewatch
