// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/explanationtext.h"

namespace linewatch::ui {

/** What was put in, a row each, with units. Pure. */
std::vector<ExplanationText::Number> explanationNumbers(const Explanation &explanation,
                                                        const Formats &formats);

} // namespace linewatch::ui
