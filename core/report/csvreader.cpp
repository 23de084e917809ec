// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csvreader.h"

#include "report/csvguard.h"

#include <QStringDecoder>

#include <algorithm>

namespace linewatch {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

Sentence strayByte()
{
    return Sentence(QT_TRANSLATE_NOOP("Failure", "a quote or a carriage return stands where none may be"));
}

bool isUtf8(std::string_view text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return !decoder.hasError() && !decoded.contains(QChar::Null);
}

char separatorOf(std::string_view bytes)
{
    const std::string_view first = bytes.substr(0, bytes.find('\n'));
    return std::ranges::count(first, ';') > std::ranges::count(first, ',') ? ';' : ',';
}

/** Takes the file apart from its beginning to its end. */
class CsvParser
{
public:
    CsvParser(std::string_view bytes, char separator) : m_bytes(bytes), m_separator(separator) { }

    bool atEnd() const { return m_at == m_bytes.size(); }
    /** The next row; a failure where a quote is not closed. */
    Result<CsvRow> row()
    {
        CsvRow row;
        row.number = ++m_number;
        do {
            Result<std::string> cell = atQuote() ? quotedCell(row) : plainCell(row);
            if (!cell)
                return cell.failure();
            if (!isUtf8(*cell))
                row.fault = Sentence(QT_TRANSLATE_NOOP("Failure", "it has bytes that are no UTF-8 text"));
            row.cells.emplace_back(csvguard::unguarded(*cell));
        } while (takes(m_separator));
        takeEnd();
        return row;
    }

private:
    bool atQuote() const { return !atEnd() && m_bytes[m_at] == '"'; }
    bool takes(char c)
    {
        const bool isIt = !atEnd() && m_bytes[m_at] == c;
        m_at += isIt ? 1 : 0;
        return isIt;
    }
    bool atRowEnd() const { return atEnd() || m_bytes[m_at] == '\n' || m_bytes.substr(m_at, 2) == "\r\n"; }
    bool atCellEnd() const { return atRowEnd() || m_bytes[m_at] == m_separator; }
    void takeEnd()
    {
        takes('\r');
        takes('\n');
    }

    std::string plainCell(CsvRow &row)
    {
        const std::size_t start = m_at;
        for (; !atCellEnd(); ++m_at) {
            if (m_bytes[m_at] == '"' || m_bytes[m_at] == '\r')
                row.fault = strayByte();
        }
        return std::string(m_bytes.substr(start, m_at - start));
    }

    Result<std::string> quotedCell(CsvRow &row)
    {
        std::string cell;
        ++m_at;
        for (;;) {
            const std::size_t quote = m_bytes.find('"', m_at);
            if (quote == std::string_view::npos) {
                return Failure{
                    Failure::Kind::Refused,
                    Sentence(QT_TRANSLATE_NOOP("Failure", "row %1: a quote is opened and never closed"),
                             QString::number(row.number))};
            }
            cell += m_bytes.substr(m_at, quote - m_at);
            m_at = quote + 1;
            if (!takes('"'))
                break;
            cell += '"';
        }
        if (!atCellEnd()) {
            cell += plainCell(row);
            row.fault = strayByte();
        }
        return cell;
    }

    const std::string_view m_bytes;
    const char m_separator;
    std::size_t m_at = 0;
    int m_number = 0;
};

bool isEmptyRow(const CsvRow &row)
{
    return row.cells.size() == 1 && row.cells.front().empty() && !row.fault;
}

} // namespace

Result<CsvTable> readCsv(std::string_view bytes)
{
    if (bytes.starts_with(byteOrderMark))
        bytes.remove_prefix(byteOrderMark.size());
    CsvTable table{separatorOf(bytes), {}};
    CsvParser parser(bytes, table.separator);
    while (!parser.atEnd()) {
        Result<CsvRow> row = parser.row();
        if (!row)
            return row.failure();
        if (!isEmptyRow(*row))
            table.rows.push_back(std::move(*row));
    }
    return table;
}

} // namespace linewatch
