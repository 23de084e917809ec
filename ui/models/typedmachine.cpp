// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/typedmachine.h"

#include "ui/models/settingsdraft.h"
#include "ui/models/typedvalues.h"

#include <QCoreApplication>

namespace linewatch::ui {

namespace {

struct TypedTexts {
    Q_DECLARE_TR_FUNCTIONS(TypedMachine)
};

QString firstOf(const std::vector<Sentence> &faults)
{
    return faults.empty() ? QString() : shownReason(faults.front().translated());
}

template <class T, class Write>
QString writtenIfSet(const std::optional<T> &value, const Write &write)
{
    return value ? write(*value) : QString();
}

/** Unset where nothing was typed; no value where it cannot be read. */
template <class T, class Read>
std::optional<std::optional<T>> readIfTyped(const QString &typed, const Read &read)
{
    if (typed.isEmpty())
        return std::optional<std::optional<T>>(std::in_place, std::nullopt);
    const std::optional<T> value = read();
    return value ? std::optional<std::optional<T>>(value) : std::nullopt;
}

QString noLength()
{
    return TypedTexts::tr("A length of time is a number with a unit: ms, s, min, h or d.");
}

std::optional<std::int64_t> countTyped(const QString &typed, const Formats &formats)
{
    bool isNumber = false;
    const qlonglong count = formats.locale().toLongLong(typed, &isNumber);
    return isNumber ? std::optional(std::int64_t{count}) : std::nullopt;
}

/** Puts it into a patch of its own first, to hear what is wrong with it alone. */
template <class Value>
QString take(MachinePatch &patch, FieldPatch<Value> MachinePatch::*field, const FieldPatch<Value> &value,
             const QString &unreadable)
{
    if (!value)
        return unreadable;
    MachinePatch alone;
    alone.*field = value;
    QString fault = faultOf(alone);
    if (fault.isEmpty())
        patch.*field = value;
    return fault;
}

} // namespace

QString typedField(const RegisteredMachine &machine, MachineField field, const Formats &formats)
{
    const auto length = [&](std::chrono::milliseconds value) { return typedLength(value, formats); };
    switch (field) {
    case MachineField::Name:
        return QString::fromStdString(machine.name);
    case MachineField::Factory:
        return machine.factoryId.toString();
    case MachineField::IdealCycle:
        return writtenIfSet(machine.idealCycle, length);
    case MachineField::UnitsPerCycle:
        return writtenIfSet(machine.unitsPerCycle,
                            [](std::int64_t units) { return QString::number(qlonglong{units}); });
    case MachineField::SilenceLimit:
        return writtenIfSet(machine.silenceLimit, length);
    case MachineField::Threshold:
        return writtenIfSet(machine.threshold, [&](const Decimal &rate) { return typedRate(rate, formats); });
    case MachineField::RetiredSince:
        return writtenIfSet(machine.retiredSince,
                            [&](Instant moment) { return typedMoment(moment, formats); });
    case MachineField::Notes:
        break;
    }
    return QString::fromStdString(machine.notes);
}

QString takeField(MachinePatch &patch, MachineField field, const QString &typed, const Formats &formats)
{
    using std::chrono::milliseconds;
    const auto length = [&](milliseconds unit) {
        return readIfTyped<milliseconds>(typed, [&] { return lengthTyped(typed, unit, formats); });
    };
    switch (field) {
    case MachineField::Name:
        return take(patch, &MachinePatch::name, std::optional(typed.toStdString()), {});
    case MachineField::Factory:
        return take(patch, &MachinePatch::factoryId, std::optional(FactoryId(typed)), {});
    case MachineField::IdealCycle:
        return take(patch, &MachinePatch::idealCycle, length(std::chrono::seconds{1}), noLength());
    case MachineField::UnitsPerCycle:
        return take(patch, &MachinePatch::unitsPerCycle,
                    readIfTyped<std::int64_t>(typed, [&] { return countTyped(typed, formats); }),
                    TypedTexts::tr("That is no whole number."));
    case MachineField::SilenceLimit:
        return take(patch, &MachinePatch::silenceLimit, length(std::chrono::minutes{1}), noLength());
    case MachineField::Threshold:
        return take(patch, &MachinePatch::threshold,
                    readIfTyped<Decimal>(typed, [&] { return rateTyped(typed, formats); }),
                    TypedTexts::tr("That is no number with two places at most."));
    case MachineField::RetiredSince:
        return take(patch, &MachinePatch::retiredSince,
                    readIfTyped<Instant>(typed, [&] { return momentTyped(typed, formats); }),
                    TypedTexts::tr("A date, with a time or without, looks like %1.")
                        .arg(typedMoment(Instant{}, formats)));
    case MachineField::Notes:
        break;
    }
    return take(patch, &MachinePatch::notes, std::optional(typed.toStdString()), {});
}

QString faultOf(const MachinePatch &patch)
{
    RegisteredMachine plain;
    plain.machineId = MachineId(std::string("M"));
    return firstOf(faultsOf(patched(plain, patch)));
}

QString faultOf(const LinePatch &patch)
{
    RegisteredLine plain;
    plain.lineId = LineId(std::string("L"));
    return firstOf(faultsOf(patched(plain, patch)));
}

} // namespace linewatch::ui
