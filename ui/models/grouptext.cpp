// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/grouptext.h"

#include <QCoreApplication>

namespace linewatch::ui::grouptext {

namespace {

struct GroupTexts {
    Q_DECLARE_TR_FUNCTIONS(GroupTexts)
};

QString ofDecimal(const std::optional<Decimal> &figure, const Formats &formats)
{
    return figure ? formats.decimal(*figure) : QString(dash);
}

/** Numbers that differ by less than they show are the same. */
QString signedText(double difference, int places, const Formats &formats)
{
    const QString text = formats.change(difference, places);
    return text.isEmpty() ? formats.count(0) : text;
}

} // namespace

QString events(const GroupFigures &figures, const Formats &formats)
{
    return formats.count(figures.totals.events);
}

QString defects(const GroupFigures &figures, const Formats &formats)
{
    return figures.hasEvents() ? formats.count(figures.totals.defects) : QString(dash);
}

QString runTime(const GroupFigures &figures, const Formats &formats)
{
    if (!figures.hasEvents())
        return dash;
    const std::chrono::milliseconds length{figures.totals.runTimeMs};
    return duration(std::chrono::round<std::chrono::seconds>(length), formats);
}

QString defectRate(const GroupFigures &figures, const Formats &formats)
{
    return ofDecimal(figures.defectRate(), formats);
}

QString defectsPercent(const GroupFigures &figures, const Formats &formats)
{
    return ofDecimal(figures.defectsPercent(), formats);
}

QString availability(const GroupFigures &figures, const Formats &formats)
{
    const std::optional<Decimal> share = figures.availability();
    if (!share)
        return dash;
    return GroupTexts::tr("%1 %").arg(formats.rounded(Decimal{share->scaled, 2}, 1)); // four places of one
}

QString unknown(const GroupFigures &figures, const Formats &formats)
{
    const std::optional<Decimal> share = figures.unknownPercent();
    if (!share)
        return dash;
    if (figures.totals.unknownEvents == 0)
        return GroupTexts::tr("%1 %").arg(formats.count(0));
    const bool isTiny = formats.rounded(*share, 1) == formats.fixed(0, 1); // there are some: no zero
    return GroupTexts::tr("%1 %").arg(isTiny ? QLatin1Char('<') + formats.fixed(0.1, 1)
                                             : formats.rounded(*share, 1));
}

QString duration(std::chrono::seconds length, const Formats &formats)
{
    const auto hours = std::chrono::floor<std::chrono::hours>(length);
    const auto minutes = std::chrono::floor<std::chrono::minutes>(length - hours);
    const auto seconds = length - hours - minutes;
    if (hours.count() > 0)
        return GroupTexts::tr("%1 h %2 min").arg(formats.count(hours.count())).arg(minutes.count());
    if (minutes.count() > 0 && seconds.count() == 0)
        return GroupTexts::tr("%1 min").arg(minutes.count());
    if (minutes.count() > 0)
        return GroupTexts::tr("%1 min %2 s").arg(minutes.count()).arg(seconds.count());
    return GroupTexts::tr("%1 s").arg(seconds.count());
}

QString difference(const std::optional<Decimal> &figure, const std::optional<Decimal> &other,
                   const Formats &formats)
{
    if (!figure || !other)
        return dash;
    return signedText(figure->toDouble() - other->toDouble(), 2, formats);
}

QString pointsDifference(const std::optional<Decimal> &figure, const std::optional<Decimal> &other,
                         const Formats &formats)
{
    if (!figure || !other)
        return dash;
    const double points = 100 * (figure->toDouble() - other->toDouble());
    return GroupTexts::tr("%1 points").arg(signedText(points, 1, formats));
}

} // namespace linewatch::ui::grouptext
