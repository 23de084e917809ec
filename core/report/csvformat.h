// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reportrequest.h"

#include <QLocale>
#include <QTimeZone>

#include <optional>

namespace linewatch {

/** How a CSV file is written. A value. */
struct CsvFormat {
    char separator = ',';
    char decimalMark = '.';
    bool byteOrderMark = false;    ///< tells Excel that the file is UTF-8
    std::optional<QTimeZone> zone; ///< times are written in it with their offset; nothing: UTC with Z

    /** Data takes no notice of @p locale and @p zone. Any decimal mark but the comma counts as the point. */
    static CsvFormat of(CsvPreset preset, const QLocale &locale, const QTimeZone &zone);
    /** With the locale and the time zone of this process. */
    static CsvFormat ofThisProcess(CsvPreset preset);
};

} // namespace linewatch
