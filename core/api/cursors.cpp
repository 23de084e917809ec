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

/** "STAMP", or with several writers "WRITER:STAMP,WRITER:STAMP". */
QByteArray plainText(const StoreStamps &state)
{
    QByteArrayList parts;
    for (const WriterStamp &each : state) {
        const bool isSole = state.size() == 1 && each.writer == 0;
        parts += (isSole ? QByteArray() : QByteArray::number(each.writer) + ':') + number(each.stamp);
    }
    return parts.join(',');
}

std::optional<StoreStamps> stampsFrom(const QByteArray &text)
{
    StoreStamps state;
    for (const QByteArray &part : text.split(',')) {
        const qsizetype colon = part.indexOf(':');
        bool goodWriter = colon < 0;
        const int writer = goodWriter ? 0 : part.left(colon).toUShort(&goodWriter);
        const std::optional<Instant> stamp = instantFrom(part.mid(colon + 1));
        const bool isInOrder = state.empty() || writer > state.back().writer;
        if (!goodWriter || !stamp || !isInOrder)
            return std::nullopt;
        state.push_back({writer, *stamp});
    }
    return state;
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
    const QByteArray plain = plainText(cursor.asOf) + ' ' + number(cursor.eventTime) + ' '
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
    const std::optional<StoreStamps> asOf = stampsFrom(plain->left(first));
    const std::optional<Instant> eventTime = instantFrom(plain->mid(first + 1, second - first - 1));
    const QByteArray eventId = plain->mid(second + 1);
    if (!asOf || !eventTime
        || !isValidId({eventId.constData(), static_cast<std::size_t>(eventId.size())}, limits::EventIdLength))
        return std::nullopt;
    return EventCursor{*asOf, *eventTime, EventId(eventId.toStdString())};
}

QByteArray toText(const WriterStamp &before)
{
    return plainText({before}).toBase64(encoding);
}

std::optional<WriterStamp> rejectionCursorFrom(const QByteArray &text)
{
    const std::optional<QByteArray> plain = decode(text);
    const std::optional<StoreStamps> stamps = plain ? stampsFrom(*plain) : std::nullopt;
    return stamps && stamps->size() == 1 ? std::optional(stamps->front()) : std::nullopt;
}

} // namespace linewatch::api
