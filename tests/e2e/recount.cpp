// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/recount.h"

#include <QMap>

#include <algorithm>

namespace linewatch::test {

using namespace Qt::StringLiterals;

namespace {

/** numerator / denominator, half up, to so many decimals. Not negative. */
double rounded(qint64 numerator, qint64 denominator, qint64 decimals)
{
    __extension__ using Wide = __int128;
    const Wide doubled = (Wide{2} * numerator * decimals + denominator) / (Wide{2} * denominator);
    return static_cast<double>(doubled) / static_cast<double>(decimals);
}

} // namespace

WireEvent KnownEvent::wire() const
{
    WireEvent event = WireEvent(eventId, machineId)
                          .at(time)
                          .lasting(static_cast<int>(durationMs))
                          .defects(static_cast<int>(defects));
    if (!line.isEmpty())
        event = event.line(line);
    return factory.isEmpty() ? event : event.factory(factory);
}

QJsonObject Recount::stats(const QString &machineId, Micros start, Micros end) const
{
    qint64 events = 0;
    qint64 defects = 0;
    qint64 unknown = 0;
    qint64 runTimeMs = 0;
    QJsonValue last = QJsonValue::Null;
    Micros lastTime = 0;
    for (const KnownEvent &event : m_events) {
        if (event.machineId != machineId || event.time < start || event.time >= end)
            continue;
        ++events;
        runTimeMs += event.durationMs;
        defects += std::max<qint64>(event.defects, 0);
        unknown += event.defects < 0 ? 1 : 0;
        if (last.isNull() || event.time > lastTime) {
            lastTime = event.time;
            last = wireTime(event.time);
        }
    }
    const Micros length = end - start;
    const bool healthy =
        static_cast<double>(defects) * static_cast<double>(OneHour) < 2.0 * static_cast<double>(length);
    return {{u"machineId"_s, machineId},
            {u"start"_s, wireTime(start)},
            {u"end"_s, wireTime(end)},
            {u"eventsCount"_s, events},
            {u"defectsCount"_s, defects},
            {u"avgDefectRate"_s, rounded(defects * OneHour, length, 100)},
            {u"status"_s, healthy ? u"Healthy"_s : u"Warning"_s},
            {u"unknownDefectEvents"_s, unknown},
            {u"runTimeMs"_s, runTimeMs},
            {u"availability"_s, std::min(1.0, rounded(runTimeMs * 1000, length, 10'000))},
            {u"lastEventTime"_s, last}};
}

QJsonArray Recount::topDefectLines(Micros from, Micros to, int limit, const QString &factory) const
{
    struct Line {
        QByteArray id;
        qint64 defects = 0;
        qint64 events = 0;
    };
    QMap<QByteArray, Line> sums;
    for (const KnownEvent &event : m_events) {
        if (event.time < from || event.time >= to || (!factory.isEmpty() && event.factory != factory))
            continue;
        Line &line = sums[event.effectiveLine().toUtf8()];
        line.id = event.effectiveLine().toUtf8();
        line.defects += std::max<qint64>(event.defects, 0);
        ++line.events;
    }
    QList<Line> lines = sums.values();
    std::sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) {
        return std::tie(b.defects, b.events, a.id) < std::tie(a.defects, a.events, b.id);
    });
    QJsonArray answer;
    for (const Line &line : lines) {
        if (line.defects == 0 || answer.size() == limit)
            break;
        answer.append(QJsonObject{{u"lineId"_s, QString::fromUtf8(line.id)},
                                  {u"totalDefects"_s, line.defects},
                                  {u"eventCount"_s, line.events},
                                  {u"defectsPercent"_s, rounded(line.defects * 100, line.events, 100)}});
    }
    return answer;
}

} // namespace linewatch::test
