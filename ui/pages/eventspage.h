// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/eventquestions.h"

class QStackedWidget;

namespace linewatch::ui {

class EventsFilter;
class EventsView;
class LongTable;
class RejectionsView;

/**
 * All events of the window of time, or those that were rejected in it, as the place says. A list stays as it
 * was read while new events come in, until the user asks for them.
 */
class EventsPage : public Page
{
    Q_OBJECT

public:
    EventsPage(const ThemeController &themes, const Formats &formats, QWidget *parent);

    /** Columns as eventColumnsChanged() and rejectionColumnsChanged() said; what is not so is ignored. */
    void setEventColumns(const QByteArray &state);
    void setRejectionColumns(const QByteArray &state);

signals:
    /** The user chose other columns, or moved them: to be kept. */
    void eventColumnsChanged(const QByteArray &state);
    void rejectionColumnsChanged(const QByteArray &state);

protected:
    void ask() override;
    void changePlace() override;

private:
    StayingList<EventIndex>::Questions eventQuestions();
    StayingList<RejectionList>::Questions rejectionQuestions();
    void connectAll();
    void askNames();
    void readNewer();
    void refineEvents(const Result<EventIndex> &answer, std::chrono::milliseconds took);
    bool showEvents(const Result<EventIndex> &answer, const ListedPlace &of, std::chrono::milliseconds took);
    bool showRejections(const Result<RejectionList> &answer, const ListedPlace &of,
                        std::chrono::milliseconds took);
    void showNewer(const Result<std::int64_t> &newer, std::chrono::milliseconds took);
    void showList();
    void openPlacesEvent();
    void go(const Place &next);
    ListedPlace wanted() const { return {queries(), shownTime(), place()}; }
    LongTable &table() const;

    EventsFilter *m_filter;
    QStackedWidget *m_lists;
    EventsView *m_events;
    RejectionsView *m_rejections;
    QString m_eventsSummary;
    QString m_rejectionsSummary;
    bool m_hadFocus = false; ///< a list, before it went from the screen
    EventId m_opened;        ///< of the place, whose details were asked for
    QPointer<StoreQueries> m_namesFrom;
    LatestQuery<eventquestions::Names> m_namesQuery;
    StayingList<EventIndex> m_eventList;
    StayingList<RejectionList> m_rejectionList;
};

} // namespace linewatch::ui
