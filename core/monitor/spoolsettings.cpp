// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/spoolsettings.h"

#include "monitor/optionsources.h"

#include <QStandardPaths>

namespace linewatch {

namespace {

// SQLite's own tables need some of it; a disk of that size is none.
constexpr qint64 smallest = 1024LL * 1024;
constexpr qint64 largest = 1024LL * 1024 * 1024 * 1024;

} // namespace

Result<void> readSpool(const OptionSources &sources, SpoolPlace &place)
{
    const QString bytesKey = QStringLiteral("spool/maxBytes");
    if (const std::optional<QString> text = sources.setting(bytesKey)) {
        bool isNumber = false;
        const qint64 bytes = text->toLongLong(&isNumber);
        if (!isNumber || (bytes != 0 && (bytes < smallest || bytes > largest))) {
            return refused(
                Sentence(QT_TRANSLATE_NOOP(
                             "Failure",
                             "the setting %1 is 0, for no spool, or a whole number from %2 to %3, not '%4'"),
                         bytesKey, QString::number(smallest), QString::number(largest), *text));
        }
        if (bytes == 0)
            return {};
        place.maxBytes = bytes;
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    place.path = sources.setting(QStringLiteral("spool/file"))
                     .value_or(folder + QStringLiteral("/linewatch/spool.db"));
    return {};
}

} // namespace linewatch
