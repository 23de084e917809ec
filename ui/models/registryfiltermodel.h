// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

namespace linewatch::ui {

class RegistryTableModel;

/**
 * Entries of the registry in the order that was chosen, those of a kind with a text in their id, name or
 * line. Names are sorted as people count; what nobody set is last whichever way is sorted.
 */
class RegistryFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Kind { All, New, InUse, Retired };

    RegistryFilterModel(RegistryTableModel &entries, const QLocale &locale, QObject *parent = nullptr);

    void setText(const QString &text);
    void setKind(Kind kind);
    Kind kind() const { return m_kind; }
    bool isFiltering() const { return m_kind != Kind::All || !m_text.isEmpty(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool isOfKind(int row) const;

    RegistryTableModel &m_entries;
    QCollator m_names;
    QString m_text;
    Kind m_kind = Kind::All;
};

} // namespace linewatch::ui
