// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/storenames.h"
#include "ui/models/place.h"

#include <QAbstractListModel>

namespace linewatch::ui {

/** Something whose name fits what is looked for, and where it leads. */
struct Finding {
    QString name;
    QString kind; ///< 'Machine on Line 1'
    Place place;
};

/**
 * The machines and lines of @p names whose name contains @p text, whatever its case; those that begin with it
 * first, then by name; at most @p limit. Nothing for an empty text. Pure.
 */
std::vector<Finding> findNames(const StoreNames &names, const QString &text, std::size_t limit);

/** What was found, as a list: the event whose id was typed, if there is one, then machines and lines. */
class Findings : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr std::size_t MaxShown = 50;
    enum Role { KindRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    void setNames(StoreNames names);
    /** What is looked for; an event that was found for another text is shown no more. */
    void setText(const QString &text);
    /** There is an event with the id that is looked for. */
    void addEvent();

    const QString &text() const { return m_text; }
    /** @p row must be one. */
    const Place &placeAt(int row) const { return m_findings.at(static_cast<std::size_t>(row)).place; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void refresh();

    StoreNames m_names;
    QString m_text;
    bool m_hasEvent = false;
    std::vector<Finding> m_findings;
};

} // namespace linewatch::ui
