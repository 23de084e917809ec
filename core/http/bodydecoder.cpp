// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/bodydecoder.h"

#include <zlib.h>

#include <array>
#include <utility>

namespace linewatch::http {

namespace {

constexpr int gzipOnly = 16; // added to the window bits: expect a gzip header, no other
constexpr std::size_t blockSize = 16 * 1024;

} // namespace

BodyDecoder::BodyDecoder(ContentCoding coding, qsizetype limit) : m_limit(limit)
{
    if (coding == ContentCoding::Identity)
        return;
    m_zip = std::make_unique<z_stream_s>();
    if (inflateInit2(m_zip.get(), MAX_WBITS + gzipOnly) != Z_OK)
        qFatal("zlib cannot be used: %s", m_zip->msg ? m_zip->msg : "no memory or the wrong version");
}

BodyDecoder::~BodyDecoder()
{
    if (m_zip)
        inflateEnd(m_zip.get());
}

BodyDecoder::Verdict BodyDecoder::add(QByteArrayView piece)
{
    if (m_zip)
        return inflatePiece(piece);
    if (piece.size() > m_limit - m_body.size())
        return Verdict::TooLarge;
    m_body.append(piece);
    return Verdict::Good;
}

BodyDecoder::Verdict BodyDecoder::end() const
{
    return m_insideMember ? Verdict::Broken : Verdict::Good;
}

QByteArray BodyDecoder::take()
{
    return std::exchange(m_body, {});
}

BodyDecoder::Verdict BodyDecoder::inflatePiece(QByteArrayView piece)
{
    // zlib's interface is not const; it does not write to its input.
    m_zip->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(piece.data()));
    m_zip->avail_in = static_cast<uInt>(piece.size());
    Verdict verdict = Verdict::Good;
    do {
        verdict = inflateOnce();
    } while (verdict == Verdict::Good && (m_zip->avail_in > 0 || m_zip->avail_out == 0));
    return verdict;
}

/** Unpacks up to one block more. What came out before a fault still counts towards the limit. */
BodyDecoder::Verdict BodyDecoder::inflateOnce()
{
    std::array<char, blockSize> block;
    m_zip->next_out = reinterpret_cast<Bytef *>(block.data());
    m_zip->avail_out = static_cast<uInt>(block.size());
    m_insideMember = m_insideMember || m_zip->avail_in > 0;
    const int result = inflate(m_zip.get(), Z_NO_FLUSH);
    const auto produced = static_cast<qsizetype>(block.size() - m_zip->avail_out);
    if (produced > m_limit - m_body.size())
        return Verdict::TooLarge;
    m_body.append(block.data(), produced);
    if (result == Z_STREAM_END) {
        m_insideMember = false;
        return inflateReset(m_zip.get()) == Z_OK ? Verdict::Good : Verdict::Broken;
    }
    return result == Z_OK || result == Z_BUF_ERROR ? Verdict::Good : Verdict::Broken;
}

} // namespace linewatch::http
