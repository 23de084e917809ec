// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/registrytablemodel.h"

namespace linewatch::ui {

RegistryTableModel::RegistryTableModel(const Formats &formats, QObject *parent)
    : QAbstractTableModel(parent)
    , m_formats(formats)
{
}

std::int64_t RegistryTableModel::newAmong(const std::vector<int> &rows) const
{
    return std::ranges::count_if(rows, [this](int row) { return isNew(row); });
}

QVariant RegistryTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: // it may be cut
        return cell(index.row(), index.column()).text;
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft)
                                | Qt::AlignVCenter);
    case SortRole:
        return cell(index.row(), index.column()).sort;
    case StandardRole:
        return cell(index.row(), index.column()).isStandard;
    case NewRole:
        return index.column() == newColumn() && isNew(index.row());
    default:
        return {};
    }
}

QVariant RegistryTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return column(section).name;
    case Qt::UserRole: // see LongTable
        return column(section).widest;
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

ShownCell RegistryTableModel::newCell(bool isNew) const
{
    return {isNew ? tr("New") : QString(), false, isNew ? 0 : 1};
}

ShownCell RegistryTableModel::textCell(const QString &text)
{
    if (text.isEmpty())
        return {QString(dash), true};
    return {text, false, text};
}

} // namespace linewatch::ui
