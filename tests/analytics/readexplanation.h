// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/explanation.h"

namespace linewatch::test {

/** Explains with numbers from the store, over what coverageOf() says of @p window, which must be valid. */
Result<Explanation> readExplanation(EventReader &reader, FigureKind kind, const FigureSubject &subject,
                                    TimeWindow window);

} // namespace linewatch::test
