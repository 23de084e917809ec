// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/eventquestions.h"

#include "analytics/directory.h"

namespace linewatch::ui::eventquestions {

Result<Names> readNames(EventReader &reader)
{
    const Result<std::vector<MachineEntry>> machines = machinesWithEvents(reader);
    if (!machines)
        return machines.failure();
    const Result<std::vector<LineEntry>> lines = listLines(reader);
    if (!lines)
        return lines.failure();
    Names names;
    for (const MachineEntry &machine : *machines)
        names.machines << machine.machineId.toString();
    for (const LineEntry &line : *lines)
        names.lines << line.lineId.toString();
    return names;
}

EventSelection selectionOf(const ListedPlace &wanted)
{
    return {wanted.time.window, wanted.place.machine, wanted.place.line, wanted.place.defects};
}

RejectionFilter rejectionsOf(const ListedPlace &wanted)
{
    RejectionFilter filter;
    if (!wanted.place.machine.isEmpty())
        filter.machineId = wanted.place.machine.utf8();
    if (!wanted.place.sender.empty())
        filter.sender = wanted.place.sender;
    filter.reason = wanted.place.reason;
    filter.from = wanted.time.window.start;
    filter.to = wanted.time.window.end;
    return filter;
}

} // namespace linewatch::ui::eventquestions
