// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"
#include "ui/models/formats.h"

#include <QString>

#include <array>
#include <optional>

namespace linewatch::ui {

/** The live windows that the time control offers. */
inline constexpr std::array<std::chrono::minutes, 3> offeredWindows{
    std::chrono::minutes{15}, std::chrono::minutes{60}, std::chrono::minutes{480}};
inline constexpr std::chrono::minutes defaultWindow{60};

/** What the time control says; one choice rules all pages. */
struct ShownWindow {
    enum class Kind {
        Live,  ///< the last so many minutes
        Today, ///< since midnight in the plant's time zone
        Range  ///< from one moment to another
    };

    Kind kind = Kind::Live;
    std::chrono::minutes live = defaultWindow; ///< also the live window to come back to
    TimeWindow range{};                        ///< the newest one chosen; invalid: none was

    /** What has to be read from the store; nothing while live. @p zone is the plant's. */
    std::optional<TimeWindow> fromStore(Instant now, const QTimeZone &zone) const;

    friend bool operator==(const ShownWindow &, const ShownWindow &) = default;
};

/** From midnight to midnight: 24 hours, or 23 or 25 where the clock is put forward or back. Pure. */
TimeWindow todayAt(Instant now, const QTimeZone &zone);

/** Why a range cannot be shown, in a sentence; empty when it can. Pure. */
QString rangeProblem(const TimeWindow &range, Instant now);

/** The offered window that @p minutes stands for; the default for anything else. */
std::chrono::minutes offeredOrDefault(std::chrono::minutes minutes);

/** The length that a window is called by: a live one starts on a minute, so it runs up to a minute over. */
std::chrono::minutes nominalLength(const TimeWindow &window);

/** '15 min', '1 h' */
QString windowLabel(std::chrono::minutes length);
/** 'last 15 minutes', 'last hour' */
QString lastWords(std::chrono::minutes length);
/** 'the 15 minutes before', 'the hour before', 'the 2 h 30 min before' */
QString beforeWords(std::chrono::minutes length);

/** What the window of a snapshot is called: 'last hour', 'today', '8 h'. Pure. */
QString windowWords(const LiveSnapshot &snapshot, const Formats &formats);
/** What the window that it is compared with is called. Pure. */
QString comparedWords(const LiveSnapshot &snapshot);

} // namespace linewatch::ui
