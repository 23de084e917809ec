// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

struct z_stream_s;

namespace linewatch::http {

/** How a body is packed (Content-Encoding). */
enum class ContentCoding { Identity, Gzip };

/**
 * Unpacks a body piece by piece and never holds more than its limit, whatever a small input would unpack to.
 * The pieces it is given do not change what it says. Several gzip members make one body (RFC 1952, 2.2).
 */
class BodyDecoder
{
public:
    enum class Verdict { Good, TooLarge, Broken };

    /** @p limit in bytes holds for what comes out. What goes in is the caller's to bound: members may be
     * empty. */
    BodyDecoder(ContentCoding coding, qsizetype limit);
    ~BodyDecoder();
    Q_DISABLE_COPY_MOVE(BodyDecoder)

    Verdict add(QByteArrayView piece);
    /** Nothing more comes: Broken when a gzip member is cut off. No bytes at all are an empty body. */
    Verdict end() const;
    /** What came out. Leaves the decoder empty. */
    QByteArray take();

private:
    Verdict inflatePiece(QByteArrayView piece);
    Verdict inflateOnce();

    const qsizetype m_limit;
    QByteArray m_body;
    std::unique_ptr<z_stream_s> m_zip; ///< only for gzip
    bool m_insideMember = false;
};

} // namespace linewatch::http
