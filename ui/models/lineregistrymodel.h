// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/registrytablemodel.h"

namespace linewatch::ui {

/** The lines of the registry as a table, with the number of machines that are on each now. */
class LineRegistryModel : public RegistryTableModel
{
    Q_OBJECT

public:
    enum ColumnId { Line, Name, New, Machines, Factory, Notes };
    static constexpr int Columns = Notes + 1;

    explicit LineRegistryModel(const Formats &formats, QObject *parent = nullptr);

    void setKnown(const KnownRegistry &known, const StateRules &rules, Instant now) override;
    const RegisteredLine &lineAt(int row) const { return m_rows.at(static_cast<std::size_t>(row)).line; }

    QString idAt(int row) const override { return lineAt(row).lineId.toString(); }
    bool isNew(int row) const override { return !lineAt(row).confirmed; }
    bool isRetired(int /*row*/) const override { return false; }
    QStringList namesAt(int row) const override;
    int newColumn() const override { return New; }
    RegistryChange confirmation(const std::vector<int> &rows) const override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;

protected:
    ShownCell cell(int row, int column) const override;
    Column column(int column) const override;
    bool isNumber(int column) const override { return column == Machines; }

private:
    struct Row {
        RegisteredLine line;
        std::int64_t machines = 0;
        friend bool operator==(const Row &, const Row &) = default;
    };

    std::vector<Row> m_rows;
};

} // namespace linewatch::ui
