// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/program.h"

namespace linewatch::bench {

Result<void> benchUi(Session &session);      // uibench.cpp
Result<void> benchPages(Session &session);   // pagesbench.cpp
Result<void> benchScroll(Session &session);  // scrollbench.cpp
Result<void> benchStartup(Session &session); // startupbench.cpp
Result<void> benchVisits(Session &session);  // visitsbench.cpp

/** The whole program when it is started as `linewatch-bench-window open STORE NOW`: see startupbench.cpp. */
int openMain(const QStringList &arguments);

} // namespace linewatch::bench
