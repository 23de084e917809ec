// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

namespace linewatch::ui {

/**
 * Sorts by GroupTableModel::SortRole: names as people count ('Press 2' before 'Press 10'), figures by their
 * value, and rows without a figure at the end, whichever way it is sorted.
 */
class GroupSortModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit GroupSortModel(const QLocale &locale, QObject *parent = nullptr);

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QCollator m_names;
};

} // namespace linewatch::ui
