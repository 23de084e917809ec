// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csvwriter.h"

#include "model/rfc3339.h"
#include "report/csvguard.h"

#include <QDateTime>

#include <algorithm>
#include <cstdio>

namespace linewatch {

namespace {

constexpr qsizetype blockBytes = 64 * 1024;

/** Whole minutes, which is all that RFC 3339 can write. */
std::chrono::minutes offsetAt(const QTimeZone &zone, Instant instant)
{
    const auto sinceEpoch = std::chrono::floor<std::chrono::milliseconds>(instant).time_since_epoch();
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(sinceEpoch.count(), Qt::UTC);
    return std::chrono::floor<std::chrono::minutes>(std::chrono::seconds{zone.offsetFromUtc(utc)});
}

std::string offsetText(std::chrono::minutes offset)
{
    const auto length = static_cast<int>(std::chrono::abs(offset).count());
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%c%02d:%02d", offset.count() < 0 ? '-' : '+', length / 60,
                  length % 60);
    return buffer;
}

} // namespace

CsvWriter::CsvWriter(ExportSink &sink, const CsvFormat &format) : m_sink(sink), m_format(format)
{
    if (m_format.byteOrderMark)
        m_bytes += "\xEF\xBB\xBF";
}

void CsvWriter::beginCell()
{
    if (m_rowBegun)
        m_bytes += m_format.separator;
    m_rowBegun = true;
}

void CsvWriter::text(std::string_view utf8)
{
    beginCell();
    quoted(csvguard::guarded(utf8));
}

void CsvWriter::quoted(std::string_view utf8)
{
    const bool needed = std::ranges::any_of(
        utf8, [this](char c) { return c == m_format.separator || c == '"' || c == '\r' || c == '\n'; });
    if (!needed) {
        m_bytes.append(utf8.data(), static_cast<qsizetype>(utf8.size()));
        return;
    }
    m_bytes += '"';
    for (const char c : utf8) {
        if (c == '"')
            m_bytes += '"';
        m_bytes += c;
    }
    m_bytes += '"';
}

void CsvWriter::number(std::int64_t number)
{
    beginCell();
    m_bytes += QByteArray::number(qlonglong{number});
}

void CsvWriter::number(const Decimal &number)
{
    beginCell();
    std::string digits = number.toString();
    std::ranges::replace(digits, '.', m_format.decimalMark);
    quoted(digits);
}

void CsvWriter::time(Instant instant)
{
    beginCell();
    if (!m_format.zone) {
        m_bytes += formatRfc3339(instant).c_str();
        return;
    }
    const std::chrono::minutes offset = offsetAt(*m_format.zone, instant);
    std::string local = formatRfc3339(instant + offset);
    local.pop_back(); // the Z
    m_bytes += (local + offsetText(offset)).c_str();
}

void CsvWriter::empty()
{
    beginCell();
}

Result<void> CsvWriter::endRow()
{
    m_bytes += "\r\n";
    m_rowBegun = false;
    return m_bytes.size() < blockBytes ? Result<void>() : flush();
}

Result<void> CsvWriter::header(std::initializer_list<std::string> names)
{
    return header(std::vector<std::string>(names));
}

Result<void> CsvWriter::header(const std::vector<std::string> &names)
{
    for (const std::string &name : names)
        text(name);
    return endRow();
}

std::string CsvWriter::timeColumn(std::string_view name) const
{
    return std::string(name) + (m_format.zone ? " (local time)" : " (UTC)");
}

Result<void> CsvWriter::flush()
{
    Result<void> written = m_sink.write(m_bytes);
    m_bytes.clear();
    return written;
}

} // namespace linewatch
