// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace linewatch::test {

/** Microseconds since the epoch. The tests reckon with their own times: they are a second opinion. */
using Micros = qint64;

inline constexpr Micros OneSecond = 1'000'000;
inline constexpr Micros OneMinute = 60 * OneSecond;
inline constexpr Micros OneHour = 60 * OneMinute;
inline constexpr Micros OneDay = 24 * OneHour;

/** 2026-01-15T00:00:00Z: a day in the past that the events of the tests lie on. */
inline constexpr Micros TestDay = 1'768'435'200 * OneSecond;

/** The time of day now. */
Micros nowMicros();
/** As the contract writes times: UTC, Z, no trailing zeros. */
QString wireTime(Micros time);
/** Reads what wireTime() writes; -1 when it is something else. */
Micros fromWireTime(const QString &text);

/** An event to post, built up member by member. */
class WireEvent
{
public:
    /** With every required member: at TestDay, one second long, without a defect. */
    WireEvent(const QString &eventId, const QString &machineId);

    WireEvent at(Micros time) const { return with(QStringLiteral("eventTime"), wireTime(time)); }
    WireEvent lasting(int milliseconds) const { return with(QStringLiteral("durationMs"), milliseconds); }
    WireEvent defects(int count) const { return with(QStringLiteral("defectCount"), count); }
    WireEvent line(const QString &id) const { return with(QStringLiteral("lineId"), id); }
    WireEvent factory(const QString &id) const { return with(QStringLiteral("factoryId"), id); }
    WireEvent received(Micros time) const { return with(QStringLiteral("receivedTime"), wireTime(time)); }
    WireEvent with(const QString &member, const QJsonValue &value) const;
    WireEvent without(const QString &member) const;

    const QJsonObject &json() const { return m_json; }
    operator QJsonValue() const { return m_json; } // NOLINT(google-explicit-constructor): stands in arrays

private:
    QJsonObject m_json;
};

} // namespace linewatch::test
