// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/statejudgement.h"
#include "ui/models/explanationtext.h"

namespace linewatch::ui {

/** How the state of a machine was decided, in words; a part of ExplanationText. All pure. */
namespace judgementtext {

/**
 * The rules that were asked, a line each, the one that decided last: '14:12:07 CET - 14:01:07 CET = 660 s >
 * 300 s, so Silent'.
 */
QString calculation(const StateJudgement &judgement, const Formats &formats);

/** What was put in, a row each. */
std::vector<ExplanationText::Number> numbers(const StateJudgement &judgement, const Formats &formats);

/** Sentences: what the rules do not see. */
QStringList leftOut(const StateJudgement &judgement, const Formats &formats);

/** The events behind it: those whose defects count, or where the newest one is, or where there is none. */
Place events(const MachineId &machine, const StateJudgement &judgement);

} // namespace judgementtext

} // namespace linewatch::ui
