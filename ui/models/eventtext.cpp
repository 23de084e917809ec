// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/eventtext.h"

#include <QCoreApplication>
#include <QDateTime>

namespace linewatch::ui {

QString momentText(const Formats &formats, Instant instant)
{
    const auto sinceEpoch = std::chrono::floor<std::chrono::milliseconds>(instant).time_since_epoch();
    return formats.locale().toString(QDateTime::fromMSecsSinceEpoch(sinceEpoch.count(), formats.zone()),
                                     QStringLiteral("d MMM yyyy HH:mm:ss.zzz"));
}

QString durationText(const Formats &formats, std::chrono::milliseconds duration)
{
    return QCoreApplication::translate("EventText", "%1 s")
        .arg(formats.fixed(static_cast<double>(duration.count()) / 1'000, 3));
}

QString defectsText(const Formats &formats, std::int32_t defectCount)
{
    return defectCount == UnknownDefects ? QCoreApplication::translate("EventText", "unknown")
                                         : formats.count(defectCount);
}

QString versionText(const Formats &formats, std::int32_t version)
{
    return version == 1
        ? formats.count(1)
        : QCoreApplication::translate("EventText", "%1 (corrected)").arg(formats.count(version));
}

} // namespace linewatch::ui
