// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/eventstablemodel.h"
#include "ui/models/place.h"

#include <QWidget>

class QLabel;

namespace linewatch::ui {

class EventDetails;
class LongTable;
class ThemeController;

/** The list of events with the details of the one that is chosen. */
class EventsView : public QWidget
{
    Q_OBJECT

public:
    /** As many rows can be copied at a time. */
    static constexpr int MostCopied = 10'000;

    EventsView(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    void setIndex(StoreQueries *queries, EventIndex index);
    /** One of the same rows, made of narrower steps. */
    void refineIndex(EventIndex index);
    const EventIndex &index() const { return m_model->index(); }
    /** Its details, wherever it is. */
    void openEvent(StoreQueries *queries, const EventId &id);
    void closeDetails();
    LongTable &table() { return *m_table; }

signals:
    void placeChosen(const linewatch::ui::Place &place);
    void detailsClosed();

private:
    void followCurrent();
    void copy(int first, int last);
    void copyRows(const std::vector<EventItem> &items);
    void say(const QString &note);

    const Formats m_formats;
    QPointer<StoreQueries> m_queries;
    EventsTableModel *m_model;
    LongTable *m_table;
    EventDetails *m_details;
    QLabel *m_note;
    EventId m_shown; ///< whose details are there
    LatestQuery<std::optional<EventHistory>> m_history;
    LatestQuery<EventStretch> m_copied;
};

} // namespace linewatch::ui
