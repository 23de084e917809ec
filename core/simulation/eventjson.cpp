// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/eventjson.h"

#include "model/rfc3339.h"

#include <charconv>

namespace linewatch::simulation {

namespace {

constexpr std::size_t typicalEventSize = 256;

void appendNumber(std::string &json, std::int64_t number)
{
    std::array<char, 24> digits{};
    const auto [end, error] = std::to_chars(digits.begin(), digits.end(), number);
    json.append(digits.data(), end);
}

void appendMember(std::string &json, std::string_view name, std::string_view text)
{
    json += ",\"";
    json += name;
    json += "\":";
    appendJsonString(json, text);
}

/** Nine digits, the last three of which the server must cut off, not round. */
std::string withNanoseconds(Instant time)
{
    const Instant second = std::chrono::floor<std::chrono::seconds>(time);
    std::string text = formatRfc3339(second);
    std::string fraction = std::to_string((time - second).count());
    fraction.insert(0, 6 - fraction.size(), '0');
    text.pop_back();
    return text + '.' + fraction + "999Z";
}

std::string styled(Instant time, TimeStyle style)
{
    using namespace std::chrono_literals;
    switch (style) {
    case TimeStyle::Zulu:
        return formatRfc3339(time);
    case TimeStyle::Offset: {
        std::string text = formatRfc3339(time - (4h + 30min));
        text.pop_back();
        return text + "-04:30";
    }
    case TimeStyle::Nanoseconds:
        return withNanoseconds(time);
    case TimeStyle::LowerCase: {
        std::string text = formatRfc3339(time);
        text[text.find('T')] = 't';
        text.back() = 'z';
        return text;
    }
    }
    return {};
}

} // namespace

void appendJsonString(std::string &json, std::string_view utf8)
{
    static constexpr char hex[] = "0123456789abcdef";
    json += '"';
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20) {
            json += "\\u00";
            json += hex[byte >> 4U];
            json += hex[byte & 0xFU];
            continue;
        }
        if (c == '"' || c == '\\')
            json += '\\';
        json += c;
    }
    json += '"';
}

void appendEvent(std::string &json, const IncomingEvent &event, TimeStyle style)
{
    const EventPayload &payload = event.payload;
    json += "{\"eventId\":";
    appendJsonString(json, event.eventId.utf8());
    appendMember(json, "machineId", payload.machineId.utf8());
    appendMember(json, "eventTime", styled(payload.eventTime, style));
    json += ",\"durationMs\":";
    appendNumber(json, payload.duration.count());
    json += ",\"defectCount\":";
    appendNumber(json, payload.defectCount);
    if (!payload.lineId.isEmpty())
        appendMember(json, "lineId", payload.lineId.utf8());
    if (!payload.factoryId.isEmpty())
        appendMember(json, "factoryId", payload.factoryId.utf8());
    if (event.claimedReceipt)
        appendMember(json, "receivedTime", formatRfc3339(*event.claimedReceipt));
    json += '}';
}

QByteArray toJson(const Batch &batch)
{
    std::string json;
    json.reserve(2 + batch.elements.size() * typicalEventSize);
    char separator = '[';
    for (const Element &element : batch.elements) {
        json += separator;
        separator = ',';
        if (const auto *event = std::get_if<IncomingEvent>(&element.content))
            appendEvent(json, *event, element.style);
        else
            json += std::get<BrokenElement>(element.content).json;
    }
    json += batch.elements.empty() ? "[]" : "]";
    return QByteArray::fromStdString(json);
}

} // namespace linewatch::simulation
