// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/machinefiltermodel.h"

#include "ui/models/machinetablemodel.h"

namespace linewatch::ui {

MachineFilterModel::MachineFilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(MachineTableModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
    setDynamicSortFilter(false);
}

void MachineFilterModel::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
    reorder();
}

void MachineFilterModel::reorder()
{
    if (sortColumn() >= 0)
        sort(sortColumn(), sortOrder());
}

bool MachineFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_text.isEmpty())
        return true;
    const auto has = [&](int column) {
        const QModelIndex index = sourceModel()->index(row, column, parent);
        return index.data(Qt::DisplayRole).toString().contains(m_text, Qt::CaseInsensitive);
    };
    return has(MachineTableModel::Machine) || has(MachineTableModel::Line);
}

bool MachineFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool leftKnown = left.data(sortRole()).isValid();
    const bool rightKnown = right.data(sortRole()).isValid();
    if (leftKnown && rightKnown)
        return QSortFilterProxyModel::lessThan(left, right);
    return leftKnown != rightKnown && leftKnown == (sortOrder() == Qt::AscendingOrder);
}

} // namespace linewatch::ui
