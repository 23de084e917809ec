// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/comparison.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>

namespace linewatch::simulation {

namespace {

QString inWords(const rapidjson::Value *value)
{
    if (!value)
        return QStringLiteral("nothing");
    rapidjson::StringBuffer buffer;
    rapidjson::Writer writer(buffer);
    value->Accept(writer);
    return QString::fromUtf8(buffer.GetString(), static_cast<qsizetype>(buffer.GetSize()));
}

QString fromView(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

void Comparison::integer(const rapidjson::Value &object, const char *member, std::int64_t expected)
{
    const rapidjson::Value *value = memberOf(object, member);
    if (!value || !value->IsInt64() || value->GetInt64() != expected)
        differs(member, QString::number(expected), object);
}

void Comparison::decimal(const rapidjson::Value &object, const char *member, std::int64_t scaled, int places)
{
    const rapidjson::Value *value = memberOf(object, member);
    // Dividing two exact numbers gives the double that is nearest to the decimal, and so does reading it.
    const double expected = static_cast<double>(scaled) / std::pow(10.0, places);
    // Beyond 2^53 a double has no place for the last digits any more.
    const double tolerance = scaled > (std::int64_t{1} << 53) ? expected * 1e-15 : 0.0;
    const bool equal = value && value->IsNumber() && std::abs(value->GetDouble() - expected) <= tolerance;
    if (!equal)
        differs(member, QString::number(expected, 'f', places), object);
}

void Comparison::text(const rapidjson::Value &object, const char *member, std::string_view expected)
{
    const rapidjson::Value *value = memberOf(object, member);
    const bool isAbsent = !value || value->IsNull();
    const bool same = expected.empty() ? isAbsent : textOf(object, member) == expected;
    if (!same)
        differs(member, expected.empty() ? QStringLiteral("null") : fromView(expected), object);
}

void Comparison::count(const QString &what, std::int64_t expected, std::int64_t found)
{
    if (expected != found)
        differs(QStringLiteral("%1: expected %2, found %3").arg(what).arg(expected).arg(found));
}

void Comparison::differs(const QString &what)
{
    m_differences.append(m_subject + QStringLiteral(": ") + what);
}

void Comparison::differs(const char *member, const QString &expected, const rapidjson::Value &object)
{
    differs(QStringLiteral("%1: expected %2, found %3")
                .arg(QLatin1StringView(member), expected, inWords(memberOf(object, member))));
}

rapidjson::Document readJson(const QByteArray &body)
{
    rapidjson::Document document;
    // Without this flag a number may be off by the last bit, and would not equal its decimal.
    document.Parse<rapidjson::kParseFullPrecisionFlag>(body.constData(),
                                                       static_cast<std::size_t>(body.size()));
    return document;
}

const rapidjson::Value *memberOf(const rapidjson::Value &object, const char *name)
{
    if (!object.IsObject())
        return nullptr;
    const auto found = object.FindMember(name);
    return found == object.MemberEnd() ? nullptr : &found->value;
}

std::optional<std::string_view> textOf(const rapidjson::Value &object, const char *name)
{
    const rapidjson::Value *value = memberOf(object, name);
    if (!value || !value->IsString())
        return std::nullopt;
    return std::string_view(value->GetString(), value->GetStringLength());
}

const rapidjson::Value *arrayOf(const rapidjson::Value &object, const char *name)
{
    const rapidjson::Value *value = memberOf(object, name);
    return value && value->IsArray() ? value : nullptr;
}

} // namespace linewatch::simulation
