// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/responsewriter.h"

#include "http/status.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace linewatch::http {

namespace {

// Names of our own: those of the C library follow the locale.
constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool isOurs(QByteArrayView name)
{
    constexpr std::array ours{"Content-Length", "Date", "Connection", "Transfer-Encoding"};
    return std::any_of(ours.begin(), ours.end(),
                       [name](const char *our) { return name.compare(our, Qt::CaseInsensitive) == 0; });
}

QByteArray withoutControls(QByteArray text)
{
    for (char &c : text) {
        if (static_cast<unsigned char>(c) < ' ' || c == '\x7f')
            c = ' ';
    }
    return text;
}

/** 1xx, 204 and 304 never have a body, and the first two no length either (RFC 9110, 8.6). */
bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

} // namespace

QByteArray headBytes(const Response &response, const AnswerTerms &terms, std::time_t now)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' '
        + reasonPhrase(response.status).toByteArray() + "\r\nDate: " + httpDate(now) + "\r\n";
    for (const auto &[name, value] : response.headers.fields()) {
        if (!isOurs(name))
            head += withoutControls(name) + ": " + withoutControls(value) + "\r\n";
    }
    if (mayHaveBody(response.status))
        head += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    if (!terms.keepAlive)
        head += "Connection: close\r\n";
    else if (terms.minorVersion == 0)
        head += "Connection: keep-alive\r\n";
    return head + "\r\n";
}

bool sendsBody(const Response &response, const AnswerTerms &terms)
{
    return !terms.headOnly && mayHaveBody(response.status) && !response.body.isEmpty();
}

QByteArray httpDate(std::time_t time)
{
    std::tm utc{};
    gmtime_r(&time, &utc);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  days[static_cast<std::size_t>(utc.tm_wday)], utc.tm_mday,
                  months[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900, utc.tm_hour, utc.tm_min,
                  utc.tm_sec);
    return text.data();
}

} // namespace linewatch::http
