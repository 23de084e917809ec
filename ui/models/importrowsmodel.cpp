// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/importrowsmodel.h"

#include "ui/models/importwords.h"

namespace linewatch::ui {

namespace {

constexpr qsizetype shownOfRow = 400; ///< characters in a cell

bool isOf(const ImportRow &row, ImportRowsModel::Choice choice)
{
    switch (choice) {
    case ImportRowsModel::Changing:
        return row.changesSomething();
    case ImportRowsModel::Refused:
        return !row.isGood();
    case ImportRowsModel::Unchanged:
        return row.isGood() && !row.changesSomething();
    case ImportRowsModel::All:
    case ImportRowsModel::ChoiceCount:
        break;
    }
    return true;
}

} // namespace

ImportRowsModel::ImportRowsModel(RegistryKind kind, const Formats &formats, QObject *parent)
    : QAbstractTableModel(parent)
    , m_kind(kind)
    , m_formats(formats)
{
}

void ImportRowsModel::setImport(RegistryImportPtr import)
{
    m_import = std::move(import);
    m_counts = {};
    if (m_import) {
        const auto rows = std::ssize(m_import->rows);
        m_counts = {rows, m_import->changing(), m_import->refused(), 0};
        m_counts[Unchanged] = rows - m_counts[Changing] - m_counts[Refused];
    }
    choose(All);
}

void ImportRowsModel::choose(Choice choice)
{
    beginResetModel();
    m_listed.clear();
    m_listed.reserve(static_cast<std::size_t>(count(choice)));
    for (std::size_t i = 0; m_import && i < m_import->rows.size(); ++i) {
        if (isOf(m_import->rows[i], choice))
            m_listed.push_back(i);
    }
    endResetModel();
}

const ImportRow &ImportRowsModel::importRow(int row) const
{
    return m_import->rows[m_listed[static_cast<std::size_t>(row)]];
}

QString ImportRowsModel::text(int row, int column) const
{
    const ImportRow &shown = importRow(row);
    switch (column) {
    case Row:
        return QString::number(shown.number); // as a spreadsheet writes it
    case Id:
        return shown.id.isEmpty() ? QString(dash) : shown.id;
    case What:
        return rowWords(shown, m_kind, m_formats).join(QStringLiteral("; ")).simplified();
    default:
        return {};
    }
}

int ImportRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_listed.size());
}

int ImportRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() == Row ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return text(index.row(), index.column()).left(shownOfRow);
}

QVariant ImportRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Row ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == WidestRole) {
        const QString widest[] = {QStringLiteral("100000"), QStringLiteral("Machine-1000"),
                                  QStringLiteral("Name: Press 4 → Press 5")};
        return widest[section];
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Row:
        return tr("Row");
    case Id:
        return m_kind == RegistryKind::Machines ? tr("Machine") : tr("Line");
    default:
        return tr("What will change, or why not");
    }
}

} // namespace linewatch::ui
