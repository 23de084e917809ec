// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/keyfigures.h"

#include "ui/models/figuretext.h"
#include "ui/models/overviewexplanations.h"
#include "ui/models/shownwindow.h"

#include <QCoreApplication>

namespace linewatch::ui {

namespace {

struct KeyFigureTexts {
    Q_DECLARE_TR_FUNCTIONS(KeyFigures)
};

int numberOf(const StateCounts &counts, MachineState state)
{
    return counts[static_cast<std::size_t>(state)];
}

double minutesOf(const TimeWindow &window)
{
    return std::chrono::duration<double, std::ratio<60>>(window.length()).count();
}

double eventsPerMinute(const Totals &totals, const TimeWindow &window)
{
    return static_cast<double>(totals.events) / minutesOf(window);
}

TextParts comparison(const QString &change, const LiveSnapshot &snapshot)
{
    const QString before = comparedWords(snapshot);
    const QString text = change.isEmpty() ? KeyFigureTexts::tr("as in %1").arg(before)
                                          : KeyFigureTexts::tr("%1 to %2").arg(change, before);
    return {{text}};
}

TextParts nothingBefore(const LiveSnapshot &snapshot)
{
    return {{KeyFigureTexts::tr("no events in %1").arg(comparedWords(snapshot))}};
}

Figure machinesFigure(const StateCounts &counts, const Formats &formats)
{
    int all = 0;
    for (const int count : counts)
        all += count;
    const int warning = numberOf(counts, MachineState::Warning);
    const int silent = numberOf(counts, MachineState::Silent);
    const int noData = numberOf(counts, MachineState::NoData);

    TextParts exceptions;
    if (warning > 0)
        exceptions.push_back({KeyFigureTexts::tr("%n warning", nullptr, warning), Tone::Warning, true});
    if (silent > 0)
        exceptions.push_back({KeyFigureTexts::tr("%n silent", nullptr, silent), Tone::Silent, true});
    if (noData > 0)
        exceptions.push_back({KeyFigureTexts::tr("%n no data", nullptr, noData)});
    if (exceptions.empty())
        exceptions.push_back({KeyFigureTexts::tr("none in warning, none silent")});

    return {
        .label = KeyFigureTexts::tr("Machines"),
        .value = formats.count(numberOf(counts, MachineState::Healthy)),
        .unit = KeyFigureTexts::tr("of %1 healthy").arg(formats.count(all)),
        .note = joined(exceptions, QStringLiteral(", ")),
    };
}

/** Empty when there is none; after next to nothing a percentage says no more than that it is many times more.
 */
QString changeInPercent(double now, double before, const Formats &formats)
{
    constexpr double mostPercent = 999;
    const double percent = 100.0 * (now - before) / before;
    if (percent > mostPercent)
        return KeyFigureTexts::tr("over %1 %").arg(formats.change(mostPercent, 0));
    const QString change = formats.change(percent, 0);
    return change.isEmpty() ? change : KeyFigureTexts::tr("%1 %").arg(change);
}

/** The same number that explains itself; a dash where there is none. */
QString shownOfPlant(FigureKind kind, const LiveSnapshot &snapshot, const Formats &formats)
{
    const std::optional<Decimal> figure = explainPlant(kind, snapshot).result;
    return figure ? shownNumber(kind, *figure, formats) : QString(dash);
}

Figure eventsFigure(const LiveSnapshot &snapshot, const Formats &formats)
{
    const double now = eventsPerMinute(snapshot.plant, snapshot.window);
    const double before = eventsPerMinute(snapshot.plantBefore, snapshot.previousWindow);
    Figure figure{
        .label = KeyFigureTexts::tr("Events"),
        .value = shownOfPlant(FigureKind::EventsPerMinute, snapshot, formats),
        .unit = KeyFigureTexts::tr("/min"),
        .note = nothingBefore(snapshot),
    };
    if (snapshot.plantBefore.events > 0) {
        figure.note = comparison(changeInPercent(now, before, formats), snapshot);
    }
    return figure;
}

Figure defectsFigure(const LiveSnapshot &snapshot, const Formats &formats)
{
    const Totals &plant = snapshot.plant;
    Figure figure{
        .label = KeyFigureTexts::tr("Defects, %1").arg(windowWords(snapshot, formats)),
        .value = dash,
        .unit = {},
        .note = {{KeyFigureTexts::tr("no events")}},
    };
    if (plant.events == 0)
        return figure;
    figure.value = formats.count(plant.defects);
    const Decimal share = kpi::defectsPercent(plant.defects, plant.events);
    QString note = KeyFigureTexts::tr("%1 per 100 events").arg(formats.decimal(share));
    if (plant.unknownEvents > 0)
        note = KeyFigureTexts::tr("%1, %2 unknown").arg(note, formats.count(plant.unknownEvents));
    figure.note = {{note}};
    return figure;
}

/** In percent with two places; nothing when no machine had an event. */
std::optional<Decimal> plantAvailability(const Totals &totals, const TimeWindow &window, std::size_t machines)
{
    if (machines == 0 || !window.isValid())
        return std::nullopt;
    const auto length = window.length() * static_cast<std::int64_t>(machines);
    return Decimal{kpi::availability(totals.runTimeMs, length).scaled, 2}; // four places of one
}

Figure availabilityFigure(const LiveSnapshot &snapshot, const Formats &formats)
{
    const std::optional<Decimal> now =
        plantAvailability(snapshot.plant, snapshot.window, snapshot.activeMachines);
    const std::optional<Decimal> before =
        plantAvailability(snapshot.plantBefore, snapshot.previousWindow, snapshot.activeMachinesBefore);
    Figure figure{
        .label = KeyFigureTexts::tr("Availability"),
        .value = now ? formats.rounded(*now, 1) : QString(dash),
        .unit = KeyFigureTexts::tr("%"),
        .note = before ? TextParts{} : nothingBefore(snapshot),
    };
    if (now && before) {
        const QString change = formats.change(now->toDouble() - before->toDouble(), 1);
        figure.note =
            comparison(change.isEmpty() ? change : KeyFigureTexts::tr("%1 points").arg(change), snapshot);
    }
    return figure;
}

/** Taking in goes on whatever is shown, so beside a window of the store it names its own. */
QString ingestLabel(const LiveSnapshot &snapshot)
{
    if (snapshot.origin == SnapshotOrigin::Board || !snapshot.ingest.window.isValid()) {
        const bool isOneOfSeveral = snapshot.ingest.lastRead.count() > 0; // the others bring the rest
        return isOneOfSeveral ? KeyFigureTexts::tr("Ingest, this node") : KeyFigureTexts::tr("Ingest");
    }
    return KeyFigureTexts::tr("Ingest, %1").arg(lastWords(nominalLength(snapshot.ingest.window)));
}

/** What a viewer knows in place of how taking in goes. */
Figure readingFigure(const LiveSnapshot &snapshot, const Formats &formats)
{
    return {
        .label = KeyFigureTexts::tr("Store"),
        .value = shownOfPlant(FigureKind::ReadTime, snapshot, formats),
        .unit = KeyFigureTexts::tr("ms to read"),
        .note = {{KeyFigureTexts::tr("only the nodes know of duplicates and rejected events")}},
    };
}

Figure ingestFigure(const LiveSnapshot &snapshot, const Formats &formats)
{
    if (snapshot.ingest.isElsewhere)
        return readingFigure(snapshot, formats);
    const IngestSnapshot &ingest = snapshot.ingest;
    return {
        .label = ingestLabel(snapshot),
        .value = shownOfPlant(FigureKind::CommitTime, snapshot, formats),
        .unit = KeyFigureTexts::tr("ms to commit"),
        .note = {{KeyFigureTexts::tr("%1 waiting, %2 duplicates, %3 corrections, %4 rejected")
                      .arg(formats.count(ingest.queuedBatches), formats.count(ingest.outcomes.deduped),
                           formats.count(ingest.outcomes.updated), formats.count(ingest.outcomes.rejected))}},
    };
}

} // namespace

StateCounts countStates(const std::vector<MachineSnapshot> &machines)
{
    StateCounts counts{};
    for (const MachineSnapshot &machine : machines)
        ++counts[static_cast<std::size_t>(machine.state)];
    return counts;
}

QString Figure::spoken() const
{
    const QString figure = unit.isEmpty() ? value : value + QLatin1Char(' ') + unit;
    return QStringLiteral("%1: %2. %3").arg(label, figure, plainText(note));
}

KeyFigures keyFigures(const LiveSnapshot &snapshot, const Formats &formats)
{
    const StateCounts states = countStates(snapshot.machines);
    return {
        .states = states,
        .machines = machinesFigure(states, formats),
        .events = eventsFigure(snapshot, formats),
        .defects = defectsFigure(snapshot, formats),
        .availability = availabilityFigure(snapshot, formats),
        .ingest = ingestFigure(snapshot, formats),
    };
}

} // namespace linewatch::ui
