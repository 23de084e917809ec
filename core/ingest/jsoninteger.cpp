// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/jsoninteger.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace linewatch {

namespace {

// Beyond this no exponent can matter: the longest body has fewer digits to weigh it up.
constexpr int exponentBound = 100'000'000;

int readExponent(std::string_view text)
{
    if (text.empty())
        return 0;
    if (text.front() == '+')
        text.remove_prefix(1);
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::result_out_of_range)
        return text.front() == '-' ? -exponentBound : exponentBound;
    return std::clamp(value, -exponentBound, exponentBound);
}

/** The digits before the exponent without their point; @p fraction tells how many stood behind it. */
std::string readDigits(std::string_view mantissa, int &fraction)
{
    const std::size_t point = mantissa.find('.');
    if (point == std::string_view::npos)
        return std::string(mantissa);
    fraction = static_cast<int>(mantissa.size() - point - 1);
    return std::string(mantissa.substr(0, point)).append(mantissa.substr(point + 1));
}

} // namespace

std::optional<std::int64_t> integerFromJson(std::string_view token)
{
    const bool negative = token.starts_with('-');
    if (negative)
        token.remove_prefix(1);
    const std::size_t e = token.find_first_of("eE");
    int fraction = 0;
    std::string digits = readDigits(token.substr(0, e), fraction);
    const int exponent = e == std::string_view::npos ? 0 : readExponent(token.substr(e + 1));

    const std::size_t leading = std::min(digits.find_first_not_of('0'), digits.size());
    digits.erase(0, leading);
    if (digits.empty())
        return 0;
    const std::size_t significant = digits.find_last_not_of('0') + 1;
    const int shift = exponent - fraction + static_cast<int>(digits.size() - significant);
    constexpr int maxDigits = 19; // of a 64-bit number
    if (shift < 0 || static_cast<int>(significant) + shift > maxDigits)
        return std::nullopt;
    digits.resize(significant);
    digits.append(static_cast<std::size_t>(shift), '0');
    if (negative)
        digits.insert(0, 1, '-');

    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc{} ? std::optional(value) : std::nullopt;
}

} // namespace linewatch
