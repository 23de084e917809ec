// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/shownwindow.h"

#include <QCoreApplication>

#include <algorithm>

namespace linewatch::ui {

namespace {

struct ShownWindow {
    Q_DECLARE_TR_FUNCTIONS(ShownWindow)
};

constexpr int minutesPerHour = 60;

bool isHours(std::chrono::minutes length)
{
    return length.count() % minutesPerHour == 0;
}

int hours(std::chrono::minutes length)
{
    return static_cast<int>(length.count()) / minutesPerHour;
}

int minutes(std::chrono::minutes length)
{
    return static_cast<int>(length.count());
}

} // namespace

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
    return isHours(length) ? ShownWindow::tr("%1 h").arg(hours(length))
                           : ShownWindow::tr("%1 min").arg(minutes(length));
}

QString lastWords(std::chrono::minutes length)
{
    return isHours(length) ? ShownWindow::tr("last %n hour(s)", nullptr, hours(length))
                           : ShownWindow::tr("last %n minute(s)", nullptr, minutes(length));
}

QString beforeWords(std::chrono::minutes length)
{
    return isHours(length) ? ShownWindow::tr("the %n hour(s) before", nullptr, hours(length))
                           : ShownWindow::tr("the %n minute(s) before", nullptr, minutes(length));
}

} // namespace linewatch::ui
