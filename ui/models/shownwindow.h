// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timewindow.h"

#include <QString>

#include <array>

namespace linewatch::ui {

/** The live windows that the time control offers. */
inline constexpr std::array<std::chrono::minutes, 3> offeredWindows{
    std::chrono::minutes{15}, std::chrono::minutes{60}, std::chrono::minutes{480}};
inline constexpr std::chrono::minutes defaultWindow{60};

/** The offered window that @p minutes stands for; the default for anything else. */
std::chrono::minutes offeredOrDefault(std::chrono::minutes minutes);

/** The length that a window is called by: a live one starts on a minute, so it runs up to a minute over. */
std::chrono::minutes nominalLength(const TimeWindow &window);

/** '15 min', '1 h' */
QString windowLabel(std::chrono::minutes length);
/** 'last 15 minutes', 'last hour' */
QString lastWords(std::chrono::minutes length);
/** 'the 15 minutes before', 'the hour before' */
QString beforeWords(std::chrono::minutes length);

} // namespace linewatch::ui
