// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

// Stands for RapidJSON's own headers, which must not come before it.
#include <map>
#include <memory>
#include <valijson/adapters/rapidjson_adapter.hpp>

namespace linewatch::test {

/** Reads strict UTF-8 JSON; the fault with its offset when it is none, or when an object repeats a member. */
QString parseStrictJson(const QByteArray &text, rapidjson::Document &document);

/** Validates JSON texts against the schemas of one document, whose local references it follows. */
class SchemaChecker
{
public:
    /** @p root must outlive the checker; references like #/components/schemas/X are looked up in it. */
    explicit SchemaChecker(const rapidjson::Value &root);
    ~SchemaChecker();

    /** @p schema must be a part of the root. What is wrong with @p text; empty when nothing is. */
    QStringList check(const QByteArray &text, const rapidjson::Value &schema);

private:
    struct Compiled;
    Compiled &compiled(const rapidjson::Value &schema);

    const rapidjson::Value &m_root;
    std::map<const rapidjson::Value *, std::unique_ptr<Compiled>> m_compiled;
};

} // namespace linewatch::test
