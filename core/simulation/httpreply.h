// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <cstdint>
#include <utility>

namespace linewatch::simulation {

/** An answer, read whole. */
struct HttpReply {
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;

    /** The first header of that lower-case name; empty when there is none. */
    QByteArray header(QByteArrayView name) const;
};

/**
 * Reads one answer after the other from the bytes of a connection (RFC 9112): by length, by chunks or to the
 * end of the connection. Interim answers (1xx) are passed over. Not for answers to HEAD.
 */
class HttpReplyReader
{
public:
    enum class State {
        Incomplete, ///< wants more bytes
        Complete,   ///< the answer can be taken
        Broken      ///< no HTTP answer; stays so
    };

    /** Takes more bytes. */
    State feed(const QByteArray &bytes);
    /** The peer closed: an answer without a length is complete then, any other is Broken. */
    State finish();

    /** Only in state Complete. Reading starts over with what follows. */
    HttpReply take();
    /** Whether the answer that is complete leaves the connection open. */
    bool keepsAlive() const { return m_keepsAlive; }

private:
    enum class Stage { Head, Length, ToTheEnd, ChunkSize, ChunkData, Trailers, Done, Broken };

    State read();
    bool readHead();
    bool readHeaderLine(QByteArrayView line);
    void chooseFraming();
    bool readLength();
    bool readChunkSize();
    bool readChunkData();
    bool readTrailer();
    bool step();
    bool fail();

    Stage m_stage = Stage::Head;
    QByteArray m_buffer;
    HttpReply m_reply;
    qsizetype m_length = 0; ///< of the body or of the chunk
    bool m_keepsAlive = true;
};

} // namespace linewatch::simulation
