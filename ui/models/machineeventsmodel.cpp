// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/machineeventsmodel.h"

#include "ui/models/durationtext.h"

#include <algorithm>
#include <array>

namespace linewatch::ui {

namespace {

bool isNumber(int column)
{
    return column == MachineEventsModel::Duration || column == MachineEventsModel::Defects
        || column == MachineEventsModel::Corrections;
}

} // namespace

MachineEventsModel::MachineEventsModel(const Formats &formats, QObject *parent)
    : QAbstractTableModel(parent)
    , m_formats(formats)
{
}

void MachineEventsModel::setEvents(std::vector<EventItem> events)
{
    const auto above = static_cast<std::ptrdiff_t>(newAbove(events));
    if (above > 0) {
        beginInsertRows({}, 0, static_cast<int>(above) - 1);
        m_events.insert(m_events.begin(), events.begin(), events.begin() + above);
        endInsertRows();
    }
    const auto rows = static_cast<int>(events.size());
    if (rowCount() > rows) {
        beginRemoveRows({}, rows, rowCount() - 1);
        m_events.resize(events.size());
        endRemoveRows();
    } else if (rowCount() < rows) {
        beginInsertRows({}, rowCount(), rows - 1);
        m_events.insert(m_events.end(), events.begin() + rowCount(), events.end());
        endInsertRows();
    }
    m_events = std::move(events); // late ones and corrections
    if (rows > 0)
        emit dataChanged(index(0, 0), index(rows - 1, Columns - 1));
}

std::size_t MachineEventsModel::newAbove(const std::vector<EventItem> &events) const
{
    if (m_events.empty())
        return events.size();
    const EventId &first = m_events.front().event.eventId;
    const auto found =
        std::ranges::find_if(events, [&first](const EventItem &item) { return item.event.eventId == first; });
    return static_cast<std::size_t>(found - events.begin());
}

const EventId &MachineEventsModel::eventAt(int row) const
{
    return m_events.at(static_cast<std::size_t>(row)).event.eventId;
}

void MachineEventsModel::setLinkColour(const QColor &link)
{
    m_link = link;
    if (!m_events.empty())
        emit dataChanged(index(0, Event), index(rowCount() - 1, Event), {Qt::ForegroundRole});
}

int MachineEventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int MachineEventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant MachineEventsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const EventItem &item = m_events[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(item, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft)
                                | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return index.column() == Event && m_link.isValid() ? QVariant(m_link) : QVariant();
    case Qt::ToolTipRole:
        return index.column() == Event ? QVariant(text(item, Event)) : QVariant(); // may be cut
    default:
        return {};
    }
}

QString MachineEventsModel::text(const EventItem &item, int column) const
{
    const StoredEvent &event = item.event;
    const auto moment = [this](Instant instant) {
        return QStringLiteral("%1 %2").arg(m_formats.date(instant), m_formats.timeWithSeconds(instant));
    };
    switch (column) {
    case Time:
        return moment(event.payload.eventTime);
    case Event:
        return event.eventId.toString();
    case Duration:
        return durationText(event.payload.duration, m_formats);
    case Defects:
        return event.payload.defectCount == UnknownDefects ? tr("unknown")
                                                           : m_formats.count(event.payload.defectCount);
    case Line:
        return item.line.toString();
    case Received:
        return moment(event.receivedTime);
    case Corrections:
        return event.version > 1 ? m_formats.count(event.version - 1) : QString();
    default:
        return {};
    }
}

QVariant MachineEventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= Columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const std::array<QString, Columns> names{tr("Time"), tr("Event"),    tr("Cycle time"), tr("Defects"),
                                             tr("Line"), tr("Received"), tr("Corrections")};
    return names[static_cast<std::size_t>(section)];
}

} // namespace linewatch::ui
