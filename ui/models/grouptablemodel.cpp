// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/grouptablemodel.h"

#include "ui/models/grouptext.h"
#include "ui/models/machinetile.h"
#include "ui/models/statetext.h"

#include <algorithm>

namespace linewatch::ui {

namespace {

QVariant keyOf(const std::optional<Decimal> &figure)
{
    return figure ? QVariant(figure->toDouble()) : QVariant();
}

/** With all of its places, so that the points of a column stand below each other. */
QString aligned(const std::optional<Decimal> &figure, const Formats &formats)
{
    return figure ? formats.rounded(*figure, figure->places) : QString(dash);
}

/** A step that the end of the window cuts would look as if defects became fewer. */
std::vector<std::optional<float>> trendOf(const DefectSteps &defects, const WindowSteps &steps,
                                          const TimeWindow &window)
{
    std::vector<std::optional<float>> trend;
    for (std::size_t i = 0; i < defects.size(); ++i) {
        const bool isCut = i + 1 == defects.size()
            && steps.origin + static_cast<std::int64_t>(i + 1) * steps.step > window.end;
        if (!isCut)
            trend.push_back(defects[i] ? std::optional(static_cast<float>(*defects[i])) : std::nullopt);
    }
    return trend;
}

} // namespace

GroupTableModel::GroupTableModel(Of of, const Formats &formats, QObject *parent)
    : QAbstractTableModel(parent)
    , m_of(of)
    , m_formats(formats)
{
}

void GroupTableModel::show(const LinesReport &report)
{
    std::vector<Row> rows;
    for (const LineRow &line : report.lines) {
        rows.push_back({.name = line.lineId.toString(),
                        .figures = line,
                        .states = line.states,
                        .trend = trendOf(line.defects, report.steps, report.windows.window)});
    }
    update(std::move(rows));
}

void GroupTableModel::show(const LineReport &report)
{
    std::vector<Row> rows;
    for (const MachineOnLine &machine : report.machines) {
        Row row{.name = machine.machineId.toString(),
                .figures = machine,
                .isElsewhereToo = machine.isElsewhereToo,
                .trend = trendOf(machine.defects, report.steps, report.windows.window)};
        row.states[static_cast<std::size_t>(machine.state)] = 1;
        rows.push_back(std::move(row));
    }
    update(std::move(rows));
}

/** Row by row, so that what is selected and where it is scrolled to stay. */
void GroupTableModel::update(std::vector<Row> rows)
{
    const auto before = [](const Row &a, const Row &b) { return a.name < b.name; };
    std::ranges::sort(rows, before);
    for (int at = rowCount() - 1; at >= 0; --at) {
        if (!std::ranges::binary_search(rows, m_rows[static_cast<std::size_t>(at)], before)) {
            beginRemoveRows({}, at, at);
            m_rows.erase(m_rows.begin() + at);
            endRemoveRows();
        }
    }
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (at < m_rows.size() && m_rows[at].name == rows[at].name) {
            m_rows[at] = std::move(rows[at]);
            continue;
        }
        const int place = static_cast<int>(at);
        beginInsertRows({}, place, place);
        m_rows.insert(m_rows.begin() + place, std::move(rows[at]));
        endInsertRows();
    }
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString GroupTableModel::nameAt(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row)).name;
}

int GroupTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int GroupTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant GroupTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    const bool isNumber = column != Name && column != State && column != Trend;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::AccessibleTextRole:
        return column == Trend ? QVariant(hint(row, column)) : QVariant();
    case Qt::ToolTipRole:
        return hint(row, column);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::Alignment((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case SortRole:
        return sortKey(row, column);
    case StateRole:
        return column == State ? QVariant(static_cast<int>(worstState(row.states))) : QVariant();
    case TrendRole:
        return column == Trend ? QVariant::fromValue(row.trend) : QVariant();
    case NumberRole:
        return isNumber;
    default:
        return {};
    }
}

QVariant GroupTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const bool isNumber = section != Name && section != State && section != Trend;
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::Alignment((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole)
        return columnHint(section);
    return role == Qt::DisplayRole ? QVariant(columnTitle(section)) : QVariant();
}

