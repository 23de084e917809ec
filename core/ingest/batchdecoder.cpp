// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/batchdecoder.h"

#include "ingest/elementreader.h"
#include "ingest/hugenumbers.h"
#include "model/validate.h"
#include "storage/changeset.h"

#include <rapidjson/error/en.h>

#include <string_view>

namespace linewatch {

namespace {

std::string_view textOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/** A text cut to MaxRawBytes, never within a character. */
std::string cutRaw(std::string_view raw)
{
    if (raw.size() <= MaxRawBytes)
        return std::string(raw);
    std::size_t end = MaxRawBytes;
    while (end > 0 && (static_cast<unsigned char>(raw[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(raw.substr(0, end));
}

/** Escapes can spell half a surrogate pair, which has no UTF-8; what is sent back must have one. */
std::string wellFormed(const std::string &text)
{
    return QString::fromStdString(text).toStdString();
}

/** The string of a member as it may be sent back. */
std::optional<std::string> stringOf(const DraftMember<std::string> &member)
{
    if (member.state != DraftMember<std::string>::State::Given)
        return std::nullopt;
    return wellFormed(member.value);
}

/** Judges each element, and keeps it either way. */
class EventTaker
{
public:
    EventTaker(BatchEvents &events, Instant arrival, Instant oldest)
        : m_events(events)
        , m_arrival(arrival)
        , m_oldest(oldest)
    {
    }

    void operator()(EventDraft draft, std::string_view raw)
    {
        const auto eventId = stringOf(draft.eventId);
        const auto machineId = stringOf(draft.machineId);
        std::variant<IncomingEvent, RejectReason> verdict = validate(std::move(draft), m_arrival, m_oldest);
        if (auto *event = std::get_if<IncomingEvent>(&verdict))
            m_events.emplace_back(std::move(*event));
        else
            m_events.emplace_back(RefusedEvent{std::get<RejectReason>(verdict), eventId,
                                               cutRaw(machineId.value_or(std::string())), cutRaw(raw)});
    }

private:
    BatchEvents &m_events;
    Instant m_arrival;
    Instant m_oldest;
};

BatchRefusal refusalOf(const ElementReader<EventTaker> &handler, const rapidjson::ParseResult &result,
                       std::size_t maxEvents)
{
    using Kind = BatchRefusal::Kind;
    if (result.Code() != rapidjson::kParseErrorTermination) {
        return {Kind::BadJson, QString::fromLatin1(rapidjson::GetParseError_En(result.Code())),
                result.Offset()};
    }
    if (handler.isNoArray())
        return {Kind::BadJson, QStringLiteral("The body must be a JSON array of events."), result.Offset()};
    if (handler.isTooDeep())
        return {Kind::BadJson, QStringLiteral("Nested deeper than %1.").arg(MaxDepth), result.Offset()};
    return {Kind::TooManyEvents, QStringLiteral("A batch may hold %1 events.").arg(maxEvents),
            result.Offset()};
}

} // namespace

std::variant<BatchEvents, BatchRefusal> decodeBatch(const QByteArray &body, Instant arrival,
                                                    std::size_t maxEvents, Instant oldest)
{
    QByteArray json = body;
    for (bool again = false;; again = true) {
        const std::string_view text = textOf(json);
        rapidjson::MemoryStream stream(text.data(), text.size());
        BatchEvents events;
        ElementReader handler(stream, textOf(body), maxEvents, EventTaker(events, arrival, oldest));
        rapidjson::Reader reader;
        const rapidjson::ParseResult result = reader.Parse<ElementFlags>(stream, handler);
        if (result.Code() == rapidjson::kParseErrorNumberTooBig && !again) {
            json = withoutHugeNumbers(body);
            continue;
        }
        if (result.IsError())
            return refusalOf(handler, result, maxEvents);
        if (stream.Tell() != text.size()) // the parser takes a NUL for the end
            return BatchRefusal{BatchRefusal::Kind::BadJson, QStringLiteral("A NUL byte is no JSON."),
                                stream.Tell()};
        return events;
    }
}

} // namespace linewatch
