// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/filledstores.h"
#include "bench/report.h"
#include "bench/settings.h"

#include <span>

namespace linewatch::bench {

/** What the benches of one run of a program share. */
struct Session {
    explicit Session(const Settings &chosen) : settings(chosen), stores(settings) { }

    const Settings settings;
    FilledStores stores;
    Report report;
};

/** One entry of a program: measures, fails when an answer is not exact, and adds to the report. */
struct Bench {
    const char *name;
    Result<void> (*run)(Session &session);
};

/** Reads the command line, runs those of @p benches that it wants, prints what they found; the exit code. */
int runProgram(const QStringList &arguments, std::span<const Bench> benches);

/** Says on standard error why there is no more; the exit code. */
int refuse(const Failure &failure);

} // namespace linewatch::bench
