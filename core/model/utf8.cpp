// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/utf8.h"

#include <array>

namespace linewatch {

namespace {

bool isContinuation(unsigned char byte)
{
    return (byte & 0xC0U) == 0x80U;
}

/** The code point that starts at @p at, which is moved behind it; nothing when the bytes are no UTF-8. */
std::optional<char32_t> takeCodePoint(std::string_view text, std::size_t &at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    std::size_t length = 0;
    char32_t value = 0;
    if (lead < 0x80U) {
        length = 1;
        value = lead;
    } else if (lead >= 0xC2U && lead < 0xE0U) {
        length = 2;
        value = lead & 0x1FU;
    } else if (lead >= 0xE0U && lead < 0xF0U) {
        length = 3;
        value = lead & 0x0FU;
    } else if (lead >= 0xF0U && lead < 0xF5U) {
        length = 4;
        value = lead & 0x07U;
    } else {
        return std::nullopt;
    }
    if (text.size() - at < length)
        return std::nullopt;
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + i]);
        if (!isContinuation(byte))
            return std::nullopt;
        value = (value << 6U) | (byte & 0x3FU);
    }
    static constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < smallest[length] || value > 0x10FFFF || surrogate)
        return std::nullopt;
    at += length;
    return value;
}

bool isControl(char32_t codePoint)
{
    return codePoint < 0x20 || (codePoint >= 0x7F && codePoint < 0xA0);
}

} // namespace

std::optional<std::size_t> countIdCodePoints(std::string_view utf8)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < utf8.size(); ++count) {
        const std::optional<char32_t> codePoint = takeCodePoint(utf8, at);
        if (!codePoint || isControl(*codePoint))
            return std::nullopt;
    }
    return count;
}

} // namespace linewatch
