// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/registry.h"

#include "model/rfc3339.h"
#include "model/utf8.h"
#include "model/validate.h"

#include <algorithm>
#include <ranges>

namespace linewatch {

namespace {

using Faults = std::vector<Sentence>;

QString number(std::int64_t value)
{
    return QString::number(value);
}

void checkId(const std::string &id, const char *words, Faults &faults)
{
    if (!isValidId(id, limits::NameLength))
        faults.emplace_back(words, number(limits::NameLength));
}

void checkName(const std::string &name, Faults &faults)
{
    if (!name.empty() && !isValidId(name, registrylimits::NameLength)) {
        faults.emplace_back(QT_TRANSLATE_NOOP("Failure",
                                              "a name has at most %1 characters and no control "
                                              "characters"),
                            number(registrylimits::NameLength));
    }
}

/** Lines and tabs are what notes may have besides. */
void checkNotes(std::string notes, Faults &faults)
{
    std::ranges::replace_if(
        notes, [](char c) { return c == '\n' || c == '\t'; }, ' ');
    if (!notes.empty() && !isValidId(notes, registrylimits::NotesLength)) {
        faults.emplace_back(QT_TRANSLATE_NOOP("Failure",
                                              "notes have at most %1 characters and no control "
                                              "characters other than tabs and ends of lines"),
                            number(registrylimits::NotesLength));
    }
}

void checkFactory(const FactoryId &factoryId, Faults &faults)
{
    if (!factoryId.isEmpty()) {
        checkId(
            factoryId.utf8(),
            QT_TRANSLATE_NOOP("Failure", "a factory's id has 1 to %1 characters and no control characters"),
            faults);
    }
}

bool canBeWritten(Instant moment)
{
    return parseRfc3339(formatRfc3339(moment)) == moment;
}

void checkAssignments(const LineAssignments &assignments, Faults &faults)
{
    if (assignments.size() > registrylimits::Assignments) {
        faults.emplace_back(QT_TRANSLATE_NOOP("Failure", "a machine changes its line at most %1 times"),
                            number(registrylimits::Assignments));
    }
    const auto isNotInOrder = [](const LineAssignment &earlier, const LineAssignment &later) {
        return earlier.from >= later.from; // nothing is less than any time
    };
    if (std::ranges::adjacent_find(assignments, isNotInOrder) != assignments.end()) {
        faults.emplace_back(
            QT_TRANSLATE_NOOP("Failure", "two lines of a machine count from the same time, or not in order"));
    }
    for (const LineAssignment &assignment : assignments) {
        if (!assignment.line.isEmpty() && !isValidId(assignment.line.utf8(), limits::NameLength)) {
            faults.emplace_back(
                QT_TRANSLATE_NOOP("Failure", "a line's id has 1 to %1 characters and no control characters"),
                number(limits::NameLength));
        }
        if (assignment.from && !canBeWritten(*assignment.from)) {
            faults.emplace_back(
                QT_TRANSLATE_NOOP("Failure", "the time from which a line counts is no time of a calendar"));
        }
    }
}

void checkCycle(const RegisteredMachine &machine, Faults &faults)
{
    using namespace registrylimits;
    using std::chrono::milliseconds;
    if (machine.idealCycle && (*machine.idealCycle < milliseconds{1} || *machine.idealCycle > LongestCycle)) {
        faults.emplace_back(QT_TRANSLATE_NOOP("Failure", "the ideal cycle is 1 to %1 ms"),
                            number(LongestCycle.count()));
    }
    if (machine.unitsPerCycle && (*machine.unitsPerCycle < 1 || *machine.unitsPerCycle > MostUnits)) {
        faults.emplace_back(QT_TRANSLATE_NOOP("Failure", "the units of a cycle are 1 to %1"),
                            number(MostUnits));
    }
}

void checkRules(const RegisteredMachine &machine, Faults &faults)
{
    using namespace registrylimits;
    const auto inSeconds = [](std::chrono::milliseconds length) { return number(length.count() / 1000); };
    if (machine.silenceLimit
        && (*machine.silenceLimit < ShortestSilence || *machine.silenceLimit > LongestSilence)) {
        faults.emplace_back(QT_TRANSLATE_NOOP("Failure", "the silence limit is %1 to %2 seconds"),
                            inSeconds(ShortestSilence), inSeconds(LongestSilence));
    }
    if (machine.threshold
        && (machine.threshold->places != 2 || machine.threshold->scaled < LowestThreshold.scaled
            || machine.threshold->scaled > HighestThreshold.scaled)) {
        faults.emplace_back(QT_TRANSLATE_NOOP("Failure", "the threshold is %1 to %2 defects an hour"),
                            QString::fromStdString(LowestThreshold.toString()),
                            QString::fromStdString(HighestThreshold.toString()));
    }
    if (machine.retiredSince && !canBeWritten(*machine.retiredSince)) {
        faults.emplace_back(
            QT_TRANSLATE_NOOP("Failure", "the time since when it is retired is no time of a calendar"));
    }
}

} // namespace

LineId assignedLine(const LineAssignments &assignments, Instant moment)
{
    for (const LineAssignment &assignment : std::views::reverse(assignments)) {
        if (!assignment.from || *assignment.from <= moment)
            return assignment.line;
    }
    return {};
}

LineAssignments withAssignment(LineAssignments assignments, const LineAssignment &next)
{
    std::erase_if(assignments, [&next](const LineAssignment &old) { return old.from >= next.from; });
    assignments.push_back(next);
    return assignments;
}

const RegisteredMachine *Registry::machine(const MachineId &machineId) const
{
    const auto found = machines.find(machineId);
    return found == machines.end() ? nullptr : &found->second;
}

std::vector<Sentence> faultsOf(const RegisteredMachine &machine)
{
    Faults faults;
    checkId(machine.machineId.utf8(),
            QT_TRANSLATE_NOOP("Failure", "a machine's id has 1 to %1 characters and no control characters"),
            faults);
    checkName(machine.name, faults);
    checkAssignments(machine.assignments, faults);
    checkFactory(machine.factoryId, faults);
    checkCycle(machine, faults);
    checkRules(machine, faults);
    checkNotes(machine.notes, faults);
    return faults;
}

std::vector<Sentence> faultsOf(const RegisteredLine &line)
{
    Faults faults;
    checkId(line.lineId.utf8(),
            QT_TRANSLATE_NOOP("Failure", "a line's id has 1 to %1 characters and no control characters"),
            faults);
    checkName(line.name, faults);
    checkFactory(line.factoryId, faults);
    checkNotes(line.notes, faults);
    return faults;
}

} // namespace linewatch
