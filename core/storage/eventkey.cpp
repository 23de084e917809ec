// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/eventkey.h"

#include <array>
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

/** What each character is worth as a lower-case hex digit; above 15: it is none. */
constexpr auto hexValues = [] {
    std::array<unsigned char, 256> values{};
    values.fill(0xFF);
    for (unsigned value = 0; value < hexDigits.size(); ++value)
        values[static_cast<unsigned char>(hexDigits[value])] = static_cast<unsigned char>(value);
    return values;
}();

/** Where the two digits of each byte stand in the text. */
constexpr std::array<unsigned char, uuidBytes> digitPositions{0,  2,  4,  6,  9,  11, 14, 16,
                                                              19, 21, 24, 26, 28, 30, 32, 34};

/** The bytes of a canonical lower-case UUID; empty when @p text is none. Every posted id goes through here.
 */
QByteArray uuidToBytes(std::string_view text)
{
    if (text.size() != uuidLength || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        return {};
    QByteArray bytes(uuidBytes, Qt::Uninitialized);
    char *to = bytes.data();
    unsigned seen = 0;
    for (const std::size_t at : digitPositions) {
        const unsigned high = hexValues[static_cast<unsigned char>(text[at])];
        const unsigned low = hexValues[static_cast<unsigned char>(text[at + 1])];
        seen |= high | low;
        *to++ = static_cast<char>((high << 4U) | (low & 0x0FU));
    }
    return seen <= 0x0FU ? bytes : QByteArray();
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
