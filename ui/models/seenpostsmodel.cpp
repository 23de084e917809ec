// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/seenpostsmodel.h"

#include "ui/models/posttext.h"

namespace linewatch::ui {

SeenPostsModel::SeenPostsModel(const Formats &formats, QObject *parent)
    : QAbstractTableModel(parent)
    , m_formats(formats)
{
}

void SeenPostsModel::add(const SeenPost &post)
{
    if (rowCount() == MostRows) {
        beginRemoveRows({}, MostRows - 1, MostRows - 1);
        m_posts.pop_back();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_posts.push_front(post);
    endInsertRows();
}

int SeenPostsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_posts.size());
}

int SeenPostsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SeenPostsModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SeenPost &seen = post(index.row());
    switch (index.column()) {
    case Time:
        return m_formats.timeWithSeconds(seen.arrival);
    case Sender:
        return QString::fromStdString(seen.sender);
    default:
        return postResult(seen, m_formats);
    }
}

QVariant SeenPostsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Sender:
        return tr("Sender");
    default:
        return tr("What came of it");
    }
}

} // namespace linewatch::ui
