// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rejectionstablemodel.h"

#include "ui/models/eventtext.h"
#include "ui/models/rejecttext.h"

namespace linewatch::ui {

namespace {

constexpr qsizetype shownOfRaw = 160; ///< characters in a cell

QString oneLine(const std::string &raw)
{
    return QString::fromStdString(raw).left(shownOfRaw).simplified();
}

} // namespace

RejectionsTableModel::RejectionsTableModel(const Formats &formats, QObject *parent)
    : QAbstractTableModel(parent)
    , m_formats(formats)
{
}

void RejectionsTableModel::setPage(StoreQueries *queries, const RejectionFilter &filter, RejectionPage first)
{
    m_query.cancel();
    beginResetModel();
    m_queries = queries;
    m_filter = filter;
    m_items = std::move(first.items);
    m_more = first.more;
    endResetModel();
}

bool RejectionsTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && m_queries && !m_query.isWaiting();
}

void RejectionsTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent) || m_items.empty())
        return;
    RejectionFilter next = m_filter;
    next.before = WriterStamp{m_items.back().writer, m_items.back().receivedTime};
    m_query.ask(
        m_queries, [next](EventReader &reader) { return reader.rejections(next, PageRows); },
        [this](const Result<RejectionPage> &answer, std::chrono::milliseconds) {
            if (answer)
                append(*answer);
            else
                emit readFailed(answer.failure().shown);
        });
}

void RejectionsTableModel::append(RejectionPage page)
{
    m_more = page.more;
    if (page.items.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(page.items.size()) - 1);
    std::ranges::move(page.items, std::back_inserter(m_items));
    endInsertRows();
}

int RejectionsTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int RejectionsTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RejectionsTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    if (role == Qt::ToolTipRole && index.column() == Raw)
        return {}; // it is in the details
    return text(rejection(index.row()), index.column());
}

QString RejectionsTableModel::text(const RejectedEvent &rejection, int column) const
{
    switch (column) {
    case Received:
        return momentText(m_formats, rejection.receivedTime);
    case Reason:
        return rejectWords(rejection.reason);
    case Machine:
        return rejection.machineId.empty() ? QString(dash) : oneLine(rejection.machineId);
    case Sender:
        return QString::fromStdString(rejection.sender);
    case Raw:
        return oneLine(rejection.raw);
    default:
        return {};
    }
}

QVariant RejectionsTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    static constexpr const char *names[] = {QT_TR_NOOP("Received"), QT_TR_NOOP("Reason"),
                                            QT_TR_NOOP("Machine"), QT_TR_NOOP("Sender"),
                                            QT_TR_NOOP("What was sent")};
    if (role == Qt::DisplayRole)
        return tr(names[section]);
    if (role != WidestRole)
        return {};
    const QString widest[] = {
        momentText(m_formats, Instant{std::chrono::days{20'725} - std::chrono::seconds{1}}),
        rejectWords(RejectReason::EventInFuture) + QStringLiteral("mm"), QStringLiteral("Machine-10"),
        QStringLiteral("255.255.255.255"), QStringLiteral("{\"eventId\": \"E-1\"}")};
    return widest[section];
}

} // namespace linewatch::ui
