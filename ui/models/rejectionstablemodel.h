// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/rejectionlist.h"
#include "monitor/latestquery.h"
#include "ui/models/formats.h"

#include <QAbstractTableModel>

namespace linewatch::ui {

/** The rejected events of a filter, the newest first; older ones are read when they are scrolled to. */
class RejectionsTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Received, Reason, Machine, Sender, Raw, ColumnCount };
    static constexpr int PageRows = 500;
    /** Of a header: the widest text that is usual in the column. */
    static constexpr int WidestRole = Qt::UserRole;

    explicit RejectionsTableModel(const Formats &formats, QObject *parent = nullptr);

    /** What is shown, all of it anew: @p first is the first page of the filter. */
    void setPage(StoreQueries *queries, const RejectionFilter &filter, RejectionPage first);
    const RejectedEvent &rejection(int row) const { return m_items[static_cast<std::size_t>(row)]; }
    QString text(const RejectedEvent &rejection, int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /** Older ones could not be read; scrolling on tries again. */
    void readFailed(const QString &reason);

private:
    void append(RejectionPage page);

    const Formats m_formats;
    QPointer<StoreQueries> m_queries;
    RejectionFilter m_filter;
    std::vector<RejectedEvent> m_items;
    bool m_more = false;
    LatestQuery<RejectionPage> m_query;
};

} // namespace linewatch::ui
