// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/wireevent.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <chrono>

namespace linewatch::test {

Micros nowMicros()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

QString wireTime(Micros time)
{
    const Micros fraction = ((time % OneSecond) + OneSecond) % OneSecond;
    const QDateTime seconds = QDateTime::fromSecsSinceEpoch((time - fraction) / OneSecond, QTimeZone::utc());
    QString text = seconds.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss"));
    if (fraction != 0) {
        text += u'.' + QString::number(fraction).rightJustified(6, u'0');
        while (text.endsWith(u'0'))
            text.chop(1);
    }
    return text + u'Z';
}

Micros fromWireTime(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d{0,5}[1-9]))?Z$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return -1;
    QDateTime seconds = QDateTime::fromString(match.captured(1), Qt::ISODate);
    seconds.setTimeZone(QTimeZone::utc());
    return seconds.toSecsSinceEpoch() * OneSecond + match.captured(2).leftJustified(6, u'0').toLongLong();
}

WireEvent::WireEvent(const QString &eventId, const QString &machineId)
    : m_json{{QStringLiteral("eventId"), eventId},
             {QStringLiteral("machineId"), machineId},
             {QStringLiteral("eventTime"), wireTime(TestDay)},
             {QStringLiteral("durationMs"), 1000},
             {QStringLiteral("defectCount"), 0}}
{
}

WireEvent WireEvent::with(const QString &member, const QJsonValue &value) const
{
    WireEvent changed = *this;
    changed.m_json.insert(member, value);
    return changed;
}

WireEvent WireEvent::without(const QString &member) const
{
    WireEvent changed = *this;
    changed.m_json.remove(member);
    return changed;
}

} // namespace linewatch::test
