// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/testengines.h"

namespace linewatch {
class SqlConnection;
}

namespace linewatch::test {

/**
 * Makes an empty database a store as the first version kept it: four events of two machines, one of which was
 * on a line for a while, with their sums; FirstVersionIds are theirs, and the UUID is of version 2.
 */
Result<void> makeFirstVersion(SqlConnection &connection, const SqlDialect &dialect, Engine engine);

inline constexpr std::array FirstVersionIds{"E-1", "E-2", "E-4", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"};

} // namespace linewatch::test
