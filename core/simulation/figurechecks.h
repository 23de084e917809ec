// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/check.h"
#include "simulation/ledger.h"
#include "simulation/random.h"

#include <memory>
#include <string>

namespace linewatch::simulation {

/** Whether a name belongs to the run whose names begin with @p prefix; a store may hold other data too. */
bool isOurs(std::string_view name, const std::string &prefix);

/** Where the body of GET /stats says something else than @p expected. */
QStringList compareStats(const QString &subject, const MachineId &machine, TimeWindow window,
                         const MachineFigures &expected, const QByteArray &body);

/**
 * Where the body of GET /stats/top-defect-lines says something else than @p expected, which is not limited
 * yet. Lines of others may stand between ours.
 */
QStringList compareTopLines(const QString &subject, const std::vector<LineFigures> &expected,
                            std::size_t limit, const std::string &prefix, const QByteArray &body);

/**
 * Windows with odd edges over the events of @p index, which must be by time: the whole span and beyond, from
 * one event to another, within a minute, a millisecond, to the microsecond anywhere.
 */
std::vector<TimeWindow> oddWindows(const Ledger::Index &index, TimeWindow span, Random &random);

/** Questions about every machine and line of the run. */
std::vector<Check> figureChecks(const std::shared_ptr<const Ledger> &ledger, const std::string &prefix,
                                Random random);

} // namespace linewatch::simulation
