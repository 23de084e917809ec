// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/eventspage.h"

#include "ui/pages/eventlisttext.h"
#include "ui/pages/eventsfilter.h"
#include "ui/pages/eventsview.h"
#include "ui/pages/rejectionsview.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/longtable.h"

#include <QApplication>
#include <QBoxLayout>
#include <QStackedWidget>

namespace linewatch::ui {

using std::chrono::milliseconds;

EventsPage::EventsPage(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : Page(themes, formats, parent)
    , m_filter(new EventsFilter(themes, formats, this))
    , m_lists(new QStackedWidget(this))
    , m_events(new EventsView(themes, formats, this))
    , m_rejections(new RejectionsView(themes, formats, this))
    , m_eventList(eventQuestions())
    , m_rejectionList(rejectionQuestions())
{
    m_lists->addWidget(m_events);
    m_lists->addWidget(m_rejections);
    setContent(m_lists);
    // Above all that the page says, so that the user can choose otherwise where there is nothing to show.
    qobject_cast<QBoxLayout *>(layout())->insertWidget(0, m_filter);
    connectAll();
}

void EventsPage::connectAll()
{
    connect(m_filter, &EventsFilter::placeWanted, this, &EventsPage::go);
    connect(m_filter, &EventsFilter::newerWanted, this, &EventsPage::readNewer);
    connect(m_events, &EventsView::placeChosen, this, &EventsPage::placeChosen);
    connect(m_rejections, &RejectionsView::placeChosen, this, &EventsPage::placeChosen);
    connect(m_events, &EventsView::detailsClosed, this, [this] {
        Place next = place();
        next.event = {};
        if (!(next == place()))
            go(next);
    });
    connect(&m_events->table(), &LongTable::columnsChanged, this, &EventsPage::eventColumnsChanged);
    connect(&m_rejections->table(), &LongTable::columnsChanged, this, &EventsPage::rejectionColumnsChanged);
}

StayingList<EventIndex>::Questions EventsPage::eventQuestions()
{
    return {.read =
                [](const ListedPlace &wanted) {
                    return [asked = eventquestions::selectionOf(wanted)](EventReader &reader,
                                                                         const TellPart<EventIndex> &tell) {
                        return readEventIndex(reader, asked, {}, tell);
                    };
                },
            .rows = [](const EventIndex &index) { return index.rows(); },
            .count =
                [](const ListedPlace &wanted, const ListedPlace & /*listed*/, const EventIndex &index) {
                    EventSelection asked = eventquestions::selectionOf(wanted);
                    asked.window.start = index.filter().from.value_or(asked.window.start);
                    return [asked](EventReader &reader) { return countEvents(reader, asked); };
                },
            .show = [this](const Result<EventIndex> &answer, const ListedPlace &of,
                           milliseconds took) { return showEvents(answer, of, took); },
            .complete = [this](const Result<EventIndex> &answer,
                               milliseconds took) { refineEvents(answer, took); },
            .showNewer = [this](const Result<std::int64_t> &newer,
                                milliseconds took) { showNewer(newer, took); }};
}

StayingList<RejectionList>::Questions EventsPage::rejectionQuestions()
{
    return {.read =
                [](const ListedPlace &wanted) {
                    return [asked = eventquestions::rejectionsOf(wanted)](EventReader &reader,
                                                                          const TellPart<RejectionList> &) {
                        return readRejections(reader, asked, RejectionsTableModel::PageRows);
                    };
                },
            .rows = [](const RejectionList &list) { return list.rows; },
            .count =
                [](const ListedPlace &wanted, const ListedPlace &listed, const RejectionList & /*list*/) {
                    RejectionFilter asked = eventquestions::rejectionsOf(wanted);
                    asked.from = listed.time.window.start;
                    return [asked](EventReader &reader) { return countRejections(reader, asked); };
                },
            .show = [this](const Result<RejectionList> &answer, const ListedPlace &of,
                           milliseconds took) { return showRejections(answer, of, took); },
            .complete = {},
            .showNewer = [this](const Result<std::int64_t> &newer,
                                milliseconds took) { showNewer(newer, took); }};
}

void EventsPage::setEventColumns(const QByteArray &state)
{
    m_events->table().setColumns(state);
}

void EventsPage::setRejectionColumns(const QByteArray &state)
{
    m_rejections->table().setColumns(state);
}

LongTable &EventsPage::table() const
{
    return place().isRejected ? m_rejections->table() : m_events->table();
}

/** Here first, so that the page is right whether or not somebody keeps where the user was. */
void EventsPage::go(const Place &next)
{
    m_hadFocus = m_lists->isAncestorOf(QApplication::focusWidget());
    setPlace(next);
    emit placeChosen(next);
}

void EventsPage::changePlace()
{
    m_filter->setPlace(place());
    m_eventList.cancelCount();
    m_rejectionList.cancelCount();
    if (place().event == m_opened)
        return;
    m_opened = {};
    if (place().event.isEmpty())
        m_events->closeDetails();
}

void EventsPage::ask()
{
    askNames();
    if (place().isRejected)
        m_rejectionList.ask(wanted());
    else
        m_eventList.ask(wanted());
}

void EventsPage::readNewer()
{
    if (place().isRejected)
        m_rejectionList.read(wanted());
    else
        m_eventList.read(wanted());
}

void EventsPage::askNames()
{
    if (!queries() || m_namesFrom == queries())
        return;
    m_namesFrom = queries();
    m_namesQuery.ask(queries(), eventquestions::readNames,
                     [this](const Result<eventquestions::Names> &answer, milliseconds /*took*/) {
                         if (answer)
                             m_filter->setNames(answer->machines, answer->lines);
                         else
                             m_namesFrom = nullptr; // with the next question
                     });
}

bool EventsPage::showEvents(const Result<EventIndex> &answer, const ListedPlace &of, milliseconds took)
{
    if (place().isRejected || !accept(answer, took))
        return false;
    m_events->setIndex(queries(), *answer);
    m_eventsSummary = eventlisttext::summary(*answer, of.time.window, formats());
    showList();
    m_filter->setNewer(0);
    openPlacesEvent();
    if (answer->rows() == 0 && place().event.isEmpty())
        showEmpty(tr("No events in this window"),
                  eventlisttext::noEvents(*answer, of.time.window, m_filter->isActive(), formats()));
    return true;
}

/** The same rows, which are reached sooner. */
void EventsPage::refineEvents(const Result<EventIndex> &answer, milliseconds took)
{
    if (!place().isRejected)
        accept(answer, took);
    if (answer)
        m_events->refineIndex(*answer);
}

bool EventsPage::showRejections(const Result<RejectionList> &answer, const ListedPlace &of, milliseconds took)
{
    if (!place().isRejected || !accept(answer, took))
        return false;
    m_rejections->setPage(queries(), eventquestions::rejectionsOf(of), answer->page);
    m_filter->setRejections(answer->counts, answer->senders);
    m_rejectionsSummary = tr("%1 rejected").arg(formats().count(answer->rows));
    showList();
    m_filter->setNewer(0);
    if (answer->page.items.empty())
        showEmpty(tr("Nothing was rejected in this window"),
                  eventlisttext::noRejections(of.time.window, m_filter->isActive(), formats()));
    return true;
}

void EventsPage::showNewer(const Result<std::int64_t> &newer, milliseconds took)
{
    if (!accept(newer, took))
        return;
    showList();
    m_filter->setNewer(*newer);
    openPlacesEvent();
}

void EventsPage::openPlacesEvent()
{
    if (place().event.isEmpty() || place().event == m_opened)
        return;
    m_opened = place().event;
    m_events->openEvent(queries(), m_opened);
}

void EventsPage::showList()
{
    m_lists->setCurrentWidget(place().isRejected ? static_cast<QWidget *>(m_rejections) : m_events);
    m_filter->setSummary(place().isRejected ? m_rejectionsSummary : m_eventsSummary);
    if (std::exchange(m_hadFocus, false))
        table().setFocus();
}

} // namespace linewatch::ui
