// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/storenames.h"
#include "ui/models/formats.h"
#include "ui/models/place.h"

#include <QAbstractListModel>

namespace linewatch::ui {

/** Something whose name fits what is looked for, and where it leads. */
struct Finding {
    QString name;
    QString kind; ///< 'Machine on Line 1'; empty: a heading, which leads nowhere
    Place place;
};

/**
 * The machines and lines of @p names whose name contains @p text, whatever its case; those that begin with it
 * first, then by name; at most @p limit. Nothing for an empty text. Pure.
 */
std::vector<Finding> findNames(const StoreNames &names, const QString &text, std::size_t limit);

/**
 * What was found, as a list: the event whose id was typed, if there is one, then machines and lines, then
 * under a heading the newest events whose ids begin so.
 */
class Findings : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr std::size_t MaxShown = 50; ///< machines and lines
    static constexpr int MaxIds = 20;           ///< that begin so
    enum Role { KindRole = Qt::UserRole };

    explicit Findings(const Formats &formats, QObject *parent = nullptr);

    void setNames(StoreNames names);
    /** What is looked for; events that were found for another text are shown no more. */
    void setText(const QString &text);
    /** The events that were found for the text. */
    void setIds(FoundIds ids);

    const QString &text() const { return m_text; }
    /** @p row must be one. */
    const Place &placeAt(int row) const { return m_findings.at(static_cast<std::size_t>(row)).place; }

    /** The row that leads there, else the first that leads anywhere; -1: none does. */
    int rowOf(const std::optional<Place> &place) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void refresh();

    const Formats m_formats;
    StoreNames m_names;
    QString m_text;
    FoundIds m_ids;
    std::vector<Finding> m_findings;
};

} // namespace linewatch::ui
