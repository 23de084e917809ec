// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/latestquery.h"
#include "ui/models/eventblocks.h"
#include "ui/models/formats.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace linewatch::ui {

/**
 * The events of an index, the newest first. It has all its rows at once, and reads those that are in sight
 * and a few around them; cells of others stand empty but for about when they were. While something is being
 * read only the newest wish is remembered, so that who scrolls fast waits for the place where they stop and
 * for nothing on the way. What it shows stays as it is while new events come in. GUI thread only.
 */
class EventsTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Machine, Line, Duration, Defects, Version, Event, Received, ColumnCount };
    /** Of a header: the widest text that is usual in the column. */
    static constexpr int WidestRole = Qt::UserRole;
    /** As many as a table can place; of a longer list the rest is not shown. */
    static constexpr std::int64_t MostRows = 20'000'000;

    explicit EventsTableModel(const Formats &formats, QObject *parent = nullptr);

    /** What is shown, all of it anew. @p queries is whom to ask; null: nobody. */
    void setIndex(StoreQueries *queries, EventIndex index);
    /** One of the same rows, made of narrower steps; what was read stays. */
    void refineIndex(EventIndex index);
    const EventIndex &index() const { return m_index; }
    using QAbstractTableModel::index;
    /** These rows are in sight. */
    void showRows(int first, int last);

    /** Null while it is not read, and where it was removed meanwhile. */
    const EventItem *item(int row) const { return m_blocks.item(row); }
    /** What a cell says of an event. */
    QString text(const EventItem &item, int column) const;
    /** A question for rows, for whoever needs them read or not. The rows must be there. */
    StoreQuestion<EventStretch> questionFor(int firstRow, int count) const;
    std::size_t blocksKept() const { return m_blocks.count(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /** Finds nothing: it would have to read everything. */
    QModelIndexList match(const QModelIndex &start, int role, const QVariant &value, int hits,
                          Qt::MatchFlags flags) const override;

signals:
    /** Some rows are there now. */
    void rowsRead();
    /** Some could not be read; it is tried again in a while. */
    void readFailed(const QString &reason);

private:
    void readNext();
    std::optional<int> missingBlock(int firstRow, int lastRow) const;
    void read(int block);
    void hear(int block, const Result<EventStretch> &answer);
    QString placeholder(int row, int column) const;

    const Formats m_formats;
    QPointer<StoreQueries> m_queries;
    EventIndex m_index;
    EventBlocks m_blocks;
    int m_rows = 0;
    int m_firstSeen = 0;
    int m_lastSeen = -1;
    LatestQuery<EventStretch> m_query;
    int m_reading = 0; ///< the block that m_query waits for
    QTimer m_again;    ///< after a failure
};

} // namespace linewatch::ui
