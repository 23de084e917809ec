// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/groupfigures.h"
#include "storage/eventreader.h"

namespace linewatch {

/** The figures whose making can be explained. */
enum class FigureKind : std::uint8_t {
    DefectRate,     ///< known defects / hours of the window
    DefectsPercent, ///< 100 x known defects / events
    Availability    ///< run time / (window x machines with an event), at most 1
};

/** Whose figure it is. Both empty: the plant's. Both given: the machine's as far as it was on the line. */
struct FigureSubject {
    MachineId machineId;
    LineId lineId;

    friend bool operator==(const FigureSubject &, const FigureSubject &) = default;
};

/** Rejected events that were received in a window. They may tell of any time and count in no figure. */
struct RejectedCount {
    std::int64_t events = 0;
    bool isAtLeast = false; ///< there are more than were counted

    static constexpr int MostCounted = 1'000;
    friend bool operator==(const RejectedCount &, const RejectedCount &) = default;
};

/** How a figure came about. */
struct Explanation {
    FigureKind kind = FigureKind::DefectRate;
    FigureSubject subject;
    GroupFigures numbers;                  ///< what was put in
    std::optional<Decimal> result;         ///< what came out; nothing: no events, nothing to tell
    std::optional<RejectedCount> rejected; ///< nothing: it cannot be told, or was not asked
};

/** The figure of that kind. */
std::optional<Decimal> figureOf(FigureKind kind, const GroupFigures &numbers);

/** Explains a figure that is on screen by the very numbers that it was made of. Pure. */
Explanation explain(FigureKind kind, const FigureSubject &subject, const GroupFigures &numbers);

/** The same with numbers from the store, over what coverageOf() says of @p window, which must be valid. */
Result<Explanation> readExplanation(EventReader &reader, FigureKind kind, const FigureSubject &subject,
                                    TimeWindow window);

/**
 * Rejected events of the machine, or of all of them; nothing for a line, because what was rejected is kept
 * with the name of its machine alone.
 */
Result<std::optional<RejectedCount>> countRejected(EventReader &reader, const FigureSubject &subject,
                                                   TimeWindow window);

} // namespace linewatch
