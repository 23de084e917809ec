// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/threadrank.h"

#include <sys/resource.h>
#include <unistd.h>

namespace linewatch {

void goBehindTheWindow()
{
    constexpr int steps = 5; // of niceness; QThread's priorities mean nothing to Linux's usual scheduler
    // On Linux niceness belongs to the thread, and the first thread of a process has the process's number.
    // Where it cannot be had, the order stays as it was.
    const int window = ::getpriority(PRIO_PROCESS, static_cast<id_t>(::getpid()));
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), window + steps);
}

} // namespace linewatch
