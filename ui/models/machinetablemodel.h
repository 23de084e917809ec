// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/machinerows.h"
#include "ui/models/formats.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <array>

namespace linewatch::ui {

/**
 * All machines as a table, a row each, by name. New rows change it in place: a machine keeps its row, so that
 * a selection stays. Cells of numbers have a value to sort by under SortRole; one that cannot be told has
 * none.
 */
class MachineTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Machine, Line, State, DefectRate, DefectsPer100, Unknown, Availability, Events, LastEvent };
    static constexpr int Columns = LastEvent + 1;
    static constexpr int SortRole = Qt::UserRole;

    explicit MachineTableModel(const Formats &formats, QObject *parent = nullptr);

    /** By machineId, as readMachineRows() gives them. */
    void setRows(std::vector<MachineRow> rows);
    const MachineId &machineAt(int row) const;
    const MachineRow &rowAt(int row) const;
    /** How names are coloured, as they can be followed, and the icon of each state, by MachineState. */
    void setLook(const QColor &link, const std::array<QIcon, MachineStateCount> &icons);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const MachineRow &row, int column) const;
    QVariant sortValue(const MachineRow &row, int column) const;
    void removeMissing(const std::vector<MachineRow> &rows);
    void insertNew(const std::vector<MachineRow> &rows);

    const Formats m_formats;
    std::vector<MachineRow> m_rows;
    QColor m_link;
    std::array<QIcon, MachineStateCount> m_icons;
};

} // namespace linewatch::ui
