// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/linefigures.h"

#include "ui/models/grouptext.h"
#include "ui/models/shownwindow.h"
#include "ui/models/statetext.h"

#include <QCoreApplication>

namespace linewatch::ui {

namespace {

struct LineFigureTexts {
    Q_DECLARE_TR_FUNCTIONS(LineFigures)
};

/** The note of a figure that is compared with the one before. */
QString comparedNote(const QString &difference, const LineReport &report)
{
    const QString before = wordsForBefore(report.windows);
    if (!report.line.before.hasEvents())
        return LineFigureTexts::tr("no events in %1").arg(before);
    return LineFigureTexts::tr("%1 to %2").arg(difference, before);
}

QString withUnknown(const QString &note, const GroupFigures &figures, const Formats &formats)
{
    if (figures.totals.unknownEvents == 0)
        return note;
    return LineFigureTexts::tr("%1, %2 of events unknown").arg(note, grouptext::unknown(figures, formats));
}

TextParts statesNote(const StateCounts &states, const Formats &formats)
{
    TextParts parts;
    const std::pair<MachineState, Tone> tones[] = {{MachineState::Warning, Tone::Warning},
                                                   {MachineState::Silent, Tone::Silent},
                                                   {MachineState::NoData, Tone::Muted}};
    for (const auto &[state, tone] : tones) {
        StateCounts only{};
        only[static_cast<std::size_t>(state)] = states[static_cast<std::size_t>(state)];
        if (only[static_cast<std::size_t>(state)] > 0)
            parts.push_back({stateSummary(only, formats), tone, tone != Tone::Muted});
    }
    if (parts.empty())
        parts.push_back({LineFigureTexts::tr("none in warning, none silent")});
    return joined(parts, QStringLiteral(", "));
}

Figure machinesFigure(const LineReport &report, const StateCounts &states, const Formats &formats)
{
    const int healthy = states[static_cast<std::size_t>(MachineState::Healthy)];
    return {.label = LineFigureTexts::tr("Machines"),
            .value = formats.count(healthy),
            .unit = LineFigureTexts::tr("of %1 healthy").arg(formats.count(std::ssize(report.machines))),
            .note = statesNote(states, formats)};
}

Figure eventsFigure(const LineReport &report, const Formats &formats)
{
    const GroupFigures &now = report.line.now;
    const QString words =
        LineFigureTexts::tr("%1 before").arg(grouptext::events(report.line.before, formats));
    return {.label = LineFigureTexts::tr("Events"),
            .value = grouptext::events(now, formats),
            .unit = {},
            .note = {{LineFigureTexts::tr("%1 run time; %2")
                          .arg(grouptext::runTime(now, formats),
                               report.line.before.hasEvents() ? words : comparedNote({}, report))}}};
}

} // namespace

QString wordsForBefore(const ReportWindows &windows)
{
    const auto length = std::chrono::round<std::chrono::minutes>(windows.before.length());
    if (length < std::chrono::minutes{1})
        return LineFigureTexts::tr("the time before");
    return beforeWords(windows.isRunning ? nominalLength(windows.before) : length);
}

LineFigures lineFigures(const LineReport &report, const Formats &formats)
{
    LineFigures figures;
    for (const MachineOnLine &machine : report.machines)
        ++figures.states[static_cast<std::size_t>(machine.state)];
    const GroupFigures &now = report.line.now;
    const GroupFigures &before = report.line.before;
    figures.machines = machinesFigure(report, figures.states, formats);
    figures.events = eventsFigure(report, formats);
    figures.rate = {.label = LineFigureTexts::tr("Defect rate"),
                    .value = grouptext::defectRate(now, formats),
                    .unit = now.hasEvents() ? LineFigureTexts::tr("/h") : QString(),
                    .note = {{comparedNote(
                        grouptext::difference(now.defectRate(), before.defectRate(), formats), report)}}};
    const QString known = LineFigureTexts::tr("%1 known defects").arg(grouptext::defects(now, formats));
    figures.percent = {.label = LineFigureTexts::tr("Defects per 100 events"),
                       .value = grouptext::defectsPercent(now, formats),
                       .unit = {},
                       .note = {{withUnknown(known, now, formats)}}};
    const std::optional<Decimal> share = now.availability();
    figures.availability = {
        .label = LineFigureTexts::tr("Availability"),
        .value = share ? formats.rounded(Decimal{share->scaled, 2}, 1) : QString(dash),
        .unit = share ? LineFigureTexts::tr("%") : QString(),
        .note = {{comparedNote(
            grouptext::pointsDifference(now.availability(), before.availability(), formats), report)}}};
    return figures;
}

} // namespace linewatch::ui
