// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/machinefigures.h"

#include "model/cyclekpi.h"
#include "ui/models/durationtext.h"
#include "ui/models/figuretext.h"
#include "ui/models/machinewords.h"

#include <QCoreApplication>

namespace linewatch::ui {

namespace {

struct MachineFigureTexts {
    Q_DECLARE_TR_FUNCTIONS(MachineFigures)
};

/** 'in 8 h' */
QString windowWords(const MachineReport &report, const Formats &formats)
{
    return durationText(report.window.length(), formats);
}

Figure withoutEvents(const QString &label)
{
    return {.label = label, .value = dash, .unit = {}, .note = {{MachineFigureTexts::tr("no events")}}};
}

Figure rateFigure(const MachineReport &report, const StateRules &rules, const Formats &formats)
{
    const QString label = MachineFigureTexts::tr("Defect rate");
    const Totals &totals = report.health.totals;
    if (totals.events == 0)
        return withoutEvents(label);
    TextParts note{{MachineFigureTexts::tr("%1 known defects in %2, limit %3\u00a0/h")
                        .arg(formats.count(totals.defects), windowWords(report, formats),
                             formats.fixed(rules.healthThreshold, 1))}};
    if (report.health.health == Health::Warning)
        note.front().tone = Tone::Warning;
    return {.label = label,
            .value = formats.decimal(report.health.defectRate),
            .unit = MachineFigureTexts::tr("/h"),
            .note = note};
}

Figure availabilityFigure(const MachineReport &report, const Formats &formats)
{
    const QString label = MachineFigureTexts::tr("Availability");
    const Totals &totals = report.health.totals;
    if (totals.events == 0)
        return withoutEvents(label);
    const Decimal percent{report.health.availability.scaled, 2}; // four places of one
    return {.label = label,
            .value = formats.rounded(percent, 1),
            .unit = MachineFigureTexts::tr("%"),
            .note = {{MachineFigureTexts::tr("%1 run time in %2")
                          .arg(durationText(std::chrono::milliseconds{totals.runTimeMs}, formats),
                               windowWords(report, formats))}}};
}

Figure defectsFigure(const MachineReport &report, const Formats &formats)
{
    const QString label = MachineFigureTexts::tr("Defects per 100 events");
    const Totals &totals = report.health.totals;
    if (totals.events == 0)
        return withoutEvents(label);
    const QString note = totals.unknownEvents == 0
        ? MachineFigureTexts::tr("of every event it is known")
        : MachineFigureTexts::tr("unknown for %1 events, %2\u00a0%")
              .arg(formats.count(totals.unknownEvents), formats.decimal(report.unknownPercent));
    return {.label = label, .value = formats.decimal(report.defectsPer100), .unit = {}, .note = {{note}}};
}

QString correctionWords(const MachineCycles &cycles, const Formats &formats)
{
    return cycles.isOfNewest
        ? MachineFigureTexts::tr("%1 of the newest %2 corrected")
              .arg(formats.count(cycles.corrected), formats.count(cycles.events))
        : MachineFigureTexts::tr("%1 of them corrected").arg(formats.count(cycles.corrected));
}

Figure eventsFigure(const MachineReport &report, const MachineCycles *cycles, const Formats &formats)
{
    const QString label = MachineFigureTexts::tr("Events");
    const Totals &totals = report.health.totals;
    if (totals.events == 0)
        return withoutEvents(label);
    return {.label = label,
            .value = formats.count(totals.events),
            .unit = {},
            .note = {{cycles ? correctionWords(*cycles, formats) : QString()}}};
}

Figure cycleFigure(const MachineReport &report, const MachineCycles *cycles, const Formats &formats)
{
    const QString label = MachineFigureTexts::tr("Mean cycle time");
    const Totals &totals = report.health.totals;
    if (totals.events == 0)
        return withoutEvents(label);
    const Decimal seconds = kpi::meanCycle(totals.runTimeMs, totals.events);
    const QString median = cycles
        ? MachineFigureTexts::tr("half took up to %1").arg(durationText(cycles->times.median, formats))
        : QString();
    return {.label = label,
            .value = shownNumber(FigureKind::CycleTime, seconds, formats),
            .unit = MachineFigureTexts::tr("s"),
            .note = {{median}}};
}

Figure clockFigure(const MachineReport &report, const Formats &formats)
{
    constexpr std::chrono::seconds remarkable{60};
    const auto &offset = report.clockOffset;
    Figure figure{.label = MachineFigureTexts::tr("Clock"),
                  .value = dash,
                  .unit = {},
                  .note = {{clockWords(offset, formats)}}};
    if (!offset)
        return figure;
    figure.value = shownNumber(FigureKind::Clock, Decimal{-offset->count(), 6}, formats); // ahead is more
    figure.unit = MachineFigureTexts::tr("s");
    if (std::chrono::abs(*offset) > remarkable)
        figure.note.front().tone = Tone::Warning;
    return figure;
}

} // namespace

MachineFigures machineFigures(const MachineReport &report, const MachineCycles *cycles,
                              const StateRules &rules, const Formats &formats)
{
    const bool hasCycles = cycles && cycles->events > 0;
    const MachineCycles *known = hasCycles ? cycles : nullptr;
    return {
        .defectRate = rateFigure(report, rules, formats),
        .availability = availabilityFigure(report, formats),
        .defectsPer100 = defectsFigure(report, formats),
        .events = eventsFigure(report, known, formats),
        .cycleTime = cycleFigure(report, known, formats),
        .clock = clockFigure(report, formats),
    };
}

} // namespace linewatch::ui
