// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/report.h"
#include "bench/settings.h"

namespace linewatch::bench {

/** One entry of the program: measures, checks that answers are exact, and adds to the report. */
struct Bench {
    const char *name;
    Result<void> (*run)(const Settings &settings, Report &report);
};

// Each in the file of its name.
Result<void> benchIngestHttp(const Settings &settings, Report &report);
Result<void> benchIngestOrdered(const Settings &settings, Report &report);

/** Says on standard error what is being done. */
void tell(const QString &what);

} // namespace linewatch::bench
