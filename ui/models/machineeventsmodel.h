// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/machinereport.h"
#include "ui/models/formats.h"

#include <QAbstractTableModel>
#include <QColor>

namespace linewatch::ui {

/** The newest events of one machine, a row each, newest first. New ones come in above; nothing else moves. */
class MachineEventsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Event, Duration, Defects, Line, Received, Corrections };
    static constexpr int Columns = Corrections + 1;

    explicit MachineEventsModel(const Formats &formats, QObject *parent = nullptr);

    void setEvents(std::vector<EventItem> events);
    const EventId &eventAt(int row) const;
    /** How ids are coloured, as they can be followed. */
    void setLinkColour(const QColor &link);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const EventItem &item, int column) const;
    /** How many of @p events are above the row that is the first now; all of them when it is gone. */
    std::size_t newAbove(const std::vector<EventItem> &events) const;

    const Formats m_formats;
    std::vector<EventItem> m_events;
    QColor m_link;
};

} // namespace linewatch::ui
