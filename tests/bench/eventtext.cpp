// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/eventtext.h"

#include <array>
#include <chrono>
#include <cstring>
#include <string_view>

namespace linewatch::bench {

namespace {

constexpr std::string_view idMember = "{\"eventId\":\"";
constexpr std::string_view timeMember = "\",\"eventTime\":\"";
constexpr std::string_view durationMember = "\",\"durationMs\":";
constexpr std::string_view defectsMember = ",\"defectCount\":";
constexpr std::string_view headStart = "POST /events/batch HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                       "Content-Type: application/json\r\nPrefer: return=minimal\r\n"
                                       "Content-Length: ";
constexpr std::string_view headEnd = "\r\n\r\n";
constexpr std::size_t lengthDigits = 9;
constexpr std::size_t headSize = headStart.size() + lengthDigits + headEnd.size();
constexpr std::size_t mostBytesAnEvent = 224;

char *put(char *out, std::string_view text)
{
    std::memcpy(out, text.data(), text.size());
    return out + text.size();
}

/** @p value in exactly @p digits digits. */
char *putDigits(char *out, std::uint64_t value, int digits)
{
    for (int i = digits - 1; i >= 0; --i) {
        out[i] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
    return out + digits;
}

constexpr auto hexPairs = [] {
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<std::array<char, 2>, 256> pairs{};
    for (std::size_t i = 0; i < pairs.size(); ++i)
        pairs[i] = {digits[i >> 4], digits[i & 0xF]};
    return pairs;
}();

char *putId(char *out, const StreamEvent &event)
{
    const std::array<std::uint8_t, 16> key = keyOf(event);
    for (std::size_t i = 0; i < key.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *out++ = '-';
        std::memcpy(out, hexPairs[key[i]].data(), 2);
        out += 2;
    }
    return out;
}

/** 2026-01-15T10:12:03.123456Z, for times since the epoch. */
char *putTime(char *out, std::int64_t timeUs)
{
    using namespace std::chrono;
    const auto ofDay = static_cast<std::uint64_t>(timeUs % 86'400'000'000);
    const year_month_day date(sys_days(days(timeUs / 86'400'000'000)));
    out = putDigits(out, static_cast<std::uint64_t>(static_cast<int>(date.year())), 4);
    *out++ = '-';
    out = putDigits(out, static_cast<unsigned>(date.month()), 2);
    *out++ = '-';
    out = putDigits(out, static_cast<unsigned>(date.day()), 2);
    *out++ = 'T';
    const std::uint64_t second = ofDay / 1'000'000;
    out = putDigits(out, second / 3600, 2);
    *out++ = ':';
    out = putDigits(out, second / 60 % 60, 2);
    *out++ = ':';
    out = putDigits(out, second % 60, 2);
    *out++ = '.';
    out = putDigits(out, ofDay % 1'000'000, 6);
    *out++ = 'Z';
    return out;
}

} // namespace

EventText::EventText(const StreamPlan &plan)
{
    for (std::uint32_t machine = 0; machine < plan.machines; ++machine)
        m_machineMembers.push_back("\",\"machineId\":\"" + machineName(machine) + "\",\"lineId\":\""
                                   + lineName(plan, machine));
}

char *EventText::writeEvent(const StreamEvent &event, char *out) const
{
    out = put(out, idMember);
    out = putId(out, event);
    out = put(out, m_machineMembers[event.machine]);
    out = put(out, timeMember);
    out = putTime(out, event.timeUs);
    out = put(out, durationMember);
    out = putDigits(out, static_cast<std::uint64_t>(event.durationMs), 4);
    out = put(out, defectsMember);
    if (event.defects < 0)
        *out++ = '-';
    *out++ = static_cast<char>('0' + (event.defects < 0 ? -event.defects : event.defects));
    *out++ = '}';
    return out;
}

void EventText::writeRequest(Stream &stream, std::int64_t events, std::vector<char> &request) const
{
    request.resize(headSize + 2 + mostBytesAnEvent * static_cast<std::size_t>(events));
    char *const body = request.data() + headSize;
    char *out = body;
    for (std::int64_t i = 0; i < events; ++i) {
        *out++ = i == 0 ? '[' : ',';
        out = writeEvent(stream.next(), out);
    }
    *out++ = ']';
    const auto length = static_cast<std::size_t>(out - body);
    char *head = put(request.data(), headStart);
    head = putDigits(head, length, lengthDigits);
    put(head, headEnd);
    request.resize(headSize + length);
}

std::string EventText::idText(const StreamEvent &event)
{
    std::string text(36, '\0');
    putId(text.data(), event);
    return text;
}

} // namespace linewatch::bench
