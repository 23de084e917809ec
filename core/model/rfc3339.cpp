// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rfc3339.h"

#include <chrono>
#include <cstdio>

namespace linewatch {

namespace {

using namespace std::chrono;

constexpr int maxFractionDigits = 9;
constexpr int keptFractionDigits = 6;
constexpr Instant earliest = sys_days{year{0} / January / 1};
constexpr Instant latest = sys_days{year{10000} / January / 1} - microseconds{1};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/** Reads a text from left to right; once something does not fit, everything after fails too. */
class Reader
{
public:
    explicit Reader(std::string_view text) : m_rest(text) { }

    int number(int digits)
    {
        int value = 0;
        for (int i = 0; i < digits; ++i)
            value = value * 10 + digit();
        return value;
    }

    void expect(char upper, char lower)
    {
        if (!take(upper) && !take(lower))
            m_good = false;
    }
    void expect(char c) { expect(c, c); }

    bool take(char c)
    {
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    bool atDigit() const { return !m_rest.empty() && isDigit(m_rest.front()); }
    bool finished() const { return m_good && m_rest.empty(); }
    void fail() { m_good = false; }

    int digit()
    {
        if (!atDigit()) {
            m_good = false;
            return 0;
        }
        const int value = m_rest.front() - '0';
        m_rest.remove_prefix(1);
        return value;
    }

private:
    std::string_view m_rest;
    bool m_good = true;
};

microseconds readFraction(Reader &reader)
{
    if (!reader.take('.'))
        return microseconds{0};
    int digits = 0;
    int value = 0;
    do {
        const int digit = reader.digit();
        if (digits < keptFractionDigits)
            value = value * 10 + digit;
        ++digits;
    } while (reader.atDigit());
    if (digits > maxFractionDigits)
        reader.fail();
    for (int i = digits; i < keptFractionDigits; ++i)
        value *= 10;
    return microseconds{value};
}

minutes readOffset(Reader &reader)
{
    if (reader.take('Z') || reader.take('z'))
        return minutes{0};
    const bool west = reader.take('-');
    if (!west)
        reader.expect('+');
    const int offsetHours = reader.number(2);
    reader.expect(':');
    const int offsetMinutes = reader.number(2);
    if (offsetHours > 23 || offsetMinutes > 59)
        reader.fail();
    const minutes offset = hours{offsetHours} + minutes{offsetMinutes};
    return west ? -offset : offset;
}

} // namespace

std::optional<Instant> parseRfc3339(std::string_view text)
{
    Reader reader(text);
    const int y = reader.number(4);
    reader.expect('-');
    const int mo = reader.number(2);
    reader.expect('-');
    const int d = reader.number(2);
    reader.expect('T', 't');
    const int h = reader.number(2);
    reader.expect(':');
    const int mi = reader.number(2);
    reader.expect(':');
    const int s = reader.number(2);
    const microseconds fraction = readFraction(reader);
    const minutes offset = readOffset(reader);
    if (!reader.finished() || h > 23 || mi > 59 || s > 59)
        return std::nullopt;

    const year_month_day date{year{y}, month{static_cast<unsigned>(mo)}, day{static_cast<unsigned>(d)}};
    if (!date.ok())
        return std::nullopt;
    const Instant instant = sys_days{date} + hours{h} + minutes{mi} + seconds{s} + fraction - offset;
    if (instant < earliest || instant > latest)
        return std::nullopt;
    return instant;
}

std::string formatRfc3339(Instant instant)
{
    const sys_days date = floor<days>(instant);
    const year_month_day ymd{date};
    const hh_mm_ss time{instant - date};

    char buffer[40];
    int length =
        std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(ymd.year()),
                      static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()),
                      static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                      static_cast<int>(time.seconds().count()));
    std::string text(buffer, static_cast<std::size_t>(length));
    if (const auto fraction = time.subseconds().count(); fraction != 0) {
        length = std::snprintf(buffer, sizeof buffer, ".%06d", static_cast<int>(fraction));
        text.append(buffer, static_cast<std::size_t>(length));
        text.erase(text.find_last_not_of('0') + 1);
    }
    text += 'Z';
    return text;
}

} // namespace linewatch
