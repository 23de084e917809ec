// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/reading.h"

#include <QTest>
#include <zlib.h>

namespace linewatch::test {

using http::ParsedRequest;
using http::RequestParser;

QByteArray Reading::described() const
{
    QByteArray text;
    for (const ParsedRequest &parsed : requests) {
        const http::Request &request = parsed.request;
        text += request.method + ' ' + request.path + '?' + request.query + " HTTP/1."
            + QByteArray::number(parsed.minorVersion) + (parsed.keepAlive ? " stays\n" : " closes\n");
        for (const auto &[name, value] : request.headers.fields())
            text += "  " + name + '=' + value + '\n';
        text += "  body " + request.body.toPercentEncoding() + '\n';
    }
    text += "ends in stage " + QByteArray::number(static_cast<int>(end)) + ", refused with "
        + QByteArray::number(refusedWith) + ' ' + refusal.toUtf8();
    return text;
}

Reading readInPieces(const QByteArray &wire, const http::Limits &limits,
                     const std::function<qsizetype()> &nextLength)
{
    RequestParser parser(limits);
    Reading reading;
    QByteArrayView rest(wire);
    while (!rest.isEmpty() && parser.stage() != RequestParser::Stage::Refused) {
        QByteArrayView piece = rest.first(std::min(rest.size(), nextLength()));
        rest = rest.sliced(parser.feed(piece));
        if (parser.stage() == RequestParser::Stage::Complete)
            reading.requests.append(parser.take());
    }
    reading.end = parser.stage();
    if (reading.end == RequestParser::Stage::Refused) {
        reading.refusedWith = parser.refusal().status;
        reading.refusal = parser.refusal().detail;
    }
    return reading;
}

Reading readWhole(const QByteArray &wire, const http::Limits &limits)
{
    return readInPieces(wire, limits, [&wire] { return wire.size(); });
}

Reading readByteByByte(const QByteArray &wire, const http::Limits &limits)
{
    return readInPieces(wire, limits, [] { return 1; });
}

Reading readAtRandom(const QByteArray &wire, std::mt19937 &random, const http::Limits &limits)
{
    return readInPieces(wire, limits, [&random] { return static_cast<qsizetype>(1 + random() % 23); });
}

Reading readEveryWay(const QByteArray &wire, const http::Limits &limits)
{
    const Reading whole = readWhole(wire, limits);
    if (readByteByByte(wire, limits).described() != whole.described())
        QTest::qFail("A split at every byte changes the result", __FILE__, __LINE__);
    std::mt19937 random(1);
    for (int round = 0; round < 20; ++round) {
        if (readAtRandom(wire, random, limits).described() != whole.described())
            QTest::qFail("A random split changes the result", __FILE__, __LINE__);
    }
    return whole;
}

QByteArray gzipped(const QByteArray &bytes)
{
    constexpr int gzipWindow = MAX_WBITS + 16;
    z_stream zip{};
    deflateInit2(&zip, Z_BEST_COMPRESSION, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&zip, static_cast<uLong>(bytes.size()))), '\0');
    zip.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    zip.avail_in = static_cast<uInt>(bytes.size());
    zip.next_out = reinterpret_cast<Bytef *>(packed.data());
    zip.avail_out = static_cast<uInt>(packed.size());
    deflate(&zip, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(zip.total_out));
    deflateEnd(&zip);
    return packed;
}

} // namespace linewatch::test
