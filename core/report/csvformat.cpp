// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csvformat.h"

namespace linewatch {

CsvFormat CsvFormat::of(CsvPreset preset, const QLocale &locale, const QTimeZone &zone)
{
    if (preset == CsvPreset::Data)
        return {};
    // Where the comma is taken by decimals, spreadsheets expect the semicolon between cells.
    const bool decimalComma = locale.decimalPoint() == QStringLiteral(",");
    return {decimalComma ? ';' : ',', decimalComma ? ',' : '.', true, zone};
}

CsvFormat CsvFormat::ofThisProcess(CsvPreset preset)
{
    return of(preset, QLocale(), QTimeZone::systemTimeZone());
}

} // namespace linewatch
