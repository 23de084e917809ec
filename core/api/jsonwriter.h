// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ids.h"
#include "model/kpi.h"
#include "model/rfc3339.h"

#include <QByteArray>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <optional>
#include <string_view>

namespace linewatch::api {

/** Writes one JSON document, in the types that Linewatch answers with. Compact, UTF-8. */
class JsonWriter
{
public:
    void beginObject() { m_writer.StartObject(); }
    void endObject() { m_writer.EndObject(); }
    void beginArray() { m_writer.StartArray(); }
    void endArray() { m_writer.EndArray(); }
    void key(std::string_view name) { m_writer.Key(name.data(), sizeOf(name)); }

    void value(std::string_view text) { m_writer.String(text.data(), sizeOf(text)); }
    void value(std::int64_t number) { m_writer.Int64(number); }
    void value(std::int32_t number) { m_writer.Int(number); }
    void value(const char *) = delete; // would be taken for a bool
    void value(bool truth) { m_writer.Bool(truth); }
    void value(Instant instant) { value(std::string_view(formatRfc3339(instant))); }
    void value(const Decimal &number)
    {
        const std::string text = number.toString();
        m_writer.RawValue(text.data(), text.size(), rapidjson::kNumberType);
    }
    template <class Tag>
    void value(const TextId<Tag> &id)
    {
        value(std::string_view(id.utf8()));
    }
    void nullValue() { m_writer.Null(); }

    /** null when there is nothing. */
    template <class T>
    void value(const std::optional<T> &content)
    {
        if (content)
            value(*content);
        else
            nullValue();
    }

    template <class T>
    void member(std::string_view name, const T &content)
    {
        key(name);
        value(content);
    }

    QByteArray take() const
    {
        return QByteArray(m_buffer.GetString(), static_cast<qsizetype>(m_buffer.GetSize()));
    }

private:
    static rapidjson::SizeType sizeOf(std::string_view text)
    {
        return static_cast<rapidjson::SizeType>(text.size());
    }

    rapidjson::StringBuffer m_buffer;
    rapidjson::Writer<rapidjson::StringBuffer> m_writer{m_buffer};
};

} // namespace linewatch::api
