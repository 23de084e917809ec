// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/keptwindow.h"

#include <QDateTime>
#include <QSettings>

namespace linewatch::ui {

namespace {

constexpr QLatin1String kindKey("/shownWindow");
constexpr QLatin1String minutesKey("/shownMinutes");
constexpr QLatin1String fromKey("/shownFrom");
constexpr QLatin1String toKey("/shownTo");

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

ShownWindow keptShownWindow(const QSettings &settings, QLatin1String group)
{
    ShownWindow shown;
    shown.live = offeredOrDefault(std::chrono::minutes{settings.value(group + minutesKey).toInt()});
    shown.range = {instantFrom(settings.value(group + fromKey).toString()),
                   instantFrom(settings.value(group + toKey).toString())};
    const QString kept = settings.value(group + kindKey).toString();
    for (const auto &[kind, name] : kindNames) {
        if (kept == name)
            shown.kind = kind;
    }
    if (shown.kind == ShownWindow::Kind::Range && !shown.range.isValid())
        shown.kind = ShownWindow::Kind::Live;
    return shown;
}

void keepShownWindow(QSettings &settings, QLatin1String group, const ShownWindow &shown)
{
    for (const auto &[kind, name] : kindNames) {
        if (kind == shown.kind)
            settings.setValue(group + kindKey, name);
    }
    settings.setValue(group + minutesKey, static_cast<int>(shown.live.count()));
    if (!shown.range.isValid())
        return;
    settings.setValue(group + fromKey, textOf(shown.range.start));
    settings.setValue(group + toKey, textOf(shown.range.end));
}

} // namespace linewatch::ui
