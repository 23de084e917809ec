// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/percentcoding.h"

namespace linewatch::http {

namespace {

constexpr qsizetype escapeLength = 3;

/** 0 to 15, or -1 for what is no hexadecimal digit. */
int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

std::optional<QByteArray> percentDecoded(QByteArrayView encoded)
{
    QByteArray decoded;
    decoded.reserve(encoded.size());
    while (!encoded.isEmpty()) {
        if (encoded.front() != '%') {
            decoded.append(encoded.front());
            encoded = encoded.sliced(1);
            continue;
        }
        const int high = encoded.size() < escapeLength ? -1 : hexValue(encoded[1]);
        const int low = encoded.size() < escapeLength ? -1 : hexValue(encoded[2]);
        if (high < 0 || low < 0)
            return std::nullopt;
        decoded.append(static_cast<char>(high * 16 + low));
        encoded = encoded.sliced(escapeLength);
    }
    if (!QByteArrayView(decoded).isValidUtf8())
        return std::nullopt;
    return decoded;
}

} // namespace linewatch::http
