// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kpi.h"
#include "report/csvformat.h"
#include "report/exportsink.h"

#include <QByteArray>

#include <initializer_list>
#include <string_view>
#include <vector>

namespace linewatch {

/**
 * Writes rows as RFC 4180 says: cells in quotes where they need them, CRLF after each row, UTF-8. A text that
 * a spreadsheet would take for a formula gets an apostrophe before it (report/csvguard.h); numbers and times
 * never do. Hands bytes on in blocks, so that memory stays bounded.
 */
class CsvWriter
{
public:
    /** @p sink must outlive the writer. */
    CsvWriter(ExportSink &sink, const CsvFormat &format);

    void text(std::string_view utf8);
    void number(std::int64_t number);
    void number(const Decimal &number);
    void time(Instant instant);
    void empty();
    Result<void> endRow();

    /** A row of column names. */
    Result<void> header(std::initializer_list<std::string> names);
    Result<void> header(const std::vector<std::string> &names);
    /** The name of a column of times, with the zone that they are in. */
    std::string timeColumn(std::string_view name) const;

    /** After the last row: hands the rest on. */
    Result<void> flush();

private:
    void beginCell();
    void quoted(std::string_view utf8);

    ExportSink &m_sink;
    const CsvFormat m_format;
    QByteArray m_bytes;
    bool m_rowBegun = false;
};

} // namespace linewatch
