// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <functional>
#include <memory>

struct llhttp__internal_s;

namespace linewatch::http {

/**
 * llhttp as this folder needs it: the judge of whether bytes are a request. It is given whole lines, CRLF
 * included, and body bytes; where one ends and the other begins is the caller's to know, from what this
 * class says of the piece it was given last. It does not wait for another request after the first.
 */
class Grammar
{
public:
    Grammar();
    ~Grammar();
    Q_DISABLE_COPY_MOVE(Grammar)

    /** Forgets everything; the next piece is a request line. */
    void restart();
    /** False when the piece is against the grammar: nothing may be given after that until restart(). */
    bool accept(QByteArrayView piece);

    /** The blank line has been seen: headers() and contentLength() are whole. */
    bool isHeadComplete() const { return m_headComplete; }
    bool isMessageComplete() const { return m_messageComplete; }
    const Headers &headers() const { return m_headers; }
    /** What the header says; 0 when it says nothing. Well-formed and within 64 bits. */
    quint64 contentLength() const { return m_contentLength; }
    /** The size in the chunk line given last; 0 announces the trailers. */
    quint64 chunkSize() const { return m_chunkSize; }

private:
    struct Callbacks;

    void commitHeader();

    std::unique_ptr<llhttp__internal_s> m_parser;
    bool m_headComplete = false;
    bool m_messageComplete = false;
    quint64 m_contentLength = 0;
    quint64 m_chunkSize = 0;
    QByteArray m_name;
    QByteArray m_value;
    Headers m_headers;
};

} // namespace linewatch::http
