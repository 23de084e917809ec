// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/eventkey.h"

#include <string_view>

namespace linewatch {

namespace {

constexpr int uuidBytes = 16;
constexpr std::size_t uuidLength = 36;
constexpr std::string_view hexDigits = "0123456789abcdef";

bool isDashPosition(std::size_t at)
{
    return at == 8 || at == 13 || at == 18 || at == 23;
}

/** The value of a lower-case hex digit, or -1. */
int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/** The bytes of a canonical lower-case UUID; empty when @p text is none. */
QByteArray uuidToBytes(std::string_view text)
{
    if (text.size() != uuidLength)
        return {};
    QByteArray bytes(uuidBytes, Qt::Uninitialized);
    qsizetype nibbles = 0;
    for (std::size_t at = 0; at < uuidLength; ++at) {
        if (isDashPosition(at)) {
            if (text[at] != '-')
                return {};
            continue;
        }
        const int value = hexValue(text[at]);
        if (value < 0)
            return {};
        char &byte = bytes.data()[nibbles / 2];
        byte = nibbles % 2 == 0 ? static_cast<char>(value << 4) : static_cast<char>(byte | value);
        ++nibbles;
    }
    return bytes;
}

std::string bytesToUuid(const QByteArray &bytes)
{
    std::string text;
    text.reserve(uuidLength);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (isDashPosition(text.size()))
            text += '-';
        text += hexDigits[byte >> 4U];
        text += hexDigits[byte & 0x0FU];
    }
    return text;
}

} // namespace

QByteArray toEventKey(const EventId &id)
{
    QByteArray key = uuidToBytes(id.utf8());
    if (!key.isEmpty())
        return key;
    key = QByteArray::fromStdString(id.utf8());
    if (key.size() == uuidBytes)
        key.append('\0');
    return key;
}

EventId fromEventKey(const QByteArray &key)
{
    if (key.size() == uuidBytes)
        return EventId(bytesToUuid(key));
    if (key.size() == uuidBytes + 1 && key.back() == '\0')
        return EventId(key.chopped(1).toStdString());
    return EventId(key.toStdString());
}

} // namespace linewatch
