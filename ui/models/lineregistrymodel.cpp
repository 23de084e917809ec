// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lineregistrymodel.h"

#include "model/registrypatch.h"

#include <array>

namespace linewatch::ui {

LineRegistryModel::LineRegistryModel(const Formats &formats, QObject *parent)
    : RegistryTableModel(formats, parent)
{
}

void LineRegistryModel::setKnown(const KnownRegistry &known, const StateRules & /*rules*/, Instant now)
{
    const std::map<LineId, std::int64_t> machines = known.machinesOnLines(now);
    std::vector<Row> next;
    next.reserve(known.registry.lines.size());
    for (const auto &[lineId, line] : known.registry.lines) {
        const auto on = machines.find(lineId);
        next.push_back({line, on == machines.end() ? 0 : on->second});
    }
    merge(m_rows, std::move(next), [](const Row &row) -> const LineId & { return row.line.lineId; });
}

QStringList LineRegistryModel::namesAt(int row) const
{
    return {lineAt(row).lineId.toString(), QString::fromStdString(lineAt(row).name)};
}

RegistryChange LineRegistryModel::confirmation(const std::vector<int> &rows) const
{
    RegistryChange change;
    for (const int row : rows) {
        if (isNew(row))
            change.lines.push_back(patched(lineAt(row), {.confirmed = true}));
    }
    return change;
}

int LineRegistryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LineRegistryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

ShownCell LineRegistryModel::cell(int row, int column) const
{
    const Row &entry = m_rows[static_cast<std::size_t>(row)];
    switch (column) {
    case Line:
        return textCell(entry.line.lineId.toString());
    case Name:
        return textCell(QString::fromStdString(entry.line.name));
    case New:
        return newCell(!entry.line.confirmed);
    case Machines:
        return {formats().count(entry.machines), false, qlonglong{entry.machines}};
    case Factory:
        return textCell(entry.line.factoryId.toString());
    default:
        return textCell(QString::fromStdString(entry.line.notes).simplified());
    }
}

RegistryTableModel::Column LineRegistryModel::column(int column) const
{
    const std::array<Column, Columns> columns{{
        {tr("Line"), QStringLiteral("Assembly line 123")},
        {tr("Name"), QStringLiteral("Assembly line in hall 12")},
        {tr("New"), tr("New") + QStringLiteral("xxxx")},
        {tr("Machines"), QStringLiteral("1,000")},
        {tr("Factory"), QStringLiteral("Factory 1")},
        {tr("Notes"), QStringLiteral("xxxxxxxxxxxxxxxxxxxx")},
    }};
    return columns.at(static_cast<std::size_t>(column));
}

} // namespace linewatch::ui
