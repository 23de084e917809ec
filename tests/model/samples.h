// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"
#include "model/kpi.h"
#include "model/outcome.h"
#include "model/rfc3339.h"

#include <QTest>

#include <string>

namespace linewatch {

// What QCOMPARE prints; found by the type's namespace.
inline char *toString(const Outcome &outcome)
{
    std::string text(wireName(outcome.status));
    text.append(1, ' ').append(wireName(outcome.detail)).append(wireName(outcome.reason));
    return qstrdup(text.c_str());
}

inline char *toString(RejectReason reason)
{
    return qstrdup(reason == RejectReason::None ? "None" : std::string(wireName(reason)).c_str());
}

inline char *toString(const Decimal &number)
{
    return qstrdup(number.toString().c_str());
}

inline char *toString(const Totals &totals)
{
    return qstrdup(QByteArray::number(qint64{totals.events}) + " events, "
                   + QByteArray::number(qint64{totals.runTimeMs}) + " ms, "
                   + QByteArray::number(qint64{totals.defects}) + " defects, "
                   + QByteArray::number(qint64{totals.unknownEvents}) + " unknown");
}

} // namespace linewatch

/** Values that tests begin with. */
namespace linewatch::test {

/** A time that a test writes out. */
inline Instant at(std::string_view text)
{
    return parseRfc3339(text).value();
}

/** A time as QCOMPARE can print it. */
inline QString text(Instant instant)
{
    return QString::fromStdString(formatRfc3339(instant));
}

inline EventPayload payloadOf(const char *machine, Instant eventTime, std::int32_t defects = 0,
                              const char *line = "",
                              std::chrono::milliseconds duration = std::chrono::seconds{4})
{
    return {MachineId(std::string(machine)), eventTime,  duration, defects,
            LineId(std::string(line)),       FactoryId()};
}

inline IncomingEvent incoming(const std::string &id, EventPayload payload, std::optional<Instant> claim = {})
{
    return {EventId(id), std::move(payload), claim};
}

} // namespace linewatch::test
