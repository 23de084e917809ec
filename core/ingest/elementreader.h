// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/jsoninteger.h"
#include "model/eventdraft.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <string_view>

namespace linewatch {

/** How deep a body may be nested. */
inline constexpr int MaxDepth = 64;

/** With what the parser reads a body for an ElementReader. */
inline constexpr unsigned ElementFlags =
    rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag;

/**
 * Takes the events of RapidJSON's parser for the body of POST /events/batch, fills a draft from each element
 * and hands it over, as Take(EventDraft, std::string_view raw), raw being the element's text. Not
 * thread-safe.
 */
template <class Take>
class ElementReader : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, ElementReader<Take>>
{
public:
    /** @p stream is what is parsed, @p body the same text as it was sent; both must outlive this. */
    ElementReader(const rapidjson::MemoryStream &stream, std::string_view body, std::size_t maxElements,
                  Take take)
        : m_stream(stream)
        , m_body(body)
        , m_maxElements(maxElements)
        , m_take(std::move(take))
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

    bool isTooDeep() const { return m_depth > MaxDepth; }
    bool isTooMany() const { return m_taken >= m_maxElements; }
    bool isNoArray() const { return !m_sawArray; }

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
        m_take(std::move(m_draft), raw);
        ++m_taken;
        m_draft = EventDraft{};
        return true;
    }

    const rapidjson::MemoryStream &m_stream;
    std::string_view m_body;
    std::size_t m_maxElements;
    Take m_take;
    std::size_t m_taken = 0;
    EventDraft m_draft;
    std::string m_key;
    std::size_t m_elementEnd = 0;
    int m_depth = 0;
    bool m_sawArray = false;
};

} // namespace linewatch
