// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/command.h"

#include <cstdio>

namespace linewatch {

int refuse(const QString &message)
{
    std::fprintf(stderr, "linewatchd: %s\n", qUtf8Printable(message));
    return ExitRefused;
}

} // namespace linewatch
