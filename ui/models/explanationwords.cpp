// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/explanationwords.h"

#include <QCoreApplication>

namespace linewatch::ui {

namespace {

struct ExplanationTexts {
    Q_DECLARE_TR_FUNCTIONS(ExplanationText)
};

QString subjectName(const FigureSubject &subject)
{
    if (!subject.machineId.isEmpty() && !subject.lineId.isEmpty())
        return ExplanationTexts::tr("%1 on %2").arg(subject.machineId.toString(), subject.lineId.toString());
    if (!subject.machineId.isEmpty())
        return subject.machineId.toString();
    return subject.lineId.isEmpty() ? ExplanationTexts::tr("the plant") : subject.lineId.toString();
}

/** Without what it is compared with. */
QString titleAlone(const Explanation &explanation)
{
    const QString name = subjectName(explanation.subject);
    switch (explanation.kind) {
    case FigureKind::DefectRate:
        return ExplanationTexts::tr("Defect rate of %1").arg(name);
    case FigureKind::DefectsPercent:
        return ExplanationTexts::tr("Defects per 100 events of %1").arg(name);
    case FigureKind::Availability:
        return ExplanationTexts::tr("Availability of %1").arg(name);
    case FigureKind::Events:
        return ExplanationTexts::tr("Events of %1").arg(name);
    case FigureKind::EventsPerMinute:
        return ExplanationTexts::tr("Events a minute of %1").arg(name);
    case FigureKind::Defects:
        return ExplanationTexts::tr("Known defects of %1").arg(name);
    case FigureKind::UnknownPercent:
        return ExplanationTexts::tr("Unknown share of the events of %1").arg(name);
    case FigureKind::RunTime:
        return ExplanationTexts::tr("Run time of %1").arg(name);
    case FigureKind::ActiveMachines:
        return ExplanationTexts::tr("Machines with events of %1").arg(name);
    case FigureKind::CycleTime:
        return ExplanationTexts::tr("Mean cycle time of %1").arg(name);
    case FigureKind::DefectRateChange:
        return ExplanationTexts::tr("Change of the defect rate of %1").arg(name);
    case FigureKind::HealthyMachines:
        return ExplanationTexts::tr("Healthy machines of %1").arg(name);
    case FigureKind::State:
        return ExplanationTexts::tr("State of %1").arg(name);
    case FigureKind::LastEvent:
        return ExplanationTexts::tr("Last event of %1").arg(name);
    case FigureKind::Clock:
        return ExplanationTexts::tr("Clock of %1").arg(name);
    case FigureKind::CommitTime:
        return ExplanationTexts::tr("Ingest: the newest commit");
    case FigureKind::ReadTime:
        break;
    }
    return ExplanationTexts::tr("Store: the newest reading");
}

} // namespace

QString explanationTitle(const Explanation &explanation)
{
    const QString title = titleAlone(explanation);
    const auto *other = std::get_if<OtherSide>(&explanation.facts);
    if (!other)
        return title;
    return other->line == explanation.subject.lineId
        ? ExplanationTexts::tr("%1, beside another time").arg(title)
        : ExplanationTexts::tr("%1, beside %2").arg(title, other->line.toString());
}

QString explanationFormula(FigureKind kind)
{
    switch (kind) {
    case FigureKind::DefectRate:
        return ExplanationTexts::tr("known defects \u00f7 hours of the window");
    case FigureKind::DefectsPercent:
        return ExplanationTexts::tr("100 \u00d7 known defects \u00f7 events");
    case FigureKind::Availability:
        return ExplanationTexts::tr(
            "run time \u00f7 (length of the window \u00d7 machines with at least one event), at most 100 %");
    case FigureKind::Events:
        return ExplanationTexts::tr(
            "events whose time lies in the window, each once: what is sent again does "
            "not count again, and a correction counts in place of what it corrects");
    case FigureKind::EventsPerMinute:
        return ExplanationTexts::tr("events \u00f7 minutes of the window");
    case FigureKind::Defects:
        return ExplanationTexts::tr("sum of the defects of the events in the window that know them");
    case FigureKind::UnknownPercent:
        return ExplanationTexts::tr("100 \u00d7 events that do not know their defects \u00f7 events");
    case FigureKind::RunTime:
        return ExplanationTexts::tr("sum of the durations of the events in the window");
    case FigureKind::ActiveMachines:
        return ExplanationTexts::tr("machines with at least one event in the window");
    case FigureKind::CycleTime:
        return ExplanationTexts::tr("run time \u00f7 events");
    case FigureKind::DefectRateChange:
        return ExplanationTexts::tr("defect rate \u2212 defect rate of the window before");
    case FigureKind::HealthyMachines:
        return ExplanationTexts::tr(
            "all machines \u2212 those in another state. A state is the first that fits: "
            "No data (no event in the window), Silent (no event for longer than its "
            "limit, while the window runs), Warning (its defect rate reaches its "
            "limit), Healthy");
    case FigureKind::State:
        return ExplanationTexts::tr(
            "the first that fits: No data (no event in the time that is looked at), Silent (no event for "
            "longer than its limit, while the window runs; never of a retired machine), Warning (its defect "
            "rate reaches its limit), Healthy");
    case FigureKind::LastEvent:
        return ExplanationTexts::tr(
            "the newest time in its events, as its own clock had it; corrections count, in whatever order "
            "they came");
    case FigureKind::Clock:
        return ExplanationTexts::tr(
            "time in the event \u2212 stamp of the server, of the newest events the one "
            "that was here soonest. Above zero the clock of the machine is ahead; below "
            "zero it is behind, or its events travel so long");
    case FigureKind::CommitTime:
        return ExplanationTexts::tr(
            "how long it took to make the newest events durable, as measured; beside it, "
            "what became of the events that arrived");
    case FigureKind::ReadTime:
        break;
    }
    return ExplanationTexts::tr("how long the newest reading of the store took, as measured");
}

} // namespace linewatch::ui
