// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/fieldscanner.h"

#include "ingest/hugenumbers.h"

#include <QByteArray>

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace linewatch {

namespace {

/** Notes where each value of the outer object begins and ends. */
class Scanner : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Scanner>
{
public:
    Scanner(const rapidjson::MemoryStream &stream, std::string_view text) : m_stream(stream), m_text(text) { }

    // The parser's interface; names and types are RapidJSON's.
    bool Default() { return ended(); }
    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        if (m_depth == 1) {
            m_fields.push_back({std::string(text, length), {}});
            m_valueBegin = m_stream.Tell();
        }
        return true;
    }
    bool StartObject() { return begun(); }
    bool EndObject(rapidjson::SizeType) { return closed(); }
    bool StartArray() { return begun(); }
    bool EndArray(rapidjson::SizeType) { return closed(); }

    std::vector<ScannedField> takeFields() { return std::move(m_fields); }

private:
    bool begun()
    {
        ++m_depth;
        return true;
    }
    bool closed()
    {
        --m_depth;
        return ended();
    }
    bool ended()
    {
        if (m_depth != 1 || m_fields.empty())
            return true;
        const std::size_t begin = m_text.find_first_not_of(" \t\r\n:", m_valueBegin);
        m_fields.back().value = m_text.substr(begin, m_stream.Tell() - begin);
        return true;
    }

    const rapidjson::MemoryStream &m_stream;
    std::string_view m_text;
    std::vector<ScannedField> m_fields;
    std::size_t m_valueBegin = 0;
    int m_depth = 0;
};

} // namespace

std::vector<ScannedField> scanFields(std::string_view object)
{
    QByteArray json = QByteArray::fromRawData(object.data(), static_cast<qsizetype>(object.size()));
    for (bool again = false;; again = true) {
        rapidjson::MemoryStream stream(json.constData(), object.size());
        Scanner scanner(stream, object);
        rapidjson::Reader reader;
        const rapidjson::ParseResult result =
            reader.Parse<rapidjson::kParseNumbersAsStringsFlag>(stream, scanner);
        if (result.Code() != rapidjson::kParseErrorNumberTooBig || again)
            return scanner.takeFields();
        json = withoutHugeNumbers(json);
    }
}

} // namespace linewatch
