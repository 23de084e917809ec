// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/spoolsettings.h"

#include <QStandardPaths>

namespace linewatch {

Result<void> readSpool(const SettingValues &values, SpoolPlace &place)
{
    const Result<std::optional<qint64>> bytes = wholeSetting(values, QStringLiteral("spool/maxBytes"));
    if (!bytes)
        return bytes.failure();
    if (*bytes == 0)
        return {};
    place.maxBytes = bytes->value_or(place.maxBytes);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    place.path =
        values(QStringLiteral("spool/file")).value_or(folder + QStringLiteral("/linewatch/spool.db"));
    return {};
}

} // namespace linewatch
