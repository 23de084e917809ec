// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/batchdecoder.h"
#include "model/samples.h"

#include <string>
#include <variant>

/** Bodies of batches, and what the decoder makes of them. */
namespace linewatch::test {

using Decoded = std::variant<BatchEvents, BatchRefusal>;

/** As it arrives at 10:00 on the day of eventJson(). */
inline Decoded decode(const QByteArray &body, std::size_t maxEvents = 1000)
{
    return decodeBatch(body, at("2026-01-15T10:00:00Z"), maxEvents);
}

/** A good event; @p more follows its members. */
inline QByteArray eventJson(const QByteArray &more = {}, const QByteArray &id = "E-1")
{
    QByteArray json = R"({"eventId":"$","machineId":"M-1","eventTime":"2026-01-15T09:00:00Z",)"
                      R"("durationMs":4000,"defectCount":1})";
    return json.replace("$", id).chopped(1) + more + '}';
}

inline BatchEvents eventsOf(const QByteArray &body)
{
    return std::get<BatchEvents>(decode(body));
}

/** The outcomes of decoding alone, as text: the id of a valid event, the reason of another. */
inline QByteArrayList verdictsOf(const BatchEvents &events)
{
    QByteArrayList verdicts;
    for (const auto &element : events) {
        if (const auto *valid = std::get_if<IncomingEvent>(&element))
            verdicts << QByteArray::fromStdString(valid->eventId.utf8());
        else
            verdicts << QByteArray::fromStdString(
                std::string(wireName(std::get<RefusedEvent>(element).reason)));
    }
    return verdicts;
}

inline QByteArrayList verdictsOf(const QByteArray &body)
{
    return verdictsOf(eventsOf(body));
}

inline IncomingEvent firstEvent(const QByteArray &body)
{
    return std::get<IncomingEvent>(eventsOf(body).at(0));
}

inline RefusedEvent firstRefused(const QByteArray &body)
{
    return std::get<RefusedEvent>(eventsOf(body).at(0));
}

inline QByteArray nested(qsizetype levels)
{
    return QByteArray(levels, '[') + QByteArray(levels, ']');
}

} // namespace linewatch::test
