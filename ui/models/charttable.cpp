// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/charttable.h"

#include "ui/models/machinetile.h"
#include "ui/models/tabbedtext.h"

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

} // namespace

QString trendTable(const Trend &trend, const Formats &formats)
{
    const QString zone = formats.zoneName(trend.window.start);
    QString table = tabbedRow({TableTexts::tr("From (%1)").arg(zone), TableTexts::tr("To (%1)").arg(zone),
                               TableTexts::tr("Events a minute"), TableTexts::tr("Known defects a minute")});
    for (const TrendSample &sample : trend.samples) {
        table += tabbedRow({moment(sample.span.start, formats), moment(sample.span.end, formats),
                            number(sample.events, formats), number(sample.defects, formats)});
    }
    return table;
}

QString paretoTable(const Pareto &pareto, const Formats &formats)
{
    QString table = tabbedRow({TableTexts::tr("Line"), TableTexts::tr("Known defects"),
                               TableTexts::tr("Share (%)"), TableTexts::tr("Cumulative share (%)")});
    for (const ParetoBar &bar : pareto.bars) {
        table += tabbedRow({bar.label, QString::number(bar.defects), number(100 * bar.share, formats),
                            number(100 * bar.cumulative, formats)});
    }
    return table;
}

QString timeSeriesTable(const TimeSeries &series, const QString &valueName, const QString &barName,
                        const Formats &formats)
{
    const QString zone = formats.zoneName(series.steps.window().start);
    QString table = tabbedRow(
        {TableTexts::tr("From (%1)").arg(zone), TableTexts::tr("To (%1)").arg(zone), valueName, barName});
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        const TimeWindow &span = series.steps.spans[i];
        table += tabbedRow({moment(span.start, formats), moment(span.end, formats),
                            number(series.points[i].value, formats), number(series.points[i].bar, formats)});
    }
    return table;
}

QString stateTable(const StateTimes &times, const Formats &formats)
{
    const QString zone = formats.zoneName(times.steps.window().start);
    QString table = tabbedRow({TableTexts::tr("From (%1)").arg(zone), TableTexts::tr("To (%1)").arg(zone),
                               TableTexts::tr("State")});
    for (const StateBand &band : times.bands) {
        table += tabbedRow({moment(band.span.start, formats), moment(band.span.end, formats),
                            band.state ? stateWord(*band.state) : QString()});
    }
    return table;
}

QString cycleTimesTable(const CycleTimes &times, const Formats &formats)
{
    const auto seconds = [&formats](std::chrono::milliseconds time) {
        QLocale plain = formats.locale();
        plain.setNumberOptions(QLocale::OmitGroupSeparator);
        return plain.toString(static_cast<double>(time.count()) / 1000, 'f', 3);
    };
    QString table =
        tabbedRow({TableTexts::tr("From (s)"), TableTexts::tr("Below (s)"), TableTexts::tr("Events")});
    if (times.bins.empty())
        return table;
    if (times.shorter > 0)
        table += tabbedRow({QString(), seconds(times.bins.front().from), QString::number(times.shorter)});
    for (const CycleBin &bin : times.bins)
        table += tabbedRow({seconds(bin.from), seconds(bin.to), QString::number(bin.cycles)});
    if (times.longer > 0)
        table += tabbedRow({seconds(times.bins.back().to), QString(), QString::number(times.longer)});
    return table;
}

} // namespace linewatch::ui
