// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sentence.h"

namespace linewatch {

/** Why the system refused something; @p error is an errno. */
Sentence systemReason(int error);

} // namespace linewatch
