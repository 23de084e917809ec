// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/query.h"

#include "http/percentcoding.h"

#include <algorithm>

namespace linewatch::http {

namespace {

/** Cuts @p text at the first @p separator, which is dropped, and returns what stood before it. */
QByteArrayView cutBefore(QByteArrayView &text, char separator)
{
    const qsizetype at = text.indexOf(separator);
    const QByteArrayView before = at < 0 ? text : text.first(at);
    text = at < 0 ? QByteArrayView() : text.sliced(at + 1);
    return before;
}

Failure undecodable(QByteArrayView rawName)
{
    return {Failure::Kind::Refused,
            QStringLiteral("The query parameter '%1' is not valid percent-encoded UTF-8.")
                .arg(QString::fromUtf8(percentDecoded(rawName).value_or(rawName.toByteArray())))};
}

} // namespace

Result<Query> Query::parse(QByteArrayView raw)
{
    Query query;
    while (!raw.isEmpty()) {
        QByteArrayView pair = cutBefore(raw, '&');
        if (pair.isEmpty())
            continue;
        const QByteArrayView rawName = cutBefore(pair, '=');
        const auto name = percentDecoded(rawName);
        const auto value = percentDecoded(pair);
        if (!name || !value)
            return undecodable(rawName);
        query.m_parameters.append({*name, *value});
    }
    return query;
}

std::optional<QByteArray> Query::value(QByteArrayView name) const
{
    for (const Parameter &parameter : m_parameters) {
        if (parameter.name == name)
            return parameter.value;
    }
    return std::nullopt;
}

qsizetype Query::count(QByteArrayView name) const
{
    return std::count_if(m_parameters.begin(), m_parameters.end(),
                         [name](const Parameter &parameter) { return parameter.name == name; });
}

} // namespace linewatch::http
