// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/exportfile.h"

#include <QDateTime>

namespace linewatch::ui {

namespace {

QDateTime local(Instant instant, const Formats &formats)
{
    const auto sinceEpoch = std::chrono::floor<std::chrono::milliseconds>(instant).time_since_epoch();
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count(), formats.zone());
}

QString kindName(ReportKind kind)
{
    switch (kind) {
    case ReportKind::Events:
        return QStringLiteral("events");
    case ReportKind::MachineHealth:
        return QStringLiteral("health");
    case ReportKind::DefectLines:
        break;
    }
    return QStringLiteral("lines");
}

} // namespace

QString exportFileName(const ReportRequest &request, const Formats &formats)
{
    const QDateTime start = local(request.window.start, formats);
    const QDateTime end = local(request.window.end, formats);
    const QString day = QStringLiteral("yyyy-MM-dd");
    const QString time = QStringLiteral("HHmm");
    QString until = end.toString(time);
    if (end.date() != start.date())
        until.prepend(end.toString(day) + QLatin1Char('-'));
    return QStringLiteral("linewatch-%1-%2-%3-%4.csv")
        .arg(kindName(request.kind), start.toString(day), start.toString(time), until);
}

QString windowText(const TimeWindow &window, const Formats &formats)
{
    const QDateTime start = local(window.start, formats);
    const QDateTime end = local(window.end, formats);
    const auto day = [&formats](const QDateTime &time) {
        return formats.locale().toString(time.date(), QLocale::ShortFormat) + QLatin1Char(' ');
    };
    const QString until =
        (end.date() == start.date() ? QString() : day(end)) + formats.timeWithZone(window.end);
    return day(start) + formats.timeWithSeconds(window.start) + QStringLiteral(" – ") + until;
}

} // namespace linewatch::ui
