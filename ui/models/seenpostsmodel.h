// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/seenpost.h"
#include "ui/models/formats.h"

#include <QAbstractTableModel>

#include <deque>

namespace linewatch::ui {

/** The newest posts that were seen, the newest first; at most MostRows. */
class SeenPostsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Sender, Came, ColumnCount };
    static constexpr int MostRows = 50;

    explicit SeenPostsModel(const Formats &formats, QObject *parent = nullptr);

    void add(const SeenPost &post);
    const SeenPost &post(int row) const { return m_posts[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const Formats m_formats;
    std::deque<SeenPost> m_posts;
};

} // namespace linewatch::ui
