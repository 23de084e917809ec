// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/groupsortmodel.h"

#include "ui/models/grouptablemodel.h"

namespace linewatch::ui {

GroupSortModel::GroupSortModel(const QLocale &locale, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_names(locale)
{
    m_names.setNumericMode(true);
    m_names.setCaseSensitivity(Qt::CaseInsensitive);
    setSortRole(GroupTableModel::SortRole);
    setDynamicSortFilter(true);
}

bool GroupSortModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(GroupTableModel::SortRole);
    const QVariant b = right.data(GroupTableModel::SortRole);
    if (a.isValid() != b.isValid()) // what has no figure comes last in either order
        return a.isValid() == (sortOrder() == Qt::AscendingOrder);
    if (a.userType() == QMetaType::QString) {
        const int order = m_names.compare(a.toString(), b.toString());
        return order != 0 ? order < 0 : a.toString() < b.toString();
    }
    const double first = a.toDouble();
    const double second = b.toDouble();
    return first < second;
}

} // namespace linewatch::ui
