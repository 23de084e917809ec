// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/linereport.h"
#include "ui/models/formats.h"

#include <QAbstractTableModel>

namespace linewatch::ui {

/** Lines, or the machines of a line, with their figures: a row each, which keeps its place while they change.
 */
class GroupTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Of { Lines, Machines };
    enum Column {
        Name,
        State,
        Machines, ///< with events; of lines only
        Events,
        RunTime,
        Defects,
        Percent,
        Rate,
        Change, ///< of the rate, to the window before
        Availability,
        Unknown,
        Trend,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole, ///< what a column is sorted by; nothing where there is no figure
        StateRole,               ///< MachineState as int: of the machine, or the worst of the line's
        TrendRole,               ///< std::vector<std::optional<float>>: known defects by step
        NumberRole               ///< bool: the column holds numbers
    };

    GroupTableModel(Of of, const Formats &formats, QObject *parent = nullptr);

    void show(const LinesReport &report);
    void show(const LineReport &report);
    /** The name of the line or machine in a row. */
    QString nameAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString name;
        FiguresRow figures;
        std::array<int, MachineStateCount> states{};
        bool isElsewhereToo = false;
        std::vector<std::optional<float>> trend;
    };

    void update(std::vector<Row> rows);
    QString columnTitle(int section) const;
    static QString columnHint(int section);
    QString text(const Row &row, Column column) const;
    QVariant sortKey(const Row &row, Column column) const;
    QString hint(const Row &row, Column column) const;

    const Of m_of;
    const Formats m_formats;
    std::vector<Row> m_rows; ///< by name
};

} // namespace linewatch::ui

Q_DECLARE_METATYPE(std::vector<std::optional<float>>)
