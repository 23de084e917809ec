// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace linewatch::test {

/** A cell of a spreadsheet. */
struct SheetCell {
    QString text;                 ///< as it is shown
    std::optional<double> number; ///< nothing: the spreadsheet took it for text
};

/** The rows, with the header, as Python's csv module reads them, strictly. Empty when it cannot. */
QList<QStringList> readWithPython(const QString &file, char separator);

/** The rows as `sqlite3` imports them: the header made columns. Empty when it cannot. */
QList<QStringList> readWithSqlite(const QString &file);

/**
 * The rows as LibreOffice Calc opens the file in a language: 1033 for English (USA), 1031 for German. @p
 * folder takes its profile and what it makes. Empty when it cannot.
 */
QList<QList<SheetCell>> readWithLibreOffice(const QString &file, char separator, int language,
                                            const QString &folder);

} // namespace linewatch::test
