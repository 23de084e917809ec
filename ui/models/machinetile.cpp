// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/machinetile.h"

#include <QCoreApplication>

namespace linewatch::ui {

namespace {

struct TileTexts {
    Q_DECLARE_TR_FUNCTIONS(MachineTile)
};

int minutesSilent(const MachineSnapshot &machine, const LiveSnapshot &snapshot)
{
    if (!machine.lastEventTime)
        return 0;
    return static_cast<int>(
        std::chrono::floor<std::chrono::minutes>(snapshot.takenAt - *machine.lastEventTime).count());
}

QString silentDetail(const MachineSnapshot &machine, const LiveSnapshot &snapshot, const Formats &formats)
{
    if (!machine.lastEventTime)
        return {};
    return TileTexts::tr("last event %1 (%2 min)")
        .arg(formats.time(*machine.lastEventTime))
        .arg(minutesSilent(machine, snapshot));
}

QString sinceDetail(const MachineSnapshot &machine, const Formats &formats)
{
    return machine.stateSince ? TileTexts::tr("since %1").arg(formats.time(*machine.stateSince)) : QString();
}

QString warningDetail(const MachineSnapshot &machine, const LiveSnapshot &snapshot, const Formats &formats)
{
    const QString limit = TileTexts::tr("limit %1").arg(formats.fixed(snapshot.thresholdOf(machine), 1));
    const QString since = sinceDetail(machine, formats);
    return since.isEmpty() ? limit : TileTexts::tr("%1, %2").arg(since, limit);
}

QString detail(const MachineSnapshot &machine, const LiveSnapshot &snapshot, const Formats &formats)
{
    switch (machine.state) {
    case MachineState::NoData:
        return TileTexts::tr("nothing in this window");
    case MachineState::Silent:
        return silentDetail(machine, snapshot, formats);
    case MachineState::Warning:
        return warningDetail(machine, snapshot, formats);
    case MachineState::Healthy:
        break;
    }
    return sinceDetail(machine, formats);
}

} // namespace

QString stateWord(MachineState state)
{
    switch (state) {
    case MachineState::NoData:
        return TileTexts::tr("No data");
    case MachineState::Silent:
        return TileTexts::tr("Silent");
    case MachineState::Warning:
        return TileTexts::tr("Warning");
    case MachineState::Healthy:
        break;
    }
    return TileTexts::tr("Healthy");
}

QString MachineTile::spoken(const QString &line) const
{
    const QString figure = unit.isEmpty() ? rate : TileTexts::tr("%1 defects an hour").arg(rate);
    const QString sentence = TileTexts::tr("%1, line %2: %3, %4").arg(name, line, state, figure);
    return detail.isEmpty() ? sentence : TileTexts::tr("%1, %2").arg(sentence, detail);
}

MachineTile machineTile(const MachineSnapshot &machine, const LiveSnapshot &snapshot, const Formats &formats)
{
    const bool hasRate = machine.state != MachineState::NoData;
    return {
        .name = machine.machineId.toString(),
        .state = stateWord(machine.state),
        .rate = hasRate ? formats.rounded(machine.defectRate, ratePlaces(machine, snapshot, formats))
                        : QString(dash),
        .unit = hasRate ? TileTexts::tr("/h") : QString(),
        .detail = detail(machine, snapshot, formats),
    };
}

int ratePlaces(const MachineSnapshot &machine, const LiveSnapshot &snapshot, const Formats &formats)
{
    const QString rate = formats.rounded(machine.defectRate, 1);
    const bool looksAtLimit = rate == formats.fixed(snapshot.thresholdOf(machine), 1);
    return machine.state == MachineState::Healthy && looksAtLimit ? 2 : 1;
}

bool looksDifferent(const MachineSnapshot &then, const LiveSnapshot &before, const MachineSnapshot &now,
                    const LiveSnapshot &after)
{
    // lastEventTime moves with every event, but only a silent machine shows it, as minutes gone by.
    const bool silentLonger =
        now.state == MachineState::Silent && minutesSilent(then, before) != minutesSilent(now, after);
    return then.state != now.state || silentLonger || then.stateSince != now.stateSince
        || then.defectRate != now.defectRate || then.sparkline != now.sparkline
        || (now.state == MachineState::Warning && before.thresholdOf(then) != after.thresholdOf(now));
}

} // namespace linewatch::ui
