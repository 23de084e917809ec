// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linewatch::bench {

/** Says on standard error what is being done; the tables alone are on standard output. */
void tell(const QString &what);

} // namespace linewatch::bench
