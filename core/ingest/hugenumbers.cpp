// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/hugenumbers.h"

#include "ingest/jsoninteger.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace linewatch {

namespace {

// A double ends at 1.8e308; shorter numbers with smaller exponents are no trouble.
constexpr std::size_t manyDigits = 300;
constexpr int bigExponent = 300;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t countDigits(std::string_view text)
{
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isDigit) - text.begin());
}

/** A number by the grammar of RFC 8259, 6, at the start of a text. */
struct Number {
    std::size_t length = 0; // 0: there is none
    bool isHuge = false;
};

Number readNumber(std::string_view text)
{
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const std::size_t whole = countDigits(text.substr(at));
    if (whole == 0 || (whole > 1 && text[at] == '0'))
        return {};
    at += whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = countDigits(text.substr(at + 1));
        if (fraction == 0)
            return {};
        at += 1 + fraction;
    }
    const std::size_t mantissa = at;
    int exponent = 0;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        const std::size_t digits = countDigits(text.substr(at));
        if (digits == 0)
            return {};
        for (const char c : text.substr(at, digits))
            exponent = std::min(bigExponent, exponent * 10 + (c - '0'));
        at += digits;
    }
    return {at, mantissa >= manyDigits || exponent >= bigExponent};
}

/** What is written over a huge number; never longer than that. */
std::string standInFor(std::string_view number)
{
    const std::optional<std::int64_t> whole = integerFromJson(number);
    return whole ? std::to_string(*whole) : "0.5";
}

/** The position behind the string that begins at @p at. */
std::size_t skipString(std::string_view json, std::size_t at)
{
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        if (json[at] == '\\')
            ++at;
    }
    return at + 1;
}

} // namespace

QByteArray withoutHugeNumbers(QByteArray json)
{
    char *const data = json.data();
    const std::string_view text(data, static_cast<std::size_t>(json.size()));
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '"') {
            at = skipString(text, at);
        } else if (text[at] == '-' || isDigit(text[at])) {
            const Number number = readNumber(text.substr(at));
            if (number.length == 0)
                break; // the parser gets no further either
            if (number.isHuge) {
                const std::string standIn = standInFor(text.substr(at, number.length));
                std::fill_n(data + at, number.length, ' ');
                std::copy(standIn.begin(), standIn.end(), data + at);
            }
            at += number.length;
        } else {
            ++at;
        }
    }
    return json;
}

} // namespace linewatch
