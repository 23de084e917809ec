// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <rapidjson/document.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace linewatch::simulation {

/** Collects where an answer says something else than it must. */
class Comparison
{
public:
    /** @p subject begins every difference: what was asked or looked at. */
    explicit Comparison(QString subject) : m_subject(std::move(subject)) { }

    void integer(const rapidjson::Value &object, const char *member, std::int64_t expected);
    /** A number of @p places decimals, expected as an integer times 10^-places; no other number will do. */
    void decimal(const rapidjson::Value &object, const char *member, std::int64_t scaled, int places);
    /** An empty @p expected stands for null or no member at all. */
    void text(const rapidjson::Value &object, const char *member, std::string_view expected);
    void count(const QString &what, std::int64_t expected, std::int64_t found);
    void differs(const QString &what);

    bool isEmpty() const { return m_differences.isEmpty(); }
    QStringList take() { return std::move(m_differences); }

private:
    void differs(const char *member, const QString &expected, const rapidjson::Value &object);

    QString m_subject;
    QStringList m_differences;
};

/** The answer as JSON; HasParseError() when it is none. */
rapidjson::Document readJson(const QByteArray &body);

/** The member of an object; nothing when there is no such member, or no object. */
const rapidjson::Value *memberOf(const rapidjson::Value &object, const char *name);
/** A string member; nothing when it is not there or no string. */
std::optional<std::string_view> textOf(const rapidjson::Value &object, const char *name);
/** An array member; nothing when it is not there or no array. */
const rapidjson::Value *arrayOf(const rapidjson::Value &object, const char *name);

} // namespace linewatch::simulation
