// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/machinecells.h"

#include "model/rfc3339.h"

#include <algorithm>
#include <charconv>

namespace linewatch {

namespace {

using Fault = std::optional<Sentence>;

QString columnText(MachineColumn column)
{
    return nameOf(machineColumns()[static_cast<std::size_t>(column)]);
}

Sentence isNot(MachineColumn column, const std::string &text, const char *words)
{
    return Sentence(words, columnText(column), QString::fromStdString(text));
}

/** Digits with at most @p places after a point or a comma, times 10^places. */
std::optional<std::int64_t> readScaled(const std::string &text, std::size_t places)
{
    constexpr std::size_t mostDigits = 15; // a sum of them never overflows
    const std::size_t mark = text.find_first_of(".,");
    std::string digits = text.substr(0, mark);
    std::string fraction = mark == std::string::npos ? std::string() : text.substr(mark + 1);
    if (digits.empty() || (mark != std::string::npos && fraction.empty()) || fraction.size() > places)
        return std::nullopt;
    fraction.resize(places, '0');
    digits += fraction;
    const bool good = digits.size() <= mostDigits
        && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    std::int64_t number = 0;
    if (good)
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return good ? std::optional(number) : std::nullopt;
}

/** Takes a number of that many places, or nothing where the cell is empty. */
template <class Value, class Make>
Fault setNumber(std::optional<Value> &value, MachineColumn column, const std::string &text,
                std::size_t places, const Make &make)
{
    value.reset();
    if (text.empty())
        return {};
    const std::optional<std::int64_t> number = readScaled(text, places);
    if (!number) {
        return isNot(column, text,
                     places == 0 ? QT_TRANSLATE_NOOP("Failure", "%1: '%2' is no whole number")
                                 : QT_TRANSLATE_NOOP("Failure", "%1: '%2' is no number, or is too exact"));
    }
    value = make(*number);
    return {};
}

Sentence isNoTime(MachineColumn column, const std::string &text)
{
    return isNot(column, text,
                 QT_TRANSLATE_NOOP("Failure", "%1: '%2' is no time such as 2026-01-15T06:00:00+01:00"));
}

Fault setTime(std::optional<Instant> &value, MachineColumn column, const std::string &text)
{
    value = parseRfc3339(text);
    return text.empty() || value ? Fault() : Fault(isNoTime(column, text));
}

/** "always", or a time. */
std::optional<std::optional<Instant>> readStart(std::string_view text)
{
    if (text == "always")
        return std::optional<std::optional<Instant>>(std::in_place);
    const std::optional<Instant> from = parseRfc3339(text);
    if (!from)
        return std::nullopt;
    return std::optional<std::optional<Instant>>(std::in_place, from);
}

Fault readFormer(const std::string &text, LineAssignments &former)
{
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view entry = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), entry.size() + 1));
        const std::size_t blank = entry.find(' ');
        const auto from = readStart(entry.substr(0, blank));
        if (!from || blank == std::string_view::npos) {
            return isNot(MachineColumn::FormerLines, std::string(entry),
                         QT_TRANSLATE_NOOP("Failure",
                                           "%1: '%2' does not begin with a time or 'always', a "
                                           "blank and a line"));
        }
        former.push_back({*from, LineId(std::string(entry.substr(blank + 1)))});
    }
    return {};
}

/** A line from now on; what was stays. */
void changeLine(LineAssignments &assignments, const LineId &line, Instant now)
{
    if (assignedLine(assignments, now) != line)
        assignments = withAssignment(assignments, {std::chrono::floor<std::chrono::seconds>(now), line});
}

} // namespace

std::optional<Sentence> setCell(RegisteredMachine &machine, MachineColumn column, const std::string &text)
{
    const auto toLength = [](std::int64_t ms) { return std::chrono::milliseconds{ms}; };
    switch (column) {
    case MachineColumn::Machine:
        machine.machineId = MachineId(text);
        return {};
    case MachineColumn::Name:
        machine.name = text;
        return {};
    case MachineColumn::Factory:
        machine.factoryId = FactoryId(text);
        return {};
    case MachineColumn::Notes:
        machine.notes = text;
        return {};
    case MachineColumn::IdealCycle:
        return setNumber(machine.idealCycle, column, text, 0, toLength);
    case MachineColumn::UnitsPerCycle:
        return setNumber(machine.unitsPerCycle, column, text, 0, [](std::int64_t units) { return units; });
    case MachineColumn::SilenceLimit:
        return setNumber(machine.silenceLimit, column, text, 3, toLength);
    case MachineColumn::Threshold:
        return setNumber(machine.threshold, column, text, 2, [](std::int64_t scaled) {
            return Decimal{scaled, 2};
        });
    case MachineColumn::RetiredSince:
        return setTime(machine.retiredSince, column, text);
    case MachineColumn::Confirmed:
        return setConfirmed(machine.confirmed, columnText(column), text);
    case MachineColumn::Line:
    case MachineColumn::LineFrom:
    case MachineColumn::FormerLines:
        break;
    }
    return {};
}

std::optional<Sentence> setLine(LineAssignments &assignments, const LineCells &cells, Instant now)
{
    if (!cells.line)
        return {};
    const LineId line(*cells.line);
    const std::string start = cells.from.value_or(std::string());
    LineAssignments former;
    if (Fault fault = readFormer(cells.former.value_or(std::string()), former))
        return fault;
    if (start.empty()) {
        if (!former.empty())
            return Sentence(
                QT_TRANSLATE_NOOP("Failure", "with formerLines, lineFrom says from when the line counts"));
        changeLine(assignments, line, now);
        return {};
    }
    const auto from = readStart(start);
    if (!from)
        return isNoTime(MachineColumn::LineFrom, start);
    if (!former.empty()) {
        former.push_back({*from, line});
        assignments = former;
    } else {
        assignments = withAssignment(assignments, {*from, line});
    }
    return {};
}

} // namespace linewatch
