// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace linewatch::ui {

/**
 * Machines in the order that was chosen, those with a text in their name or that of their line. While figures
 * change rows keep their place: the order is made anew by reorder() only. What cannot be told is last
 * whichever way is sorted.
 */
class MachineFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit MachineFilterModel(QObject *parent = nullptr);

    void setText(const QString &text);
    void reorder();

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString m_text;
};

} // namespace linewatch::ui
