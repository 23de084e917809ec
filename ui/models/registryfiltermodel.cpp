// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/registryfiltermodel.h"

#include "ui/models/registrytablemodel.h"

namespace linewatch::ui {

RegistryFilterModel::RegistryFilterModel(RegistryTableModel &entries, const QLocale &locale, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_entries(entries)
    , m_names(locale)
{
    m_names.setNumericMode(true);
    m_names.setCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
    setSourceModel(&entries);
}

void RegistryFilterModel::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

void RegistryFilterModel::setKind(Kind kind)
{
    m_kind = kind;
    invalidateFilter();
}

bool RegistryFilterModel::isOfKind(int row) const
{
    switch (m_kind) {
    case Kind::New:
        return m_entries.isNew(row);
    case Kind::InUse:
        return !m_entries.isRetired(row);
    case Kind::Retired:
        return m_entries.isRetired(row);
    case Kind::All:
        break;
    }
    return true;
}

bool RegistryFilterModel::filterAcceptsRow(int row, const QModelIndex & /*parent*/) const
{
    if (!isOfKind(row))
        return false;
    if (m_text.isEmpty())
        return true;
    const QStringList names = m_entries.namesAt(row);
    return std::any_of(names.begin(), names.end(),
                       [this](const QString &name) { return name.contains(m_text, Qt::CaseInsensitive); });
}

bool RegistryFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(RegistryTableModel::SortRole);
    const QVariant b = right.data(RegistryTableModel::SortRole);
    if (a.isValid() != b.isValid())
        return a.isValid() == (sortOrder() == Qt::AscendingOrder);
    if (a.userType() == QMetaType::QString) {
        const int order = m_names.compare(a.toString(), b.toString());
        if (order != 0)
            return order < 0;
    } else if (a.isValid() && a != b) {
        return a.toLongLong() < b.toLongLong();
    }
    return left.row() < right.row();
}

} // namespace linewatch::ui
