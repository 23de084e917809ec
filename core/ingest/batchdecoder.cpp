// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/batchdecoder.h"

#include "ingest/hugenumbers.h"
#include "ingest/jsoninteger.h"
#include "model/validate.h"
#include "storage/changeset.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <string_view>

namespace linewatch {

namespace {

constexpr int maxDepth = 64;

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

/** Takes the parser's events, fills a draft from each element, and judges it. */
class BatchHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, BatchHandler>
{
public:
    BatchHandler(const rapidjson::MemoryStream &stream, std::string_view body, Instant arrival,
                 std::size_t maxEvents, Instant oldest)
        : m_stream(stream)
        , m_body(body)
        , m_arrival(arrival)
        , m_maxEvents(maxEvents)
        , m_oldest(oldest)
    {
    }

    // The parser's interface; names and types are RapidJSON's.
    bool Null()
    {
        return scalar([](auto &member) { member.state = std::decay_t<decltype(member)>::State::Null; });
    }
    bool Bool(bool) { return scalar(markWrong); }
    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        return scalar([&](auto &member) {
            if constexpr (std::is_same_v<std::decay_t<decltype(member)>, DraftMember<std::string>>)
                member.give(std::string(text, length));
            else
                markWrong(member);
        });
    }
    bool RawNumber(const char *text, rapidjson::SizeType length, bool)
    {
        return scalar([&](auto &member) {
            if constexpr (std::is_same_v<std::decay_t<decltype(member)>, DraftMember<std::int64_t>>) {
                if (const auto value = integerFromJson({text, length})) {
                    member.give(*value);
                    return;
                }
            }
            markWrong(member);
        });
    }
    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        if (m_depth == elementDepth)
            m_key.assign(text, length);
        return true;
    }
    bool StartObject() { return open(true); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool StartArray() { return open(false); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    bool isTooDeep() const { return m_depth > maxDepth; }
    bool isTooMany() const { return m_events.size() >= m_maxEvents; }
    bool isNoArray() const { return !m_sawArray; }
    BatchEvents takeEvents() { return std::move(m_events); }

private:
    static constexpr int batchDepth = 1;   // within the array
    static constexpr int elementDepth = 2; // within an element that is an object

    static constexpr auto markWrong = [](auto &member) {
        member.state = std::decay_t<decltype(member)>::State::WrongType;
    };

    template <class Apply>
    bool scalar(Apply apply)
    {
        if (m_depth == 0)
            return false; // the body is no array
        if (m_depth == batchDepth) {
            m_draft.isObject = false;
            return finishElement();
        }
        if (m_depth == elementDepth && m_draft.isObject)
            applyToMember(apply);
        return true;
    }

    template <class Apply>
    void applyToMember(Apply apply)
    {
        if (m_key == "eventId")
            apply(m_draft.eventId);
        else if (m_key == "machineId")
            apply(m_draft.machineId);
        else if (m_key == "eventTime")
            apply(m_draft.eventTime);
        else if (m_key == "durationMs")
            apply(m_draft.durationMs);
        else if (m_key == "defectCount")
            apply(m_draft.defectCount);
        else if (m_key == "lineId")
            apply(m_draft.lineId);
        else if (m_key == "factoryId")
            apply(m_draft.factoryId);
        else if (m_key == "receivedTime")
            apply(m_draft.receivedTime);
    }

    bool open(bool isObject)
    {
        if (m_depth == 0) {
            if (isObject)
                return false;
            m_sawArray = true;
            m_elementEnd = m_stream.Tell();
        } else if (m_depth == batchDepth) {
            m_draft.isObject = isObject;
        } else if (m_depth == elementDepth && m_draft.isObject) {
            applyToMember(markWrong);
        }
        ++m_depth;
        return !isTooDeep();
    }

    bool close()
    {
        --m_depth;
        return m_depth == batchDepth ? finishElement() : true;
    }

    bool finishElement()
    {
        if (isTooMany())
            return false;
        const std::size_t begin = m_body.find_first_not_of(" \t\r\n,", m_elementEnd);
        m_elementEnd = m_stream.Tell();
        const std::string_view raw = m_body.substr(begin, m_elementEnd - begin);
        const auto eventId = stringOf(m_draft.eventId);
        const auto machineId = stringOf(m_draft.machineId);
        std::variant<IncomingEvent, RejectReason> verdict = validate(std::move(m_draft), m_arrival, m_oldest);
        if (auto *event = std::get_if<IncomingEvent>(&verdict))
            m_events.emplace_back(std::move(*event));
        else
            m_events.emplace_back(RefusedEvent{std::get<RejectReason>(verdict), eventId,
                                               cutRaw(machineId.value_or(std::string())), cutRaw(raw)});
        m_draft = EventDraft{};
        return true;
    }

    static std::optional<std::string> stringOf(const DraftMember<std::string> &member)
    {
        if (member.state != DraftMember<std::string>::State::Given)
            return std::nullopt;
        return wellFormed(member.value);
    }

    const rapidjson::MemoryStream &m_stream;
    std::string_view m_body;
    Instant m_arrival;
    std::size_t m_maxEvents;
    Instant m_oldest;
    BatchEvents m_events;
    EventDraft m_draft;
    std::string m_key;
    std::size_t m_elementEnd = 0;
    int m_depth = 0;
    bool m_sawArray = false;
};

BatchRefusal refusalOf(const BatchHandler &handler, const rapidjson::ParseResult &result,
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
        return {Kind::BadJson, QStringLiteral("Nested deeper than %1.").arg(maxDepth), result.Offset()};
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
        BatchHandler handler(stream, textOf(body), arrival, maxEvents, oldest);
        rapidjson::Reader reader;
        constexpr unsigned flags =
            rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag;
        const rapidjson::ParseResult result = reader.Parse<flags>(stream, handler);
        if (result.Code() == rapidjson::kParseErrorNumberTooBig && !again) {
            json = withoutHugeNumbers(body);
            continue;
        }
        if (result.IsError())
            return refusalOf(handler, result, maxEvents);
        if (stream.Tell() != text.size()) // the parser takes a NUL for the end
            return BatchRefusal{BatchRefusal::Kind::BadJson, QStringLiteral("A NUL byte is no JSON."),
                                stream.Tell()};
        return handler.takeEvents();
    }
}

} // namespace linewatch
