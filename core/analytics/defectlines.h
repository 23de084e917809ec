// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kpi.h"
#include "storage/eventreader.h"

namespace linewatch {

/** A line's defects over a window (contract, GET /stats/top-defect-lines). */
struct DefectLine {
    LineId lineId;
    std::int64_t defects = 0; ///< known ones, at least 1
    std::int64_t events = 0;
    Decimal percent; ///< 100 x defects / events

    friend bool operator==(const DefectLine &, const DefectLine &) = default;
};

/**
 * The lines that sources add up to, most defects first, then most events, then by name. Lines without a known
 * defect are left out. Pure.
 */
std::vector<DefectLine> rankLines(const std::vector<SourceTotals> &parts, std::size_t limit);

/** @p window must be valid; what coverageOf() says of it counts. An empty @p factoryId means every factory.
 */
Result<std::vector<DefectLine>> topDefectLines(EventReader &reader, TimeWindow window, std::size_t limit,
                                               const FactoryId &factoryId);

} // namespace linewatch
