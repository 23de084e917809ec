// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/machinetablemodel.h"

#include "ui/models/machinetile.h"

#include <algorithm>

namespace linewatch::ui {

namespace {

bool hasEvents(const MachineRow &row)
{
    return row.health.totals.events > 0;
}

Decimal per100(const MachineRow &row)
{
    return kpi::defectsPercent(row.health.totals.defects, row.health.totals.events);
}

/** Of the events, those whose defects are unknown. */
Decimal unknownPercent(const MachineRow &row)
{
    return kpi::defectsPercent(row.health.totals.unknownEvents, row.health.totals.events);
}

/** In percent; some is never written as none. */
QString unknownText(const MachineRow &row, const Formats &formats)
{
    const QString text = formats.rounded(unknownPercent(row), 1);
    const bool isTiny = row.health.totals.unknownEvents > 0 && text == formats.fixed(0, 1);
    return isTiny ? QLatin1Char('<') + formats.fixed(0.1, 1) : text;
}

/** What needs somebody first. */
int rankOf(MachineState state)
{
    constexpr std::array<int, MachineStateCount> ranks{2, 1, 0, 3};
    return ranks[static_cast<std::size_t>(state)];
}

bool holdsFigure(int column)
{
    return column >= MachineTableModel::DefectRate && column <= MachineTableModel::Events;
}

const MachineId &idOf(const MachineRow &row)
{
    return row.entry.machineId;
}

} // namespace

MachineTableModel::MachineTableModel(const Formats &formats, QObject *parent)
    : QAbstractTableModel(parent)
    , m_formats(formats)
{
}

void MachineTableModel::setRows(std::vector<MachineRow> rows)
{
    removeMissing(rows);
    insertNew(rows);
    m_rows = std::move(rows);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

void MachineTableModel::removeMissing(const std::vector<MachineRow> &rows)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto at = m_rows.begin() + row;
        if (std::ranges::binary_search(rows, idOf(*at), {}, idOf))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(at);
        endRemoveRows();
    }
}

void MachineTableModel::insertNew(const std::vector<MachineRow> &rows)
{
    if (m_rows.empty() && !rows.empty()) {
        beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
        m_rows = rows;
        endInsertRows();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i < m_rows.size() && idOf(m_rows[i]) == idOf(rows[i]))
            continue;
        const int row = static_cast<int>(i);
        beginInsertRows({}, row, row);
        m_rows.insert(m_rows.begin() + row, rows[i]);
        endInsertRows();
    }
}

const MachineId &MachineTableModel::machineAt(int row) const
{
    return idOf(rowAt(row));
}

const MachineRow &MachineTableModel::rowAt(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row));
}

void MachineTableModel::setLook(const QColor &link, const std::array<QIcon, MachineStateCount> &icons)
{
    m_link = link;
    m_icons = icons;
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1),
                         {Qt::ForegroundRole, Qt::DecorationRole});
}

int MachineTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MachineTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant MachineTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MachineRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>((holdsFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft)
                                | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return index.column() == Machine && m_link.isValid() ? QVariant(m_link) : QVariant();
    case Qt::DecorationRole:
        return index.column() == State ? QVariant(m_icons[static_cast<std::size_t>(row.entry.state)])
                                       : QVariant();
    case Qt::ToolTipRole:
        return index.column() <= Line ? QVariant(text(row, index.column())) : QVariant(); // may be cut
    case SortRole:
        return sortValue(row, index.column());
    default:
        return {};
    }
}

QString MachineTableModel::text(const MachineRow &row, int column) const
{
    const auto known = [&row](const QString &words) { return hasEvents(row) ? words : QString(dash); };
    switch (column) {
    case Machine:
        return row.entry.machineId.toString();
    case Line:
        return row.entry.line.toString();
    case State:
        return stateWord(row.entry.state);
    case DefectRate:
        return known(m_formats.rounded(row.health.defectRate, 2));
    case DefectsPer100:
        return known(m_formats.rounded(per100(row), 2));
    case Unknown:
        return known(unknownText(row, m_formats));
    case Availability:
        return known(m_formats.rounded(Decimal{row.health.availability.scaled, 2}, 1)); // 4 places of one
    case Events:
        return m_formats.count(row.health.totals.events);
    case LastEvent:
        return QStringLiteral("%1 %2").arg(m_formats.date(row.entry.lastEventTime),
                                           m_formats.timeWithSeconds(row.entry.lastEventTime));
    default:
        return {};
    }
}

QVariant MachineTableModel::sortValue(const MachineRow &row, int column) const
{
    const auto known = [&row](double value) { return hasEvents(row) ? QVariant(value) : QVariant(); };
    switch (column) {
    case State:
        return rankOf(row.entry.state);
    case DefectRate:
        return known(row.health.defectRate.toDouble());
    case DefectsPer100:
        return known(per100(row).toDouble());
    case Unknown:
        return known(unknownPercent(row).toDouble());
    case Availability:
        return known(row.health.availability.toDouble());
    case Events:
        return qlonglong{row.health.totals.events};
    case LastEvent:
        return qlonglong{row.entry.lastEventTime.time_since_epoch().count()};
    default:
        return text(row, column);
    }
}

QVariant MachineTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= Columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((holdsFigure(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const std::array<QString, Columns> names{
        tr("Machine"),   tr("Line"),           tr("State"),  tr("Defects /h"), tr("Defects per 100"),
        tr("Unknown %"), tr("Availability %"), tr("Events"), tr("Last event")};
    return names[static_cast<std::size_t>(section)];
}

} // namespace linewatch::ui
