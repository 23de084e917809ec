// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/grammar.h"
#include "http/headrules.h"
#include "http/requestline.h"

#include <memory>
#include <optional>
#include <string>

namespace linewatch::http {

/** A request and what it says about the connection it came on. */
struct ParsedRequest {
    Request request; ///< its peer is not known here
    bool keepAlive = true;
    int minorVersion = 1; ///< of HTTP/1
};

/**
 * Turns bytes into requests, one at a time. Knows no socket and no clock. The pieces in which the bytes come
 * never change the result, because everything outside of bodies is judged byte by byte or line by line.
 */
class RequestParser
{
public:
    enum class Stage {
        Idle,     ///< nothing of a request yet
        Head,     ///< inside the request line or the headers
        Body,     ///< after the blank line
        Complete, ///< a request is there to be taken; feed() uses nothing until it is
        Refused   ///< for good
    };

    /** @p limits must outlive the parser. */
    explicit RequestParser(const Limits &limits);

    /** Reads on and returns how many of the bytes were used; all of them while the request is not complete.
     */
    qsizetype feed(QByteArrayView bytes);

    Stage stage() const;
    /** The sender waits for "100 Continue" before it sends the body, none of which has come yet. */
    bool wantsContinue() const;
    /** Of the request being read, as far as it has come. */
    const QByteArray &method() const { return m_requestLine.method(); }

    /** The request, when Complete. The parser is Idle after that. */
    ParsedRequest take();
    /** Why, when Refused. */
    const Problem &refusal() const { return *m_refusal; }

private:
    /** What the next byte is part of. */
    enum class Part { RequestLine, Headers, Data, ChunkSize, ChunkEnd, Trailers, Nothing };

    void restart();
    void takeLineByte(char byte);
    void addToLine(char byte);
    void endLine();
    void endRequestLine();
    void endHeaderLine();
    void endChunkSize();
    void beginBody();
    void expectData(quint64 size);
    qsizetype takeData(QByteArrayView bytes);
    void completeRequest();

    bool judgeLine();
    void countHeaderByte();
    void refuse(int status, const QString &detail);
    void refuse(const Problem &problem);

    const Limits &m_limits;
    Grammar m_grammar;
    RequestLine m_requestLine;
    std::optional<Problem> m_refusal;
    Part m_part = Part::RequestLine;
    std::string m_line;
    bool m_sawCarriageReturn = false;
    bool m_sawBlankLine = false;
    bool m_bodyBegun = false;
    qsizetype m_headerBytes = 0;
    qsizetype m_bodyBytes = 0; ///< announced so far
    qsizetype m_missing = 0;   ///< of the body or the chunk
    HeadFacts m_facts;
    std::unique_ptr<BodyDecoder> m_decoder; ///< while there is a body
    Request m_request;
};

} // namespace linewatch::http
