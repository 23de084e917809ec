// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/shownwindow.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace linewatch::ui {

namespace {

struct WindowTexts {
    Q_DECLARE_TR_FUNCTIONS(ShownWindow)
};

constexpr int minutesPerHour = 60;
constexpr int minutesPerDay = 24 * minutesPerHour;

bool isHours(std::chrono::minutes length)
{
    return length.count() % minutesPerHour == 0;
}

/** A single day is 24 hours: of those before, everybody knows which they are. */
bool isDays(std::chrono::minutes length)
{
    return length.count() % minutesPerDay == 0 && length.count() > minutesPerDay;
}

bool isMixed(std::chrono::minutes length)
{
    return !isHours(length) && length.count() > minutesPerHour;
}

int days(std::chrono::minutes length)
{
    return static_cast<int>(length.count()) / minutesPerDay;
}

int hours(std::chrono::minutes length)
{
    return static_cast<int>(length.count()) / minutesPerHour;
}

int minutes(std::chrono::minutes length)
{
    return static_cast<int>(length.count());
}

/** '2 h 30 min' */
QString mixedWords(std::chrono::minutes length)
{
    return WindowTexts::tr("%1 h %2 min").arg(hours(length)).arg(minutes(length) % minutesPerHour);
}

/** '8 h', '2 h 30 min', '3 days' */
QString lengthWords(std::chrono::minutes length)
{
    if (isDays(length))
        return WindowTexts::tr("%1 days").arg(days(length));
    return isMixed(length) ? mixedWords(length) : windowLabel(length);
}

Instant localMidnight(QDate date, const QTimeZone &zone)
{
    return Instant{std::chrono::milliseconds{date.startOfDay(zone).toMSecsSinceEpoch()}};
}

/** Windows of the store may have any length; at least a minute, or it could not be named. */
std::chrono::minutes namedLength(const LiveSnapshot &snapshot)
{
    if (snapshot.origin == SnapshotOrigin::Board)
        return nominalLength(snapshot.window);
    return std::max(std::chrono::minutes{1},
                    std::chrono::round<std::chrono::minutes>(snapshot.window.length()));
}

} // namespace

std::optional<TimeWindow> ShownWindow::fromStore(Instant now, const QTimeZone &zone) const
{
    switch (kind) {
    case Kind::Today:
        return todayAt(now, zone);
    case Kind::Range:
        return range;
    case Kind::Live:
        break;
    }
    return std::nullopt;
}

TimeWindow todayAt(Instant now, const QTimeZone &zone)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count();
    const QDate today = QDateTime::fromMSecsSinceEpoch(ms, zone).date();
    return {localMidnight(today, zone), localMidnight(today.addDays(1), zone)};
}

QString rangeProblem(const TimeWindow &range, Instant now)
{
    if (!range.isValid())
        return WindowTexts::tr("The end has to be later than the start.");
    if (range.start >= now)
        return WindowTexts::tr("This time has not come yet: choose an earlier start.");
    return {};
}

std::chrono::minutes offeredOrDefault(std::chrono::minutes minutes)
{
    return std::ranges::find(offeredWindows, minutes) != offeredWindows.end() ? minutes : defaultWindow;
}

std::chrono::minutes nominalLength(const TimeWindow &window)
{
    const auto length = std::chrono::round<std::chrono::minutes>(window.length());
    for (const std::chrono::minutes offered : offeredWindows) {
        if (std::chrono::abs(length - offered) <= std::chrono::minutes{1})
            return offered;
    }
    return length;
}

QString windowLabel(std::chrono::minutes length)
{
    return isHours(length) ? WindowTexts::tr("%1 h").arg(hours(length))
                           : WindowTexts::tr("%1 min").arg(minutes(length));
}

QString lastWords(std::chrono::minutes length)
{
    return isHours(length) ? WindowTexts::tr("last %n hour(s)", nullptr, hours(length))
                           : WindowTexts::tr("last %n minute(s)", nullptr, minutes(length));
}

QString beforeWords(std::chrono::minutes length)
{
    if (isDays(length))
        return WindowTexts::tr("the %1 days before").arg(days(length));
    if (isMixed(length))
        return WindowTexts::tr("the %1 before").arg(mixedWords(length));
    return isHours(length) ? WindowTexts::tr("the %n hour(s) before", nullptr, hours(length))
                           : WindowTexts::tr("the %n minute(s) before", nullptr, minutes(length));
}

QString windowWords(const LiveSnapshot &snapshot, const Formats &formats)
{
    const std::chrono::minutes length = namedLength(snapshot);
    if (snapshot.origin == SnapshotOrigin::Board)
        return lastWords(length);
    const bool sinceMidnight = snapshot.window.start == todayAt(snapshot.takenAt, formats.zone()).start;
    return snapshot.isRunning() && sinceMidnight ? WindowTexts::tr("today") : lengthWords(length);
}

QString comparedWords(const LiveSnapshot &snapshot)
{
    return beforeWords(namedLength(snapshot));
}

} // namespace linewatch::ui
