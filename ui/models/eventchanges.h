// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/eventindex.h"
#include "ui/models/formats.h"

#include <QAbstractTableModel>

namespace linewatch::ui {

/**
 * An event's fields, one a row, with each of its versions in a column, the newest first. What a version
 * changed of the one before it is marked, in bold and with a dot before it.
 */
class EventChanges : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Field {
        Time,
        Machine,
        Line,
        StatedLine,
        Factory,
        Duration,
        Defects,
        Received,
        Replaced,
        FieldCount
    };

    explicit EventChanges(const Formats &formats, QObject *parent = nullptr);

    void setHistory(const EventHistory &history);
    void clear();

    /** Whether that version has another value there than the one that it corrected. */
    bool isChanged(int field, int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Version {
        EventItem item;
        std::optional<Instant> replacedAt; ///< nothing: it counts
    };

    QString text(int field, const Version &version) const;

    const Formats m_formats;
    std::vector<Version> m_versions; ///< newest first
};

} // namespace linewatch::ui
