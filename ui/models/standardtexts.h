// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/machinestate.h"
#include "ui/models/typedvalues.h"

namespace linewatch::ui {

/** What holds of machines of which nobody says anything else; one event is one unit. */
inline constexpr std::int64_t standardUnits = 1;

inline QString standardSilence(const StateRules &rules, const Formats &formats)
{
    return typedLength(std::chrono::round<std::chrono::milliseconds>(rules.silenceLimit), formats);
}

/** In defects an hour. */
inline QString standardThreshold(const StateRules &rules, const Formats &formats)
{
    constexpr double hundredths = 100;
    return formats.decimal({qRound64(rules.healthThreshold * hundredths), 2});
}

} // namespace linewatch::ui
