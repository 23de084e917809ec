// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/storesnapshot.h"

#include <unordered_map>

namespace linewatch::ui {

LiveSnapshotPtr completedByBoard(const LiveSnapshot &stored, const LiveSnapshotPtr &board)
{
    auto complete = std::make_shared<LiveSnapshot>(stored);
    if (!board)
        return complete;
    complete->ingest = board->ingest;
    if (!stored.isRunning())
        return complete;
    std::unordered_map<MachineId, const MachineSnapshot *> onBoard;
    for (const MachineSnapshot &machine : board->machines)
        onBoard.emplace(machine.machineId, &machine);
    for (MachineSnapshot &machine : complete->machines) {
        const auto found = onBoard.find(machine.machineId);
        if (found != onBoard.end() && found->second->state == machine.state)
            machine.stateSince = found->second->stateSince;
    }
    return complete;
}

} // namespace linewatch::ui
