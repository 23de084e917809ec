// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

#include "analytics/eventindex.h"
#include "analytics/rejectionlist.h"

class QStackedWidget;

namespace linewatch::ui {

class EventsFilter;
class EventsView;
class RejectionsView;

/**
 * All events of the window of time, or those that were rejected in it. A list stays as it was read while new
 * events come in, until the user asks for them.
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
    struct Names {
        QStringList machines;
        QStringList lines;
    };
    /** What a list that is on screen was read for. */
    struct Listed {
        QPointer<StoreQueries> queries;
        ShownTime time;
        MachineId machine;
        LineId line;
        RejectReason reason = RejectReason::None;
        std::int64_t count = 0; ///< events or rejected ones
        QString summary;
    };

    void askNames();
    void askEvents();
    void askRejections();
    void readEvents();
    void readRejections();
    void countNewerEvents(const Listed &listed);
    void countNewerRejections(const Listed &listed);
    void openPlacesEvent();
    void showEvents(const EventIndex &index);
    QString summaryOf(const EventIndex &index) const;
    void showRejections(const RejectionList &list);
    std::optional<Instant> removedBefore(const EventIndex &index) const;
    void showNoEvents(const EventIndex &index);
    void showList(QWidget &list, const Listed &listed, std::int64_t count);
    void go(const Place &next);

    Listed wanted() const;
    /** Whether a list that was read for that is still what is wanted, but for what came since. */
    bool isStill(const std::optional<Listed> &listed) const;
    EventSelection selection() const;
    RejectionFilter rejectionFilter() const;

    EventsFilter *m_filter;
    QStackedWidget *m_lists;
    EventsView *m_events;
    RejectionsView *m_rejections;
    std::optional<Listed> m_listedEvents;
    std::optional<Listed> m_listedRejections;
    bool m_hadFocus = false; ///< a list, before it went from the screen
    EventId m_opened;        ///< of the place, whose details were asked for
    QPointer<StoreQueries> m_namesFrom;
    LatestQuery<Names> m_namesQuery;
    LatestQuery<EventIndex> m_indexQuery;
    LatestQuery<RejectionList> m_rejectionsQuery;
    LatestQuery<std::int64_t> m_newerQuery;
};

} // namespace linewatch::ui
