// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/registryeditor.h"
#include "ui/models/formats.h"

#include <QAbstractTableModel>

namespace linewatch::ui {

/** The rows of a file that may be taken into the registry, with what each will change or why it will not. */
class ImportRowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Row, Id, What, ColumnCount };
    /** Which rows are listed. */
    enum Choice { All, Changing, Refused, Unchanged, ChoiceCount };
    /** Of a header: the widest text that is usual in the column. */
    static constexpr int WidestRole = Qt::UserRole;

    ImportRowsModel(RegistryKind kind, const Formats &formats, QObject *parent = nullptr);

    /** Lists all rows of @p import, which may be null: none. */
    void setImport(RegistryImportPtr import);
    void choose(Choice choice);
    /** How many rows of the file are of a choice. */
    std::int64_t count(Choice choice) const { return m_counts[static_cast<std::size_t>(choice)]; }
    const ImportRow &importRow(int row) const;
    /** All of a cell, in one line; data() has its beginning. */
    QString text(int row, int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const RegistryKind m_kind;
    const Formats m_formats;
    RegistryImportPtr m_import;
    std::array<std::int64_t, ChoiceCount> m_counts{};
    std::vector<std::size_t> m_listed; ///< places in the rows of the file
};

} // namespace linewatch::ui
