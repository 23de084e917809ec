// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/registrypatch.h"

#include <algorithm>

namespace linewatch {

namespace {

template <class T>
void put(T &field, const FieldPatch<T> &patch)
{
    if (patch)
        field = *patch;
}

/** Without the last, where it says what counts anyway. */
LineAssignments withoutRepetition(LineAssignments assignments)
{
    const LineId before =
        assignments.size() < 2 ? LineId() : assignments[assignments.size() - 2].line;
    if (!assignments.empty() && assignments.back().line == before)
        assignments.pop_back();
    return assignments;
}

LineAssignments patchedLines(LineAssignments assignments, const MachinePatch &patch)
{
    std::erase_if(assignments, [&patch](const LineAssignment &assignment) {
        return std::ranges::find(patch.withoutLines, assignment) != patch.withoutLines.end();
    });
    return patch.line ? withoutRepetition(withAssignment(std::move(assignments), *patch.line)) : assignments;
}

} // namespace

RegisteredMachine patched(RegisteredMachine machine, const MachinePatch &patch)
{
    put(machine.name, patch.name);
    put(machine.factoryId, patch.factoryId);
    put(machine.idealCycle, patch.idealCycle);
    put(machine.unitsPerCycle, patch.unitsPerCycle);
    put(machine.silenceLimit, patch.silenceLimit);
    put(machine.threshold, patch.threshold);
    put(machine.notes, patch.notes);
    put(machine.retiredSince, patch.retiredSince);
    put(machine.confirmed, patch.confirmed);
    machine.assignments = patchedLines(std::move(machine.assignments), patch);
    return machine;
}

RegisteredLine patched(RegisteredLine line, const LinePatch &patch)
{
    put(line.name, patch.name);
    put(line.factoryId, patch.factoryId);
    put(line.notes, patch.notes);
    put(line.confirmed, patch.confirmed);
    return line;
}

} // namespace linewatch
