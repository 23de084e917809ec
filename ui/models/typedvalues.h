// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/formats.h"

#include <QString>

namespace linewatch::ui {

/**
 * A length of time as somebody types it: exact, in the largest unit that makes it a whole number, else in
 * seconds: 850 ms are 0.85 s, 90 s, 5 min, 2 h, 30 d. Pure.
 */
QString typedLength(std::chrono::milliseconds length, const Formats &formats);
/**
 * The way back; a number without a unit is of @p unit. Nothing where it is no length of time, is not whole
 * milliseconds, or is beyond some hundred years. Pure.
 */
std::optional<std::chrono::milliseconds> lengthTyped(const QString &text, std::chrono::milliseconds unit,
                                                     const Formats &formats);

/** 12.5; of defects an hour, with two places at most. Pure. */
QString typedRate(const Decimal &rate, const Formats &formats);
/** Nothing where it is no number, or has more than two places. Pure. */
std::optional<Decimal> rateTyped(const QString &text, const Formats &formats);

/** A date with a time of day in the zone of @p formats, by typedPattern(), to the minute. Pure. */
QString typedMoment(Instant moment, const Formats &formats);
/** The same; a date without a time is its first moment. Nothing where it is no date. Pure. */
std::optional<Instant> momentTyped(const QString &text, const Formats &formats);

/** For people: 14 Jan 2026 06:00. Pure. */
QString dayAndTime(Instant moment, const Formats &formats);

} // namespace linewatch::ui
