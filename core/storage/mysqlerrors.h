// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"

/** What the numbers of errors of MySQL and MariaDB mean for us. */
namespace linewatch::mysqlerrors {

inline constexpr int DuplicateKey = 1062;

Failure::Kind kindOf(int code);

/** For people, without what the server says itself. */
Sentence reasonOf(int code);

} // namespace linewatch::mysqlerrors
