// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/eventstablemodel.h"

#include "ui/models/eventtext.h"

namespace linewatch::ui {

namespace {

constexpr std::chrono::seconds pauseAfterFailure{5};
/** Read before they are in sight, so that slow scrolling never meets empty cells. */
constexpr int rowsAround = EventBlocks::Rows / 2;

bool isFigure(int column)
{
    return column == EventsTableModel::Duration || column == EventsTableModel::Defects;
}

} // namespace

EventsTableModel::EventsTableModel(const Formats &formats, QObject *parent)
    : QAbstractTableModel(parent)
    , m_formats(formats)
{
    m_again.setSingleShot(true);
    m_again.setInterval(pauseAfterFailure);
    connect(&m_again, &QTimer::timeout, this, &EventsTableModel::readNext);
}

void EventsTableModel::setIndex(StoreQueries *queries, EventIndex index)
{
    m_query.cancel();
    m_again.stop();
    beginResetModel();
    m_queries = queries;
    m_index = std::move(index);
    m_rows = static_cast<int>(std::min(m_index.rows(), MostRows));
    m_blocks.clear();
    m_firstSeen = 0;
    m_lastSeen = -1;
    endResetModel();
}

void EventsTableModel::refineIndex(EventIndex index)
{
    Q_ASSERT(index.rows() == m_index.rows());
    m_index = std::move(index);
}

void EventsTableModel::showRows(int first, int last)
{
    m_firstSeen = std::clamp(first, 0, std::max(0, m_rows - 1));
    m_lastSeen = std::min(last, m_rows - 1);
    if (!m_again.isActive())
        readNext();
}

/** Blocks in sight come first, then those around them. */
void EventsTableModel::readNext()
{
    if (m_lastSeen < m_firstSeen)
        return;
    std::optional<int> block = missingBlock(m_firstSeen, m_lastSeen);
    if (!block)
        block = missingBlock(std::max(0, m_firstSeen - rowsAround),
                             std::min(m_rows - 1, m_lastSeen + rowsAround));
    if (block)
        read(*block);
    else
        m_query.cancel();
}

std::optional<int> EventsTableModel::missingBlock(int firstRow, int lastRow) const
{
    for (int block = EventBlocks::blockOf(firstRow); block <= EventBlocks::blockOf(lastRow); ++block) {
        if (!m_blocks.has(block))
            return block;
    }
    return std::nullopt;
}

StoreQuestion<EventStretch> EventsTableModel::questionFor(int firstRow, int count) const
{
    const EventSeek seek = m_blocks.nearest(EventBlocks::blockOf(firstRow), m_index.seek(firstRow));
    return [filter = m_index.filter(), seek, firstRow, count](EventReader &reader) {
        return readEventRows(reader, filter, seek, firstRow, count);
    };
}

void EventsTableModel::read(int block)
{
    if (m_query.isWaiting() && m_reading == block)
        return;
    m_reading = block;
    m_query.ask(m_queries, questionFor(block * EventBlocks::Rows, EventBlocks::Rows),
                [this, block](const Result<EventStretch> &answer, std::chrono::milliseconds) {
                    hear(block, answer);
                });
}

void EventsTableModel::hear(int block, const Result<EventStretch> &answer)
{
    if (!answer) {
        m_again.start();
        emit readFailed(answer.failure().shown);
        return;
    }
    m_blocks.put(block, *answer, EventBlocks::blockOf(m_firstSeen));
    const int first = block * EventBlocks::Rows;
    emit dataChanged(index(first, 0),
                     index(std::min(first + EventBlocks::Rows, m_rows) - 1, ColumnCount - 1));
    emit rowsRead();
    readNext();
}

int EventsTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int EventsTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventsTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(isFigure(index.column()) ? Qt::AlignRight | Qt::AlignVCenter
                                                 : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const EventItem *event = item(index.row());
    if (event)
        return text(*event, index.column());
    return role == Qt::DisplayRole ? placeholder(index.row(), index.column()) : QVariant();
}

QString EventsTableModel::text(const EventItem &item, int column) const
{
    const EventPayload &payload = item.event.payload;
    switch (column) {
    case Event:
        return item.event.eventId.toString();
    case Time:
        return momentText(m_formats, payload.eventTime);
    case Received:
        return momentText(m_formats, item.event.receivedTime);
    case Machine:
        return payload.machineId.toString();
    case Line:
        return item.line.toString();
    case Duration:
        return durationText(m_formats, payload.duration);
    case Defects:
        return defectsText(m_formats, payload.defectCount);
    case Version:
        return versionText(m_formats, item.event.version);
    default:
        return {};
    }
}

QString EventsTableModel::placeholder(int row, int column) const
{
    if (m_blocks.has(EventBlocks::blockOf(row)))
        return column == Event ? tr("was removed meanwhile") : QString(dash);
    if (column == Time)
        return tr("about %1").arg(m_formats.dateAndTime(m_index.timeNear(row)));
    return column == Event ? tr("reading…") : QString();
}

QVariant EventsTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(isFigure(section) ? Qt::AlignRight | Qt::AlignVCenter
                                          : Qt::AlignLeft | Qt::AlignVCenter);
    static constexpr const char *names[] = {
        QT_TR_NOOP("Time"),    QT_TR_NOOP("Machine"), QT_TR_NOOP("Line"),  QT_TR_NOOP("Duration"),
        QT_TR_NOOP("Defects"), QT_TR_NOOP("Version"), QT_TR_NOOP("Event"), QT_TR_NOOP("Received")};
    if (role == Qt::DisplayRole)
        return tr(names[section]);
    if (role == Qt::ToolTipRole && (section == Time || section == Received))
        return tr("In the time of %1").arg(QString::fromUtf8(m_formats.zone().id()));
    if (role != WidestRole)
        return {};
    const QString moment =
        momentText(m_formats, Instant{std::chrono::days{20'725} - std::chrono::seconds{1}});
    const QString widest[] = {moment,
                              QStringLiteral("Machine-10"),
                              QStringLiteral("Line-10-A"),
                              durationText(m_formats, std::chrono::hours{1}),
                              tr("unknown"),
                              versionText(m_formats, 2),
                              QStringLiteral("f81d4fae-7dec-11d0-a765"),
                              moment};
    return widest[section];
}

QModelIndexList EventsTableModel::match(const QModelIndex & /*start*/, int /*role*/,
                                        const QVariant & /*value*/, int /*hits*/,
                                        Qt::MatchFlags /*flags*/) const
{
    return {};
}

} // namespace linewatch::ui
