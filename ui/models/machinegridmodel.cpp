// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/machinegridmodel.h"

#include <algorithm>

namespace linewatch::ui {

namespace {

/** How long an order that depends on figures stays as it is. */
constexpr std::chrono::seconds calmInterval{30};

bool isSorted(const std::vector<MachineSnapshot> &machines)
{
    return std::ranges::is_sorted(machines, [](const auto &one, const auto &other) {
        return std::tie(one.line, one.machineId) < std::tie(other.line, other.machineId);
    });
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
    const bool isDue = std::chrono::abs(snapshot->takenAt - m_rankedAt) >= calmInterval;
    if (m_order != MachineOrder::ByName && isDue)
        reorder();
}

void MachineGridModel::setFilter(const MachineFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    if (m_snapshot && isSorted(m_snapshot->machines))
        merge(m_snapshot);
    else if (m_snapshot)
        reset(m_snapshot);
}

void MachineGridModel::setOrder(MachineOrder order)
{
    if (order == m_order)
        return;
    m_order = order;
    if (m_snapshot)
        reorder();
}

/** Lines and machines that came since the order was made stand at the end until it is made anew. */
bool MachineGridModel::comesBefore(const MachineSnapshot &one, const MachineSnapshot &other) const
{
    const auto rankOf = [](const auto &ranks, const auto &key) {
        const auto found = ranks.find(key);
        return found != ranks.end() ? found->second : ranks.size();
    };
    if (m_order == MachineOrder::ByName)
        return std::tie(one.line, one.machineId) < std::tie(other.line, other.machineId);
    if (one.line != other.line) {
        return std::pair(rankOf(m_lineRanks, one.line), one.line)
            < std::pair(rankOf(m_lineRanks, other.line), other.line);
    }
    return std::pair(rankOf(m_ranks, keyOf(one)), one.machineId)
        < std::pair(rankOf(m_ranks, keyOf(other)), other.machineId);
}

MachineGridModel::Rows MachineGridModel::wantedRows(const LiveSnapshot &snapshot) const
{
    Rows rows;
    for (const MachineSnapshot &machine : snapshot.machines) {
        if (m_filter.accepts(machine))
            rows.push_back(&machine);
    }
    if (m_order != MachineOrder::ByName)
        std::ranges::sort(rows,
                          [this](const auto *one, const auto *other) { return comesBefore(*one, *other); });
    return rows;
}

void MachineGridModel::rank(const LiveSnapshot &snapshot)
{
    m_ranks.clear();
    m_lineRanks.clear();
    m_rankedAt = snapshot.takenAt;
    if (m_order == MachineOrder::ByName)
        return;
    for (const MachineSnapshot *machine : inOrder(snapshot.machines, m_order)) {
        m_ranks.emplace(keyOf(*machine), m_ranks.size());
        m_lineRanks.emplace(machine->line, m_lineRanks.size());
    }
}

/** Machines change places; who has the focus keeps it. */
void MachineGridModel::reorder()
{
    rank(*m_snapshot);
    const Rows next = wantedRows(*m_snapshot);
    if (next == m_rows)
        return;
    emit layoutAboutToBeChanged();
    const Rows before = std::exchange(m_rows, next);
    std::map<const MachineSnapshot *, int> places;
    for (int row = 0; row < rowCount(); ++row)
        places.emplace(m_rows[static_cast<std::size_t>(row)], row);
    for (const QModelIndex &old : persistentIndexList()) {
        const auto place = places.find(before[static_cast<std::size_t>(old.row())]);
        changePersistentIndex(old, place != places.end() ? index(place->second) : QModelIndex());
    }
    regroup();
    emit layoutChanged();
    emit linesChanged();
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
    rank(*next);
    m_rows = wantedRows(*next);
    regroup();
    endResetModel();
    emit linesChanged();
}

void MachineGridModel::merge(LiveSnapshotPtr next)
{
    const LiveSnapshotPtr previous = std::exchange(m_snapshot, next); // rows point into it until replaced
    std::vector<int> changed;
    int row = 0;
    const Rows wanted = wantedRows(*next);
    for (std::span<const MachineSnapshot *const> rest(wanted); !rest.empty();) {
        const MachineSnapshot &machine = *rest.front();
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
    const auto last = std::find_if(first, m_rows.end(), [this, machine](const MachineSnapshot *old) {
        return machine && !comesBefore(*old, *machine);
    });
    if (first == last)
        return;
    beginRemoveRows({}, row, static_cast<int>(last - m_rows.begin()) - 1);
    m_rows.erase(first, last);
    endRemoveRows();
}

/** Inserts at @p row as many of @p machines as come before the row that is there; the number of them. */
int MachineGridModel::insertRowsBefore(int row, std::span<const MachineSnapshot *const> machines)
{
    const bool atEnd = row == rowCount();
    const auto last = std::ranges::find_if(machines, [this, row, atEnd](const MachineSnapshot *machine) {
        return !atEnd && !comesBefore(*machine, *m_rows[static_cast<std::size_t>(row)]);
    });
    const auto count = static_cast<int>(last - machines.begin());
    const auto fresh = machines.first(static_cast<std::size_t>(count));
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
