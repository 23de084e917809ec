// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/eventchanges.h"

#include "ui/models/eventtext.h"

#include <QFont>

namespace linewatch::ui {

namespace {

QString orDash(const QString &name)
{
    return name.isEmpty() ? QString(dash) : name;
}

} // namespace

EventChanges::EventChanges(const Formats &formats, QObject *parent)
    : QAbstractTableModel(parent)
    , m_formats(formats)
{
}

void EventChanges::setHistory(const EventHistory &history)
{
    beginResetModel();
    m_versions.clear();
    m_versions.push_back({history.current, std::nullopt});
    for (auto revision = history.revisions.rbegin(); revision != history.revisions.rend(); ++revision)
        m_versions.push_back({revision->item, revision->supersededAt});
    endResetModel();
}

void EventChanges::clear()
{
    beginResetModel();
    m_versions.clear();
    endResetModel();
}

bool EventChanges::isChanged(int field, int column) const
{
    const auto version = static_cast<std::size_t>(column);
    // When it was received and replaced is another time with every version.
    return field < Received && version + 1 < m_versions.size()
        && text(field, m_versions[version]) != text(field, m_versions[version + 1]);
}

int EventChanges::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_versions.empty() ? 0 : FieldCount;
}

int EventChanges::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_versions.size());
}

QVariant EventChanges::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QString value = text(index.row(), m_versions[static_cast<std::size_t>(index.column())]);
    const bool changed = isChanged(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        return changed ? QStringLiteral("\u2022 ") + value : value;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return changed ? tr("%1, changed by this correction").arg(value) : value;
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return changed ? QVariant(font) : QVariant();
    }
    default:
        return {};
    }
}

QString EventChanges::text(int field, const Version &version) const
{
    const StoredEvent &event = version.item.event;
    switch (field) {
    case Time:
        return momentText(m_formats, event.payload.eventTime);
    case Machine:
        return event.payload.machineId.toString();
    case Line:
        return version.item.line.toString();
    case StatedLine:
        return orDash(event.payload.lineId.toString());
    case Factory:
        return orDash(event.payload.factoryId.toString());
    case Duration:
        return durationText(m_formats, event.payload.duration);
    case Defects:
        return defectsText(m_formats, event.payload.defectCount);
    case Received:
        return momentText(m_formats, event.receivedTime);
    case Replaced:
        return version.replacedAt ? momentText(m_formats, *version.replacedAt) : QString(dash);
    default:
        return {};
    }
}

QVariant EventChanges::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Horizontal) {
        if (section >= columnCount())
            return {};
        const int number = m_versions[static_cast<std::size_t>(section)].item.event.version;
        return section == 0 ? tr("Version %1, counts").arg(number) : tr("Version %1").arg(number);
    }
    static constexpr const char *names[] = {
        QT_TR_NOOP("Time"),      QT_TR_NOOP("Machine"),  QT_TR_NOOP("Line"),
        QT_TR_NOOP("Line sent"), QT_TR_NOOP("Factory"),  QT_TR_NOOP("Duration"),
        QT_TR_NOOP("Defects"),   QT_TR_NOOP("Received"), QT_TR_NOOP("Replaced")};
    return section < FieldCount ? tr(names[section]) : QVariant();
}

} // namespace linewatch::ui
