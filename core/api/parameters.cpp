// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/parameters.h"

#include "model/rfc3339.h"
#include "model/validate.h"

#include <QString>

#include <algorithm>

namespace linewatch::api {

namespace {

std::string_view textOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

Result<Instant> requiredInstant(const Parameters &parameters, QByteArrayView name)
{
    const Result<std::optional<Instant>> instant = parameters.instant(name);
    if (!instant)
        return instant.failure();
    if (!*instant)
        return badParameter(name, QStringLiteral("is missing"));
    return **instant;
}

} // namespace

Failure badParameter(QByteArrayView name, const QString &what)
{
    return {Failure::Kind::Refused,
            QStringLiteral("The parameter '%1' %2.").arg(QString::fromUtf8(name), what)};
}

Result<TimeWindow> checkedWindow(TimeWindow window, QByteArrayView startName, QByteArrayView endName)
{
    if (!window.isValid())
        return badParameter(endName,
                            QStringLiteral("must be later than '%1'").arg(QString::fromUtf8(startName)));
    return window;
}

Result<Parameters> Parameters::of(const QByteArray &rawQuery)
{
    Result<http::Query> query = http::Query::parse(rawQuery);
    if (!query)
        return Failure{Failure::Kind::Refused, query.failure().message};
    for (const http::Query::Parameter &parameter : query->parameters()) {
        if (query->count(parameter.name) > 1)
            return badParameter(parameter.name, QStringLiteral("is given more than once"));
    }
    return Parameters(std::move(*query));
}

Result<std::optional<std::string>> Parameters::id(QByteArrayView name, std::size_t maxLength) const
{
    const std::optional<QByteArray> value = m_query.value(name);
    if (!value)
        return std::optional<std::string>{};
    if (!isValidId(textOf(*value), maxLength)) {
        return badParameter(
            name, QStringLiteral("must have 1 to %1 characters and no control characters").arg(maxLength));
    }
    return std::optional(value->toStdString());
}

Result<std::optional<Instant>> Parameters::instant(QByteArrayView name) const
{
    const std::optional<QByteArray> value = m_query.value(name);
    if (!value)
        return std::optional<Instant>{};
    const std::optional<Instant> instant = parseRfc3339(textOf(*value));
    if (!instant)
        return badParameter(name, QStringLiteral("must be a time such as 2026-01-15T10:00:00Z"));
    return instant;
}

Result<int> Parameters::limit(int smallest, int largest, int otherwise) const
{
    const QByteArrayView name = "limit";
    const std::optional<QByteArray> value = m_query.value(name);
    if (!value)
        return otherwise;
    // toInt() would forgive blanks and a plus sign.
    const bool onlyDigits =
        std::all_of(value->begin(), value->end(), [](char c) { return c >= '0' && c <= '9'; });
    bool good = false;
    const int limit = value->toInt(&good);
    if (!onlyDigits || !good || limit < smallest || limit > largest)
        return badParameter(
            name, QStringLiteral("must be a whole number from %1 to %2").arg(smallest).arg(largest));
    return limit;
}

Result<TimeWindow> Parameters::window(QByteArrayView start, QByteArrayView end) const
{
    const Result<Instant> first = requiredInstant(*this, start);
    if (!first)
        return first.failure();
    const Result<Instant> last = requiredInstant(*this, end);
    if (!last)
        return last.failure();
    return checkedWindow({*first, *last}, start, end);
}

} // namespace linewatch::api
