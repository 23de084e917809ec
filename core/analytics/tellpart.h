// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace linewatch {

/** Hands over what is known of an answer already, while the rest is being read. Empty: nobody waits for it.
 */
template <class T>
using TellPart = std::function<void(T part)>;

} // namespace linewatch
