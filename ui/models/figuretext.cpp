// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/figuretext.h"

#include "ui/models/grouptext.h"

#include <QCoreApplication>

namespace linewatch::ui {

namespace {

struct FigureTexts {
    Q_DECLARE_TR_FUNCTIONS(FigureText)
};

/** Numbers that round to nothing are nothing, without a sign. */
QString signedNumber(const Decimal &figure, int places, const Formats &formats)
{
    const QString text = formats.change(figure.toDouble(), places);
    return text.isEmpty() ? formats.fixed(0, places) : text;
}

/** Some is never shown as none. */
QString shareNumber(const Decimal &percent, const Formats &formats)
{
    if (percent.scaled == 0)
        return formats.count(0);
    const QString text = formats.rounded(percent, 1);
    return text == formats.fixed(0, 1) ? QLatin1Char('<') + formats.fixed(0.1, 1) : text;
}

QString millisecondsNumber(const Decimal &figure, const Formats &formats)
{
    const double ms = figure.toDouble();
    return formats.fixed(ms, ms < 1 ? 1 : 0);
}

} // namespace

QString shownNumber(FigureKind kind, const Decimal &figure, const Formats &formats)
{
    switch (kind) {
    case FigureKind::DefectRate:
    case FigureKind::DefectsPercent:
        return formats.decimal(figure);
    case FigureKind::Availability:
        return formats.rounded(Decimal{figure.scaled, 2}, 1); // four places of one
    case FigureKind::UnknownPercent:
        return shareNumber(figure, formats);
    case FigureKind::DefectRateChange:
        return figure.scaled == 0 ? formats.count(0) : signedNumber(figure, 2, formats);
    case FigureKind::Clock:
        return signedNumber(figure, 1, formats);
    case FigureKind::CommitTime:
    case FigureKind::ReadTime:
        return millisecondsNumber(figure, formats);
    case FigureKind::RunTime:
        return grouptext::duration(
            std::chrono::round<std::chrono::seconds>(std::chrono::milliseconds{figure.scaled}), formats);
    case FigureKind::EventsPerMinute:
    case FigureKind::CycleTime:
    case FigureKind::Events:
    case FigureKind::Defects:
    case FigureKind::ActiveMachines:
    case FigureKind::HealthyMachines:
    case FigureKind::State: // it and LastEvent are no numbers
    case FigureKind::LastEvent:
        break;
    }
    return figure.places == 0 ? formats.count(figure.scaled) : formats.rounded(figure, figure.places);
}

QString withUnit(FigureKind kind, const QString &number)
{
    switch (kind) {
    case FigureKind::DefectRate:
    case FigureKind::DefectRateChange:
        return FigureTexts::tr("%1 /h").arg(number);
    case FigureKind::Availability:
    case FigureKind::UnknownPercent:
        return FigureTexts::tr("%1 %").arg(number);
    case FigureKind::EventsPerMinute:
        return FigureTexts::tr("%1 /min").arg(number);
    case FigureKind::CycleTime:
    case FigureKind::Clock:
        return FigureTexts::tr("%1 s").arg(number);
    case FigureKind::CommitTime:
    case FigureKind::ReadTime:
        return FigureTexts::tr("%1 ms").arg(number);
    default:
        return number; // it counts, or has its units within
    }
}

QString shownFigure(FigureKind kind, const Decimal &figure, const Formats &formats)
{
    return withUnit(kind, shownNumber(kind, figure, formats));
}

} // namespace linewatch::ui
