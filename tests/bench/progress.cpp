// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/progress.h"

#include <cstdio>

namespace linewatch::bench {

void tell(const QString &what)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(what));
}

} // namespace linewatch::bench
