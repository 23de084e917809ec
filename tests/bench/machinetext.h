// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linewatch::bench {

/** What was measured on, in one line: processors, memory, system, SQLite, the day, and what else it had to
 * do. */
QString machineText();

} // namespace linewatch::bench
