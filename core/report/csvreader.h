// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"

#include <string>
#include <string_view>
#include <vector>

namespace linewatch {

/** A row of a CSV file. */
struct CsvRow {
    int number = 0;                 ///< as a spreadsheet counts them, from 1
    std::vector<std::string> cells; ///< UTF-8, without quotes and without the apostrophe of csvguard.h
    std::optional<Sentence> fault;  ///< why the cells are not to be trusted
};

struct CsvTable {
    char separator = ',';
    std::vector<CsvRow> rows; ///< without those that are empty
};

/**
 * Reads what CsvWriter writes, and RFC 4180 in general: UTF-8 with or without a byte order mark, a comma or a
 * semicolon between cells (the one of which the first row has more), rows that end with CRLF or LF. Strict: a
 * row with a quote where none may be, or with bytes that are no UTF-8, has a fault. A quote that is never
 * closed makes the rest of the file unreadable, and with it the file. Pure.
 */
Result<CsvTable> readCsv(std::string_view bytes);

} // namespace linewatch