QString GroupTableModel::columnHint(int section)
{
    switch (section) {
    case Rate:
        return tr("Known defects an hour of the window");
    case Change:
        return tr("Defects an hour more or less than in the window before");
    case Percent:
        return tr("Known defects per 100 events");
    case Availability:
        return tr("Run time / (length of the window x machines with events)");
    case Unknown:
        return tr("Events whose defects are not known, of all events");
    case Trend:
        return tr("Known defects by step; where nothing is known there is a gap");
    default:
        return {};
    }
}

QString GroupTableModel::columnTitle(int section) const
{
    switch (section) {
    case Name:
        return m_of == Of::Lines ? tr("Line") : tr("Machine");
    case State:
        return m_of == Of::Lines ? tr("States") : tr("State");
    case Machines:
        return tr("Machines");
    case Events:
        return tr("Events");
    case RunTime:
        return tr("Run time");
    case Defects:
        return tr("Defects");
    case Percent:
        return tr("Per 100");
    case Rate:
        return tr("Defects/h");
    case Change:
        return tr("Change/h");
    case Availability:
        return tr("Availability");
    case Unknown:
        return tr("Unknown");
    default:
        return tr("Defects over time");
    }
}

QString GroupTableModel::text(const Row &row, Column column) const
{
    const GroupFigures &now = row.figures.now;
    switch (column) {
    case Name:
        return row.name;
    case State:
        return m_of == Of::Lines ? stateSummary(row.states, m_formats) : stateWord(worstState(row.states));
    case Machines:
        return m_formats.count(now.machines);
    case Events:
        return grouptext::events(now, m_formats);
    case RunTime:
        return grouptext::runTime(now, m_formats);
    case Defects:
        return grouptext::defects(now, m_formats);
    case Percent:
        return aligned(now.defectsPercent(), m_formats);
    case Rate:
        return aligned(now.defectRate(), m_formats);
    case Change:
        return grouptext::difference(now.defectRate(), row.figures.before.defectRate(), m_formats);
    case Availability:
        return grouptext::availability(now, m_formats);
    case Unknown:
        return grouptext::unknown(now, m_formats);
    default:
        return {};
    }
}

QVariant GroupTableModel::sortKey(const Row &row, Column column) const
{
    constexpr int mostMachines = 1'000'000;
    const GroupFigures &now = row.figures.now;
    const MachineState worst = worstState(row.states);
    switch (column) {
    case Name:
        return row.name;
    case State:
        return mostMachines * severity(worst) + row.states[static_cast<std::size_t>(worst)];
    case Machines:
        return qlonglong{now.machines};
    case Events:
        return qlonglong{now.totals.events};
    case RunTime:
        return now.hasEvents() ? QVariant(qlonglong{now.totals.runTimeMs}) : QVariant();
    case Defects:
    case Trend:
        return now.hasEvents() ? QVariant(qlonglong{now.totals.defects}) : QVariant();
    case Percent:
        return keyOf(now.defectsPercent());
    case Rate:
        return keyOf(now.defectRate());
    case Change: {
        const std::optional<Decimal> rate = now.defectRate();
        const std::optional<Decimal> before = row.figures.before.defectRate();
        return rate && before ? QVariant(rate->toDouble() - before->toDouble()) : QVariant();
    }
    case Availability:
        return keyOf(now.availability());
    case Unknown:
        return keyOf(now.unknownPercent());
    default:
        return {};
    }
}

QString GroupTableModel::hint(const Row &row, Column column) const
{
    const GroupFigures &now = row.figures.now;
    const GroupFigures &before = row.figures.before;
    switch (column) {
    case Name:
        return row.isElsewhereToo
            ? tr("%1\nwas on other lines, too: figures here are of this line alone").arg(row.name)
            : row.name;
    case State:
        return text(row, State);
    case Change:
        return before.hasEvents()
            ? tr("%1 an hour in the window before").arg(grouptext::defectRate(before, m_formats))
            : tr("no events in the window before");
    case Availability:
        return tr("%1 in the window before").arg(grouptext::availability(before, m_formats));
    case Unknown:
        return tr("%1 of %2 events do not know their defects")
            .arg(m_formats.count(now.totals.unknownEvents), m_formats.count(now.totals.events));
    case Trend: {
        std::optional<float> most;
        for (const std::optional<float> &step : row.trend)
            most = std::max(most, step); // nothing is less than any number
        return most ? tr("at most %1 defects a step").arg(m_formats.fixed(static_cast<double>(*most), 0))
                    : tr("nothing is known");
    }
    default:
        return {};
    }
}

} // namespace linewatch::ui
