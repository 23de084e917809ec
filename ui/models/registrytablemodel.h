// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/registryeditor.h"
#include "ui/models/formats.h"
#include "ui/models/knownregistry.h"

#include <QAbstractTableModel>

#include <algorithm>

namespace linewatch::ui {

/** What a cell of the registry says. */
struct ShownCell {
    QString text;
    bool isStandard = false; ///< nobody set it: what holds for all
    QVariant sort = {};      ///< by which rows are sorted; nothing: after all others
};

/**
 * Entries of the registry as a table, a row each, by id. What is read anew changes it in place, so that rows
 * stay selected. What kinds of entries have in common; see MachineRegistryModel and LineRegistryModel.
 */
class RegistryTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole + 1, ///< nothing: after all others
        StandardRole,                ///< true: nobody set it
        NewRole                      ///< true: the cell says that nobody confirmed the entry
    };

    RegistryTableModel(const Formats &formats, QObject *parent);

    /** What is shown; @p rules hold where nothing is said, @p now decides which line counts. */
    virtual void setKnown(const KnownRegistry &known, const StateRules &rules, Instant now) = 0;
    virtual QString idAt(int row) const = 0;
    virtual bool isNew(int row) const = 0;
    virtual bool isRetired(int row) const = 0;
    /** The texts among which a filter looks. */
    virtual QStringList namesAt(int row) const = 0;
    /** The column that says whether an entry is new. */
    virtual int newColumn() const = 0;
    /** Confirms those of these rows that are new; without basedOn and words. */
    virtual RegistryChange confirmation(const std::vector<int> &rows) const = 0;
    /** How many of these rows are new. */
    std::int64_t newAmong(const std::vector<int> &rows) const;

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    struct Column {
        QString name;
        QString widest; ///< the widest usual text
    };

    virtual ShownCell cell(int row, int column) const = 0;
    virtual Column column(int column) const = 0;
    virtual bool isNumber(int column) const = 0;
    /** Of an entry that is new, or not. */
    ShownCell newCell(bool isNew) const;
    /** As it is set, or muted where nothing is. */
    static ShownCell textCell(const QString &text);

    const Formats &formats() const { return m_formats; }

    /** Makes @p rows what @p next says; both are in the order of @p idOf. */
    template <class Row, class IdOf>
    void merge(std::vector<Row> &rows, std::vector<Row> next, const IdOf &idOf);

private:
    template <class Row, class IdOf>
    void removeMissing(std::vector<Row> &rows, const std::vector<Row> &next, const IdOf &idOf);
    template <class Row, class IdOf>
    void insertAdded(std::vector<Row> &rows, const std::vector<Row> &next, const IdOf &idOf);
    template <class Row>
    void replaceChanged(std::vector<Row> &rows, std::vector<Row> next);

    const Formats m_formats;
};

template <class Row, class IdOf>
void RegistryTableModel::merge(std::vector<Row> &rows, std::vector<Row> next, const IdOf &idOf)
{
    removeMissing(rows, next, idOf);
    insertAdded(rows, next, idOf);
    replaceChanged(rows, std::move(next));
}

/** By stretches: each costs every row behind it. */
template <class Row, class IdOf>
void RegistryTableModel::removeMissing(std::vector<Row> &rows, const std::vector<Row> &next, const IdOf &idOf)
{
    const auto isGone = [&](const Row &row) {
        return !std::ranges::binary_search(next, idOf(row), {}, idOf);
    };
    for (auto end = std::ssize(rows); end > 0; --end) {
        auto first = end;
        while (first > 0 && isGone(rows[static_cast<std::size_t>(first - 1)]))
            --first;
        if (first == end)
            continue;
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(end) - 1);
        rows.erase(rows.begin() + first, rows.begin() + end);
        endRemoveRows();
        end = first + 1;
    }
}

template <class Row, class IdOf>
void RegistryTableModel::insertAdded(std::vector<Row> &rows, const std::vector<Row> &next, const IdOf &idOf)
{
    for (std::ptrdiff_t at = 0; at < std::ssize(next); ++at) {
        const auto isThere = [&](std::ptrdiff_t place) {
            return at < std::ssize(rows)
                && idOf(rows[static_cast<std::size_t>(at)]) == idOf(next[static_cast<std::size_t>(place)]);
        };
        auto end = at;
        while (end < std::ssize(next) && !isThere(end))
            ++end;
        if (end == at)
            continue;
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(end) - 1);
        rows.insert(rows.begin() + at, next.begin() + at, next.begin() + end);
        endInsertRows();
        at = end - 1;
    }
}

template <class Row>
void RegistryTableModel::replaceChanged(std::vector<Row> &rows, std::vector<Row> next)
{
    for (std::size_t first = 0; first < rows.size(); ++first) {
        std::size_t end = first;
        for (; end < rows.size() && !(rows[end] == next[end]); ++end)
            rows[end] = std::move(next[end]);
        if (end == first)
            continue;
        emit dataChanged(index(static_cast<int>(first), 0),
                         index(static_cast<int>(end) - 1, columnCount() - 1));
        first = end;
    }
}

} // namespace linewatch::ui
