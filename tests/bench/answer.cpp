// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/answer.h"

#include "model/rfc3339.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace linewatch::bench {

namespace {

__extension__ using Wide = __int128;

/** numerator / denominator, half up, with @p decimals decimals. */
double rounded(Wide numerator, Wide denominator, int decimals)
{
    double scale = 1;
    for (int i = 0; i < decimals; ++i) {
        numerator *= 10;
        scale *= 10;
    }
    return static_cast<double>(static_cast<std::int64_t>((2 * numerator + denominator) / (2 * denominator)))
        / scale;
}

QString timeText(std::int64_t us)
{
    return QString::fromStdString(formatRfc3339(Instant(std::chrono::microseconds(us))));
}

QJsonObject expectedStats(const Question &question, const PlainStats &plain)
{
    const std::int64_t length = question.endUs - question.startUs;
    const bool healthy = Wide{plain.defects} * HourUs < Wide{2} * length;
    const double availability = std::min(1.0, rounded(Wide{plain.runTimeMs} * 1000, length, 4));
    return {{QStringLiteral("machineId"), QString::fromStdString(question.machine)},
            {QStringLiteral("start"), timeText(question.startUs)},
            {QStringLiteral("end"), timeText(question.endUs)},
            {QStringLiteral("eventsCount"), qint64{plain.events}},
            {QStringLiteral("defectsCount"), qint64{plain.defects}},
            {QStringLiteral("avgDefectRate"), rounded(Wide{plain.defects} * HourUs, length, 2)},
            {QStringLiteral("status"), healthy ? QStringLiteral("Healthy") : QStringLiteral("Warning")},
            {QStringLiteral("unknownDefectEvents"), qint64{plain.unknownEvents}},
            {QStringLiteral("runTimeMs"), qint64{plain.runTimeMs}},
            {QStringLiteral("availability"), availability},
            {QStringLiteral("lastEventTime"),
             plain.lastEventUs ? QJsonValue(timeText(*plain.lastEventUs)) : QJsonValue()}};
}

QJsonArray expectedLines(const std::vector<PlainLine> &plain)
{
    QJsonArray lines;
    for (const PlainLine &line : plain) {
        lines.append(QJsonObject{
            {QStringLiteral("lineId"), QString::fromStdString(line.lineId)},
            {QStringLiteral("totalDefects"), qint64{line.defects}},
            {QStringLiteral("eventCount"), qint64{line.events}},
            {QStringLiteral("defectsPercent"), rounded(Wide{100} * line.defects, line.events, 2)}});
    }
    return lines;
}

Result<void> compare(const Question &question, const QJsonDocument &expected, std::string_view answer)
{
    const QByteArray bytes(answer.data(), static_cast<qsizetype>(answer.size()));
    if (QJsonDocument::fromJson(bytes) == expected)
        return {};
    return Failure{Failure::Kind::Internal,
                   QStringLiteral("%1 was answered\n  %2\nbut plain SQL says\n  %3")
                       .arg(QString::fromStdString(question.target()), QString::fromUtf8(bytes),
                            QString::fromUtf8(expected.toJson(QJsonDocument::Compact)))};
}

} // namespace

Result<void> compareStats(const Question &question, const PlainStats &plain, std::string_view answer)
{
    return compare(question, QJsonDocument(expectedStats(question, plain)), answer);
}

Result<void> compareLines(const Question &question, const std::vector<PlainLine> &plain,
                          std::string_view answer)
{
    return compare(question, QJsonDocument(expectedLines(plain)), answer);
}

} // namespace linewatch::bench
