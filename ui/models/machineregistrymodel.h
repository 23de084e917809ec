// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/registrytablemodel.h"

namespace linewatch::ui {

/** The machines of the registry as a table; cells that nobody set show what holds for all. */
class MachineRegistryModel : public RegistryTableModel
{
    Q_OBJECT

public:
    enum ColumnId {
        Machine,
        Name,
        New,
        Line,
        Factory,
        IdealCycle,
        UnitsPerCycle,
        SilenceLimit,
        Threshold,
        RetiredSince,
        Notes
    };
    static constexpr int Columns = Notes + 1;

    explicit MachineRegistryModel(const Formats &formats, QObject *parent = nullptr);

    void setKnown(const KnownRegistry &known, const StateRules &rules, Instant now) override;
    const RegisteredMachine &machineAt(int row) const
    {
        return m_rows.at(static_cast<std::size_t>(row)).machine;
    }

    QString idAt(int row) const override { return machineAt(row).machineId.toString(); }
    bool isNew(int row) const override { return !machineAt(row).confirmed; }
    bool isRetired(int row) const override;
    QStringList namesAt(int row) const override;
    int newColumn() const override { return New; }
    RegistryChange confirmation(const std::vector<int> &rows) const override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;

protected:
    ShownCell cell(int row, int column) const override;
    Column column(int column) const override;
    bool isNumber(int column) const override { return column >= IdealCycle && column <= Threshold; }

private:
    struct Row {
        RegisteredMachine machine;
        LineId line; ///< that counts now
        friend bool operator==(const Row &, const Row &) = default;
    };

    ShownCell lineCell(const Row &row) const;
    ShownCell lengthCell(const std::optional<std::chrono::milliseconds> &length,
                         const QString &standard) const;
    ShownCell thresholdCell(const RegisteredMachine &machine) const;
    ShownCell retiredCell(const RegisteredMachine &machine) const;

    std::vector<Row> m_rows;
    StateRules m_rules;
    Instant m_now;
};

} // namespace linewatch::ui
