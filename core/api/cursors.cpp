// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cursors.h"

#include "model/validate.h"

namespace linewatch::api {

namespace {

constexpr QByteArray::Base64Options encoding =
    QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors;

QByteArray number(Instant instant)
{
    return QByteArray::number(qlonglong{instant.time_since_epoch().count()});
}

std::optional<Instant> instantFrom(const QByteArray &text)
{
    bool good = false;
    const qlonglong value = text.toLongLong(&good);
    if (!good)
        return std::nullopt;
    return Instant{std::chrono::microseconds{value}};
}

std::optional<QByteArray> decode(const QByteArray &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text, encoding);
    if (!decoded || decoded.decoded.isEmpty())
        return std::nullopt;
    return decoded.decoded;
}

} // namespace

QByteArray toText(const EventCursor &cursor)
{
    const QByteArray plain = number(cursor.asOf) + ' ' + number(cursor.eventTime) + ' '
        + QByteArray::fromStdString(cursor.eventId.utf8());
    return plain.toBase64(encoding);
}

std::optional<EventCursor> eventCursorFrom(const QByteArray &text)
{
    const std::optional<QByteArray> plain = decode(text);
    if (!plain)
        return std::nullopt;
    const qsizetype first = plain->indexOf(' ');
    const qsizetype second = plain->indexOf(' ', first + 1);
    if (first < 0 || second < 0)
        return std::nullopt;
    const std::optional<Instant> asOf = instantFrom(plain->left(first));
    const std::optional<Instant> eventTime = instantFrom(plain->mid(first + 1, second - first - 1));
    const QByteArray eventId = plain->mid(second + 1);
    if (!asOf || !eventTime
        || !isValidId({eventId.constData(), static_cast<std::size_t>(eventId.size())}, limits::EventIdLength))
        return std::nullopt;
    return EventCursor{*asOf, *eventTime, EventId(eventId.toStdString())};
}

QByteArray toText(Instant before)
{
    return number(before).toBase64(encoding);
}

std::optional<Instant> rejectionCursorFrom(const QByteArray &text)
{
    const std::optional<QByteArray> plain = decode(text);
    return plain ? instantFrom(*plain) : std::nullopt;
}

} // namespace linewatch::api
