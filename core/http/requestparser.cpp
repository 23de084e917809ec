// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/requestparser.h"

#include "http/target.h"

#include <algorithm>

namespace linewatch::http {

namespace {

/** The digits that a chunk size needs at most. What a chunk line holds beyond that counts as header bytes. */
constexpr std::size_t plainChunkLine = 16;

} // namespace

RequestParser::RequestParser(const Limits &limits) : m_limits(limits), m_requestLine(limits.targetBytes) { }

qsizetype RequestParser::feed(QByteArrayView bytes)
{
    qsizetype used = 0;
    while (used < bytes.size() && m_part != Part::Nothing) {
        if (m_part == Part::Data)
            used += takeData(bytes.sliced(used));
        else
            takeLineByte(bytes[used++]);
    }
    return used;
}

RequestParser::Stage RequestParser::stage() const
{
    switch (m_part) {
    case Part::Nothing:
        return m_refusal ? Stage::Refused : Stage::Complete;
    case Part::RequestLine:
        return m_line.empty() ? Stage::Idle : Stage::Head;
    case Part::Headers:
        return Stage::Head;
    default:
        return Stage::Body;
    }
}

bool RequestParser::wantsContinue() const
{
    return stage() == Stage::Body && m_facts.expectsContinue && !m_bodyBegun;
}

ParsedRequest RequestParser::take()
{
    ParsedRequest parsed{std::exchange(m_request, {}), m_facts.keepAlive, m_requestLine.minorVersion()};
    restart();
    return parsed;
}

void RequestParser::restart()
{
    m_grammar.restart();
    m_requestLine = RequestLine(m_limits.targetBytes);
    m_part = Part::RequestLine;
    m_sawBlankLine = false;
    m_bodyBegun = false;
    m_headerBytes = 0;
    m_bodyBytes = 0;
    m_decoder.reset();
}

/** Lines end with CRLF; CR or LF alone, which other servers read in other ways, is refused wherever it is. */
void RequestParser::takeLineByte(char byte)
{
    m_bodyBegun = m_bodyBegun || stage() == Stage::Body;
    if (m_sawCarriageReturn != (byte == '\n') || byte == '\0')
        return refuse(400, QStringLiteral("A line holds a lone CR, a lone LF or a NUL."));
    if (m_part == Part::Headers || m_part == Part::Trailers) {
        countHeaderByte();
        if (m_refusal)
            return;
    }
    m_sawCarriageReturn = byte == '\r';
    if (byte == '\n')
        endLine();
    else if (byte != '\r')
        addToLine(byte);
}

void RequestParser::addToLine(char byte)
{
    if (m_part == Part::RequestLine) {
        if (const auto problem = m_requestLine.take(byte))
            return refuse(*problem);
    }
    if (m_part == Part::ChunkEnd)
        return refuse(400, QStringLiteral("A chunk is longer than it says."));
    const bool isField = m_part == Part::Headers || m_part == Part::Trailers;
    if (isField && m_line.empty() && (byte == ' ' || byte == '\t'))
        return refuse(400, QStringLiteral("A header line begins with a blank."));
    m_line.push_back(byte);
    if (m_part == Part::ChunkSize && m_line.size() > plainChunkLine)
        countHeaderByte();
}

void RequestParser::endLine()
{
    switch (m_part) {
    case Part::RequestLine:
        return endRequestLine();
    case Part::Headers:
        return endHeaderLine();
    case Part::ChunkSize:
        return endChunkSize();
    case Part::ChunkEnd:
        if (judgeLine())
            m_part = Part::ChunkSize;
        return;
    case Part::Trailers:
        if (judgeLine() && m_grammar.isMessageComplete())
            completeRequest();
        return;
    case Part::Data:
    case Part::Nothing:
        break;
    }
}

/** One blank line before a request is what some clients send after a body (RFC 9112, 2.2). */
void RequestParser::endRequestLine()
{
    if (m_line.empty() && !m_sawBlankLine) {
        m_sawBlankLine = true;
        return;
    }
    if (const auto problem = m_requestLine.end())
        return refuse(*problem);
    const auto target = splitTarget(m_requestLine.target());
    if (!target)
        return refuse(400, QStringLiteral("The request target is neither a path nor an http address."));
    m_request.path = target->path;
    m_request.query = target->query;
    if (judgeLine())
        m_part = Part::Headers;
}

void RequestParser::endHeaderLine()
{
    if (judgeLine() && m_grammar.isHeadComplete())
        beginBody();
}

void RequestParser::beginBody()
{
    m_request.method = m_requestLine.method();
    m_request.headers = m_grammar.headers();
    const auto judgement =
        judgeHead(m_request.headers, m_requestLine.minorVersion(), m_grammar.contentLength(), m_limits);
    if (const auto *problem = std::get_if<Problem>(&judgement))
        return refuse(*problem);
    m_facts = std::get<HeadFacts>(judgement);
    if (m_grammar.isMessageComplete())
        return completeRequest();
    m_decoder = std::make_unique<BodyDecoder>(m_facts.coding, m_limits.bodyBytes);
    if (m_facts.chunked)
        m_part = Part::ChunkSize;
    else
        expectData(m_grammar.contentLength());
}

void RequestParser::endChunkSize()
{
    if (!judgeLine())
        return;
    if (m_grammar.chunkSize() == 0)
        m_part = Part::Trailers;
    else
        expectData(m_grammar.chunkSize());
}

void RequestParser::expectData(quint64 size)
{
    if (size > static_cast<quint64>(m_limits.bodyBytes - m_bodyBytes))
        return refuse(bodyTooLarge(m_limits));
    m_missing = static_cast<qsizetype>(size);
    m_bodyBytes += m_missing;
    m_part = Part::Data;
}

qsizetype RequestParser::takeData(QByteArrayView bytes)
{
    m_bodyBegun = true;
    const QByteArrayView piece = bytes.first(std::min(bytes.size(), m_missing));
    m_missing -= piece.size();
    const bool wellFormed = m_grammar.accept(piece);
    const auto verdict = m_decoder->add(piece);
    if (verdict == BodyDecoder::Verdict::TooLarge)
        refuse(bodyTooLarge(m_limits));
    else if (verdict == BodyDecoder::Verdict::Broken || !wellFormed)
        refuse(400, QStringLiteral("The body is not what its Content-Encoding says."));
    else if (m_missing == 0 && m_facts.chunked)
        m_part = Part::ChunkEnd;
    else if (m_missing == 0)
        completeRequest();
    return piece.size();
}

void RequestParser::completeRequest()
{
    Q_ASSERT(m_grammar.isMessageComplete());
    if (m_decoder && m_decoder->end() != BodyDecoder::Verdict::Good)
        return refuse(400, QStringLiteral("The gzip body is cut off."));
    if (m_decoder)
        m_request.body = m_decoder->take();
    m_part = Part::Nothing;
}

/** Whether the line just ended is good; it is forgotten either way. */
bool RequestParser::judgeLine()
{
    m_line += "\r\n";
    const bool good = m_grammar.accept(m_line);
    m_line.clear();
    if (!good) {
        const bool inChunks = m_part == Part::ChunkSize || m_part == Part::ChunkEnd;
        refuse(400,
               inChunks ? QStringLiteral("A chunk is not well-formed.")
                        : QStringLiteral("The request head is not well-formed."));
    }
    return good;
}

void RequestParser::countHeaderByte()
{
    if (++m_headerBytes > m_limits.headerBytes)
        refuse(431, QStringLiteral("The headers are larger than %1 bytes.").arg(m_limits.headerBytes));
}

void RequestParser::refuse(int status, const QString &detail)
{
    refuse(Problem{.status = status, .detail = detail});
}

void RequestParser::refuse(const Problem &problem)
{
    m_refusal = problem;
    m_part = Part::Nothing;
    m_decoder.reset();
    m_request = {};
}

} // namespace linewatch::http
