// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/explanationtext.h"

namespace linewatch::ui {

/** Two figures of the same kind beside each other, in words; a part of ExplanationText. All pure. */
namespace comparedtext {

/** One of an explanation that has an OtherSide, alone. */
Explanation shownSide(const Explanation &explanation);
Explanation otherSide(const Explanation &explanation);

/** The arithmetic of both, a line each, then their difference: a side that has no figure has no line. */
QString calculation(const Explanation &explanation, const Formats &formats);

/** The difference as it is shown, a dash where there is none. */
QString result(const Explanation &explanation, const Formats &formats);

/** The numbers of both, each below its name. */
std::vector<ExplanationText::Number> numbers(const Explanation &explanation, const Formats &formats);

/** Why there is no difference; empty: there is one. */
QString nothingSentence(const Explanation &explanation, const Formats &formats);

} // namespace comparedtext

} // namespace linewatch::ui
