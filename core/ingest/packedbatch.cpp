// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/packedbatch.h"

#include <QDataStream>
#include <QIODevice>

namespace linewatch {

namespace {

// A file may be read by a later version: what is written here stays readable, under its number.
constexpr quint8 layoutNumber = 1;
constexpr auto streamVersion = QDataStream::Qt_6_0;

enum class Kind : quint8 { Event, Refused };

void write(QDataStream &out, const std::string &text)
{
    out << QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
}

std::string readText(QDataStream &in)
{
    QByteArray text;
    in >> text;
    return text.toStdString();
}

void write(QDataStream &out, Instant instant)
{
    out << qint64{instant.time_since_epoch().count()};
}

Instant readInstant(QDataStream &in)
{
    qint64 microseconds = 0;
    in >> microseconds;
    return Instant{std::chrono::microseconds{microseconds}};
}

template <class T, class Write>
void writeOptional(QDataStream &out, const std::optional<T> &value, Write write)
{
    out << value.has_value();
    if (value)
        write(*value);
}

template <class Read>
auto readOptional(QDataStream &in, Read read) -> std::optional<decltype(read())>
{
    bool isThere = false;
    in >> isThere;
    if (!isThere)
        return std::nullopt;
    return read();
}

void write(QDataStream &out, const IncomingEvent &event)
{
    const EventPayload &payload = event.payload;
    write(out, event.eventId.utf8());
    write(out, payload.machineId.utf8());
    write(out, payload.eventTime);
    out << qint64{payload.duration.count()} << qint32{payload.defectCount};
    write(out, payload.lineId.utf8());
    write(out, payload.factoryId.utf8());
    writeOptional(out, event.claimedReceipt, [&out](Instant claim) { write(out, claim); });
}

IncomingEvent readEvent(QDataStream &in)
{
    IncomingEvent event;
    event.eventId = EventId(readText(in));
    event.payload.machineId = MachineId(readText(in));
    event.payload.eventTime = readInstant(in);
    qint64 duration = 0;
    qint32 defects = 0;
    in >> duration >> defects;
    event.payload.duration = std::chrono::milliseconds{duration};
    event.payload.defectCount = defects;
    event.payload.lineId = LineId(readText(in));
    event.payload.factoryId = FactoryId(readText(in));
    event.claimedReceipt = readOptional(in, [&in] { return readInstant(in); });
    return event;
}

/** The reason by its name: numbers move when one is added. */
void write(QDataStream &out, const RefusedEvent &refused)
{
    write(out, std::string(wireName(refused.reason)));
    writeOptional(out, refused.eventId, [&out](const std::string &id) { write(out, id); });
    write(out, refused.machineId);
    write(out, refused.raw);
}

RefusedEvent readRefused(QDataStream &in)
{
    RefusedEvent refused;
    refused.reason = rejectReasonFromWire(readText(in));
    refused.eventId = readOptional(in, [&in] { return readText(in); });
    refused.machineId = readText(in);
    refused.raw = readText(in);
    return refused;
}

} // namespace

QByteArray packBatch(const PendingBatch &batch)
{
    QByteArray packed;
    QDataStream out(&packed, QIODevice::WriteOnly);
    out.setVersion(streamVersion);
    out << layoutNumber;
    write(out, batch.sender);
    for (const auto &element : batch.events) {
        const auto *event = std::get_if<IncomingEvent>(&element);
        out << static_cast<quint8>(event ? Kind::Event : Kind::Refused);
        if (event)
            write(out, *event);
        else
            write(out, std::get<RefusedEvent>(element));
    }
    return packed;
}

std::optional<PendingBatch> unpackBatch(const QByteArray &packed)
{
    QDataStream in(packed);
    in.setVersion(streamVersion);
    quint8 layout = 0;
    in >> layout;
    if (layout != layoutNumber)
        return std::nullopt;
    PendingBatch batch;
    batch.sender = readText(in);
    while (!in.atEnd() && in.status() == QDataStream::Ok) {
        quint8 kind = 0;
        in >> kind;
        if (kind == static_cast<quint8>(Kind::Event))
            batch.events.emplace_back(readEvent(in));
        else if (kind == static_cast<quint8>(Kind::Refused))
            batch.events.emplace_back(readRefused(in));
        else
            return std::nullopt;
    }
    if (in.status() != QDataStream::Ok)
        return std::nullopt;
    return batch;
}

} // namespace linewatch
