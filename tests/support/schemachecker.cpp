// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/schemachecker.h"

#include <QSet>
#include <rapidjson/error/en.h>

#include <string>
#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace linewatch::test {

namespace {

using valijson::adapters::RapidJsonAdapter;

QString text(const rapidjson::Value &string)
{
    return QString::fromUtf8(string.GetString(), static_cast<qsizetype>(string.GetStringLength()));
}

QString repeatedMember(const rapidjson::Value &value)
{
    if (value.IsArray()) {
        for (const rapidjson::Value &element : value.GetArray()) {
            if (const QString name = repeatedMember(element); !name.isNull())
                return name;
        }
    } else if (value.IsObject()) {
        QSet<QString> names;
        for (const auto &member : value.GetObject()) {
            const QString name = text(member.name);
            if (names.contains(name))
                return name;
            names.insert(name);
            if (const QString inner = repeatedMember(member.value); !inner.isNull())
                return inner;
        }
    }
    return {};
}

/** The validator compiles a regular expression at each `format` it meets; the patterns say more anyway. */
void dropFormats(rapidjson::Value &schema)
{
    if (schema.IsArray()) {
        for (rapidjson::Value &element : schema.GetArray())
            dropFormats(element);
    } else if (schema.IsObject()) {
        schema.RemoveMember("format");
        for (auto &member : schema.GetObject())
            dropFormats(member.value);
    }
}

QString describe(const valijson::ValidationResults::Error &error)
{
    std::string where;
    for (const std::string &step : error.context)
        where += step;
    return QString::fromStdString(where + ": " + error.description);
}

} // namespace

struct SchemaChecker::Compiled {
    rapidjson::Document document;
    valijson::Schema schema;
    valijson::Validator validator;
};

QString parseStrictJson(const QByteArray &json, rapidjson::Document &document)
{
    document.Parse<rapidjson::kParseValidateEncodingFlag>(json.constData(),
                                                          static_cast<std::size_t>(json.size()));
    if (document.HasParseError()) {
        return QStringLiteral("no JSON at byte %1: %2")
            .arg(document.GetErrorOffset())
            .arg(QString::fromLatin1(rapidjson::GetParseError_En(document.GetParseError())));
    }
    const QString repeated = repeatedMember(document);
    return repeated.isNull() ? QString()
                             : QStringLiteral("the member %1 stands twice in one object").arg(repeated);
}

SchemaChecker::SchemaChecker(const rapidjson::Value &root) : m_root(root) { }

SchemaChecker::~SchemaChecker() = default;

SchemaChecker::Compiled &SchemaChecker::compiled(const rapidjson::Value &schema)
{
    std::unique_ptr<Compiled> &entry = m_compiled[&schema];
    if (!entry) {
        entry = std::make_unique<Compiled>();
        // References are looked up from the root of what is compiled: so the schema is put beside the
        // components that it refers to.
        auto &allocator = entry->document.GetAllocator();
        entry->document.SetObject();
        entry->document.AddMember("components", rapidjson::Value(m_root["components"], allocator), allocator);
        rapidjson::Value all(rapidjson::kArrayType);
        all.PushBack(rapidjson::Value(schema, allocator), allocator);
        entry->document.AddMember("allOf", all, allocator);
        dropFormats(entry->document);
        valijson::SchemaParser().populateSchema(RapidJsonAdapter(entry->document), entry->schema);
    }
    return *entry;
}

QStringList SchemaChecker::check(const QByteArray &json, const rapidjson::Value &schema)
{
    rapidjson::Document answer;
    if (const QString fault = parseStrictJson(json, answer); !fault.isEmpty())
        return {fault};
    Compiled &rules = compiled(schema);
    valijson::ValidationResults results;
    if (rules.validator.validate(rules.schema, RapidJsonAdapter(answer), &results))
        return {};
    QStringList faults;
    for (valijson::ValidationResults::Error error; results.popError(error);)
        faults.append(describe(error));
    return faults;
}

} // namespace linewatch::test
