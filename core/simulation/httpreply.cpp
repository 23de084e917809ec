// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/httpreply.h"

namespace linewatch::simulation {

namespace {

constexpr qsizetype longestHead = 64 * 1024;
constexpr qsizetype longestBody = 512 * 1024 * 1024;
constexpr QByteArrayView lineEnd = "\r\n";

} // namespace

QByteArray HttpReply::header(QByteArrayView name) const
{
    for (const auto &[fieldName, value] : headers) {
        if (fieldName == name)
            return value;
    }
    return {};
}

HttpReplyReader::State HttpReplyReader::feed(const QByteArray &bytes)
{
    m_buffer += bytes;
    return read();
}

HttpReplyReader::State HttpReplyReader::finish()
{
    if (m_stage == Stage::ToTheEnd) {
        m_reply.body = std::exchange(m_buffer, {});
        m_stage = Stage::Done;
    } else if (m_stage != Stage::Done) {
        fail();
    }
    return read();
}

HttpReply HttpReplyReader::take()
{
    m_stage = Stage::Head;
    return std::exchange(m_reply, {});
}

HttpReplyReader::State HttpReplyReader::read()
{
    while (step()) { }
    switch (m_stage) {
    case Stage::Done:
        return State::Complete;
    case Stage::Broken:
        return State::Broken;
    default:
        return State::Incomplete;
    }
}

/** False when there is nothing more to be read for now. */
bool HttpReplyReader::step()
{
    switch (m_stage) {
    case Stage::Head:
        return readHead();
    case Stage::Length:
        return readLength();
    case Stage::ChunkSize:
        return readChunkSize();
    case Stage::ChunkData:
        return readChunkData();
    case Stage::Trailers:
        return readTrailer();
    case Stage::ToTheEnd:
    case Stage::Done:
    case Stage::Broken:
        return false;
    }
    return false;
}

bool HttpReplyReader::readHead()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return m_buffer.size() > longestHead ? fail() : false;
    const QByteArray head = m_buffer.first(end);
    m_buffer.remove(0, end + 4);

    const QList<QByteArray> lines = head.split('\n');
    const QByteArray statusLine = lines.first().trimmed();
    bool isNumber = false;
    m_reply.status = statusLine.mid(9, 3).toInt(&isNumber);
    if (!statusLine.startsWith("HTTP/1.") || !isNumber || m_reply.status < 100)
        return fail();
    for (const QByteArray &line : lines.sliced(1)) {
        if (!readHeaderLine(line))
            return fail();
    }
    m_keepsAlive = statusLine.startsWith("HTTP/1.1") && m_reply.header("connection").toLower() != "close";
    if (m_reply.status < 200)
        m_reply = {};
    else
        chooseFraming();
    return true;
}

bool HttpReplyReader::readHeaderLine(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0)
        return false;
    m_reply.headers.emplaceBack(line.first(colon).toByteArray().toLower(),
                                line.sliced(colon + 1).trimmed().toByteArray());
    return true;
}

void HttpReplyReader::chooseFraming()
{
    const QByteArray length = m_reply.header("content-length");
    bool isNumber = true;
    if (m_reply.status == 204 || m_reply.status == 304) {
        m_stage = Stage::Done;
    } else if (m_reply.header("transfer-encoding").toLower() == "chunked") {
        m_stage = Stage::ChunkSize;
    } else if (!length.isEmpty()) {
        m_length = length.toLongLong(&isNumber);
        m_stage = isNumber && m_length >= 0 && m_length <= longestBody ? Stage::Length : Stage::Broken;
    } else {
        m_keepsAlive = false;
        m_stage = Stage::ToTheEnd;
    }
}

bool HttpReplyReader::readLength()
{
    if (m_buffer.size() < m_length)
        return false;
    m_reply.body = m_buffer.first(m_length);
    m_buffer.remove(0, m_length);
    m_stage = Stage::Done;
    return true;
}

bool HttpReplyReader::readChunkSize()
{
    const qsizetype end = m_buffer.indexOf(lineEnd);
    if (end < 0)
        return m_buffer.size() > longestHead ? fail() : false;
    const QByteArray size = m_buffer.first(end).split(';').first(); // extensions say nothing to us
    bool isNumber = false;
    m_length = size.trimmed().toLongLong(&isNumber, 16);
    m_buffer.remove(0, end + lineEnd.size());
    if (!isNumber || m_length < 0 || m_reply.body.size() > longestBody - m_length)
        return fail();
    m_stage = m_length == 0 ? Stage::Trailers : Stage::ChunkData;
    return true;
}

bool HttpReplyReader::readChunkData()
{
    if (m_buffer.size() < m_length + lineEnd.size())
        return false;
    if (m_buffer.sliced(m_length, lineEnd.size()) != lineEnd)
        return fail();
    m_reply.body += m_buffer.first(m_length);
    m_buffer.remove(0, m_length + lineEnd.size());
    m_stage = Stage::ChunkSize;
    return true;
}

bool HttpReplyReader::readTrailer()
{
    const qsizetype end = m_buffer.indexOf(lineEnd);
    if (end < 0)
        return m_buffer.size() > longestHead ? fail() : false;
    m_buffer.remove(0, end + lineEnd.size());
    if (end == 0)
        m_stage = Stage::Done;
    return true;
}

bool HttpReplyReader::fail()
{
    m_stage = Stage::Broken;
    return false;
}

} // namespace linewatch::simulation
