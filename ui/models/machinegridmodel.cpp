// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/machinegridmodel.h"

#include <algorithm>

namespace linewatch::ui {

namespace {

auto keyOf(const MachineSnapshot &machine)
{
    return std::tie(machine.line, machine.machineId);
}

bool isSorted(const std::vector<MachineSnapshot> &machines)
{
    return std::ranges::is_sorted(
        machines, [](const auto &one, const auto &other) { return keyOf(one) < keyOf(other); });
}

} // namespace

MachineGridModel::MachineGridModel(const Formats &formats, QObject *parent)
    : QAbstractListModel(parent)
    , m_formats(formats)
{
}

void MachineGridModel::update(const LiveSnapshotPtr &snapshot)
{
    // Merging needs the order that the snapshot promises; without it the tiles lose their place, no more.
    if (m_snapshot && isSorted(m_snapshot->machines) && isSorted(snapshot->machines))
        merge(snapshot);
    else
        reset(snapshot);
}

MachineTile MachineGridModel::tile(int row) const
{
    return machineTile(machine(row), *m_snapshot, m_formats);
}

int MachineGridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant MachineGridModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return machine(index.row()).machineId.toString();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tile(index.row()).spoken(machine(index.row()).line.toString());
    default:
        return {};
    }
}

void MachineGridModel::reset(const LiveSnapshotPtr &next)
{
    beginResetModel();
    m_snapshot = next;
    m_rows.clear();
    for (const MachineSnapshot &machine : m_snapshot->machines)
        m_rows.push_back(&machine);
    regroup();
    endResetModel();
    emit linesChanged();
}

void MachineGridModel::merge(const LiveSnapshotPtr &next)
{
    const LiveSnapshotPtr previous = std::exchange(m_snapshot, next); // rows point into it until replaced
    std::vector<int> changed;
    int row = 0;
    for (std::span<const MachineSnapshot> rest(next->machines); !rest.empty();) {
        const MachineSnapshot &machine = rest.front();
        removeRowsBefore(row, &machine);
        if (row < rowCount() && keyOf(*m_rows[static_cast<std::size_t>(row)]) == keyOf(machine)) {
            const MachineSnapshot *then = std::exchange(m_rows[static_cast<std::size_t>(row)], &machine);
            if (looksDifferent(*then, *previous, machine, *next))
                changed.push_back(row);
            ++row;
            rest = rest.subspan(1);
        } else {
            const int inserted = insertRowsBefore(row, rest);
            row += inserted;
            rest = rest.subspan(static_cast<std::size_t>(inserted));
        }
    }
    removeRowsBefore(row, nullptr);
    const std::vector<LineGroup> linesBefore = m_lines;
    regroup();
    announceChanges(changed);
    if (m_lines != linesBefore)
        emit linesChanged();
}

/** Removes the rows from @p row on that come before @p machine; all of them when there is none. */
void MachineGridModel::removeRowsBefore(int row, const MachineSnapshot *machine)
{
    const auto first = m_rows.begin() + row;
    const auto last = std::find_if(first, m_rows.end(), [machine](const MachineSnapshot *old) {
        return machine && !(keyOf(*old) < keyOf(*machine));
    });
    if (first == last)
        return;
    beginRemoveRows({}, row, static_cast<int>(last - m_rows.begin()) - 1);
    m_rows.erase(first, last);
    endRemoveRows();
}

/** Inserts at @p row as many of @p machines as come before the row that is there; the number of them. */
int MachineGridModel::insertRowsBefore(int row, std::span<const MachineSnapshot> machines)
{
    const bool atEnd = row == rowCount();
    const auto last = std::ranges::find_if(machines, [this, row, atEnd](const MachineSnapshot &machine) {
        return !atEnd && !(keyOf(machine) < keyOf(*m_rows[static_cast<std::size_t>(row)]));
    });
    const auto count = static_cast<int>(last - machines.begin());
    std::vector<const MachineSnapshot *> fresh;
    for (const MachineSnapshot &machine : machines.first(static_cast<std::size_t>(count)))
        fresh.push_back(&machine);
    beginInsertRows({}, row, row + count - 1);
    m_rows.insert(m_rows.begin() + row, fresh.begin(), fresh.end());
    endInsertRows();
    return count;
}

/** One signal for each run of neighbours. */
void MachineGridModel::announceChanges(const std::vector<int> &rows)
{
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t last = first;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1)
            ++last;
        emit dataChanged(index(rows[first]), index(rows[last]));
        first = last + 1;
    }
}

void MachineGridModel::regroup()
{
    m_lines.clear();
    for (int row = 0; row < rowCount(); ++row) {
        const MachineSnapshot &machine = this->machine(row);
        if (m_lines.empty() || m_lines.back().line != machine.line)
            m_lines.push_back({.line = machine.line, .firstRow = row});
        LineGroup &group = m_lines.back();
        ++group.machines;
        group.warnings += machine.state == MachineState::Warning ? 1 : 0;
        group.silent += machine.state == MachineState::Silent ? 1 : 0;
    }
}

} // namespace linewatch::ui
