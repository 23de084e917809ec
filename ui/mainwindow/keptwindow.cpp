// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/keptwindow.h"

#include <QDateTime>
#include <QSettings>

namespace linewatch::ui {

namespace {

constexpr QLatin1String kindKey("view/shownWindow");
constexpr QLatin1String minutesKey("view/shownMinutes");
constexpr QLatin1String fromKey("view/shownFrom");
constexpr QLatin1String toKey("view/shownTo");

constexpr std::pair<ShownWindow::Kind, QLatin1String> kindNames[] = {
    {ShownWindow::Kind::Live, QLatin1String("live")},
    {ShownWindow::Kind::Today, QLatin1String("today")},
    {ShownWindow::Kind::Range, QLatin1String("range")}};

Instant instantFrom(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    return Instant{std::chrono::milliseconds{time.isValid() ? time.toMSecsSinceEpoch() : 0}};
}

QString textOf(Instant instant)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(instant).time_since_epoch();
    return QDateTime::fromMSecsSinceEpoch(ms.count(), Qt::UTC).toString(Qt::ISODate);
}

} // namespace

ShownWindow keptShownWindow(const QSettings &settings)
{
    ShownWindow shown;
    shown.live = offeredOrDefault(std::chrono::minutes{settings.value(minutesKey).toInt()});
    shown.range = {instantFrom(settings.value(fromKey).toString()),
                   instantFrom(settings.value(toKey).toString())};
    const QString kept = settings.value(kindKey).toString();
    for (const auto &[kind, name] : kindNames) {
        if (kept == name)
            shown.kind = kind;
    }
    if (shown.kind == ShownWindow::Kind::Range && !shown.range.isValid())
        shown.kind = ShownWindow::Kind::Live;
    return shown;
}

void keepShownWindow(QSettings &settings, const ShownWindow &shown)
{
    for (const auto &[kind, name] : kindNames) {
        if (kind == shown.kind)
            settings.setValue(kindKey, name);
    }
    settings.setValue(minutesKey, static_cast<int>(shown.live.count()));
    if (!shown.range.isValid())
        return;
    settings.setValue(fromKey, textOf(shown.range.start));
    settings.setValue(toKey, textOf(shown.range.end));
}

} // namespace linewatch::ui
