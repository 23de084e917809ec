// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/charttable.h"

#include <QCoreApplication>
#include <QDateTime>

namespace linewatch::ui {

namespace {

struct TableTexts {
    Q_DECLARE_TR_FUNCTIONS(ChartTable)
};

QString number(double value, const Formats &formats)
{
    constexpr int places = 2;
    QLocale plain = formats.locale();
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return plain.toString(value, 'f', places);
}

QString number(const std::optional<double> &value, const Formats &formats)
{
    return value ? number(*value, formats) : QString();
}

QString moment(Instant instant, const Formats &formats)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(instant).time_since_epoch();
    return QDateTime::fromMSecsSinceEpoch(ms.count(), formats.zone())
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

/** A name from outside may hold what divides cells. */
QString cell(QString text)
{
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString row(const QStringList &cells)
{
    return cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
}

} // namespace

QString trendTable(const Trend &trend, const Formats &formats)
{
    const QString zone = formats.zoneName(trend.window.start);
    QString table = row({TableTexts::tr("From (%1)").arg(zone), TableTexts::tr("To (%1)").arg(zone),
                         TableTexts::tr("Events a minute"), TableTexts::tr("Known defects a minute")});
    for (const TrendSample &sample : trend.samples) {
        table += row({moment(sample.span.start, formats), moment(sample.span.end, formats),
                      number(sample.events, formats), number(sample.defects, formats)});
    }
    return table;
}

QString paretoTable(const Pareto &pareto, const Formats &formats)
{
    QString table = row({TableTexts::tr("Line"), TableTexts::tr("Known defects"), TableTexts::tr("Share (%)"),
                         TableTexts::tr("Cumulative share (%)")});
    for (const ParetoBar &bar : pareto.bars) {
        table += row({cell(bar.label), QString::number(bar.defects), number(100 * bar.share, formats),
                      number(100 * bar.cumulative, formats)});
    }
    return table;
}

} // namespace linewatch::ui
