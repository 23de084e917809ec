// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/machineregistrymodel.h"

#include "model/registrypatch.h"
#include "ui/models/standardtexts.h"
#include "ui/models/typedvalues.h"

#include <array>

namespace linewatch::ui {

MachineRegistryModel::MachineRegistryModel(const Formats &formats, QObject *parent)
    : RegistryTableModel(formats, parent)
{
}

void MachineRegistryModel::setKnown(const KnownRegistry &known, const StateRules &rules, Instant now)
{
    m_rules = rules;
    m_now = now;
    std::vector<Row> next;
    next.reserve(known.registry.machines.size());
    for (const auto &[machineId, machine] : known.registry.machines)
        next.push_back({machine, known.lineOf(machine, now)});
    merge(m_rows, std::move(next), [](const Row &row) -> const MachineId & { return row.machine.machineId; });
}

bool MachineRegistryModel::isRetired(int row) const
{
    const RegisteredMachine &machine = machineAt(row);
    return machine.retiredSince && *machine.retiredSince <= m_now;
}

QStringList MachineRegistryModel::namesAt(int row) const
{
    const RegisteredMachine &machine = machineAt(row);
    return {machine.machineId.toString(), QString::fromStdString(machine.name),
            m_rows[static_cast<std::size_t>(row)].line.toString()};
}

RegistryChange MachineRegistryModel::confirmation(const std::vector<int> &rows) const
{
    RegistryChange change;
    for (const int row : rows) {
        if (isNew(row))
            change.machines.push_back(patched(machineAt(row), {.confirmed = true}));
    }
    return change;
}

int MachineRegistryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MachineRegistryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

ShownCell MachineRegistryModel::cell(int row, int column) const
{
    const Row &entry = m_rows[static_cast<std::size_t>(row)];
    const RegisteredMachine &machine = entry.machine;
    switch (column) {
    case Machine:
        return textCell(machine.machineId.toString());
    case Name:
        return textCell(QString::fromStdString(machine.name));
    case New:
        return newCell(!machine.confirmed);
    case Line:
        return lineCell(entry);
    case Factory:
        return textCell(machine.factoryId.toString());
    case IdealCycle:
        return lengthCell(machine.idealCycle, QString(dash));
    case UnitsPerCycle:
        return machine.unitsPerCycle
            ? ShownCell{formats().count(*machine.unitsPerCycle), false, qlonglong{*machine.unitsPerCycle}}
            : ShownCell{formats().count(standardUnits), true};
    case SilenceLimit:
        return lengthCell(machine.silenceLimit, standardSilence(m_rules, formats()));
    case Threshold:
        return thresholdCell(machine);
    case RetiredSince:
        return retiredCell(machine);
    default:
        return textCell(QString::fromStdString(machine.notes).simplified());
    }
}

ShownCell MachineRegistryModel::lineCell(const Row &row) const
{
    if (row.line.isEmpty())
        return {tr("its own"), true};
    const bool isSaid = !assignedLine(row.machine.assignments, m_now).isEmpty();
    return {row.line.toString(), !isSaid, row.line.toString()};
}

ShownCell MachineRegistryModel::lengthCell(const std::optional<std::chrono::milliseconds> &length,
                                           const QString &standard) const
{
    if (!length)
        return {standard, true};
    return {typedLength(*length, formats()), false, qlonglong{length->count()}};
}

ShownCell MachineRegistryModel::thresholdCell(const RegisteredMachine &machine) const
{
    if (!machine.threshold)
        return {standardThreshold(m_rules, formats()), true};
    return {formats().decimal(*machine.threshold), false, qlonglong{machine.threshold->scaled}};
}

ShownCell MachineRegistryModel::retiredCell(const RegisteredMachine &machine) const
{
    if (!machine.retiredSince)
        return {QString(dash), true};
    return {dayAndTime(*machine.retiredSince, formats()), false,
            qlonglong{machine.retiredSince->time_since_epoch().count()}};
}

RegistryTableModel::Column MachineRegistryModel::column(int column) const
{
    const QString moment = dayAndTime(m_now, formats());
    const std::array<Column, Columns> columns{{
        {tr("Machine"), QStringLiteral("machine-123456")},
        {tr("Name"), QStringLiteral("Assembly station 12")},
        {tr("New"), tr("New") + QStringLiteral("xxxx")},
        {tr("Line"), QStringLiteral("Assembly 12")},
        {tr("Factory"), QStringLiteral("Factory 1")},
        {tr("Ideal cycle"), QStringLiteral("12.345 s")},
        {tr("Units a cycle"), QStringLiteral("1,000")},
        {tr("Silence limit"), QStringLiteral("120 min")},
        {tr("Threshold /h"), QStringLiteral("100.25")},
        {tr("Retired since"), moment},
        {tr("Notes"), QStringLiteral("xxxxxxxxxxxxxxxxxxxx")},
    }};
    return columns.at(static_cast<std::size_t>(column));
}

} // namespace linewatch::ui
