// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/eventspage.h"

#include "analytics/directory.h"
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

namespace {

std::int64_t sumOf(const std::vector<RejectionCount> &counts, RejectReason reason)
{
    std::int64_t sum = 0;
    for (const RejectionCount &count : counts) {
        if (reason == RejectReason::None || count.reason == reason)
            sum += count.events;
    }
    return sum;
}

} // namespace

EventsPage::EventsPage(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : Page(themes, formats, parent)
    , m_filter(new EventsFilter(themes, formats, this))
    , m_lists(new QStackedWidget(this))
    , m_events(new EventsView(themes, formats, this))
    , m_rejections(new RejectionsView(themes, formats, this))
{
    m_lists->addWidget(m_events);
    m_lists->addWidget(m_rejections);
    setContent(m_lists);
    // Above all that the page says, so that the user can choose otherwise where there is nothing to show.
    qobject_cast<QBoxLayout *>(layout())->insertWidget(0, m_filter);

    connect(m_filter, &EventsFilter::filterChosen, this,
            [this](const MachineId &machine, const LineId &line) {
                Place next = place();
                next.machine = machine;
                next.line = line;
                go(next);
            });
    connect(m_filter, &EventsFilter::kindChosen, this, [this] {
        m_newerQuery.cancel();
        forgetContent();
        ask();
    });
    connect(m_filter, &EventsFilter::reasonChosen, this, &EventsPage::readRejections);
    connect(m_filter, &EventsFilter::newerWanted, this, [this] {
        if (m_filter->kind() == EventsFilter::Kind::Events)
            readEvents();
        else
            readRejections();
    });
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

void EventsPage::setEventColumns(const QByteArray &state)
{
    m_events->table().setColumns(state);
}

void EventsPage::setRejectionColumns(const QByteArray &state)
{
    m_rejections->table().setColumns(state);
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
    m_filter->setFilter(place().machine, place().line);
    m_newerQuery.cancel();
    if (place().event == m_opened)
        return;
    m_opened = {};
    if (place().event.isEmpty())
        m_events->closeDetails();
    else
        m_filter->setKind(EventsFilter::Kind::Events);
}

void EventsPage::ask()
{
    askNames();
    if (m_filter->kind() == EventsFilter::Kind::Events)
        askEvents();
    else
        askRejections();
}

void EventsPage::askNames()
{
    if (!queries() || m_namesFrom == queries())
        return;
    m_namesFrom = queries();
    m_namesQuery.ask(
        queries(),
        [](EventReader &reader) -> Result<Names> {
            const Result<std::vector<MachineEntry>> machines = machinesWithEvents(reader);
            if (!machines)
                return machines.failure();
            const Result<std::vector<LineEntry>> lines = listLines(reader);
            if (!lines)
                return lines.failure();
            Names names;
            for (const MachineEntry &machine : *machines)
                names.machines << machine.machineId.toString();
            for (const LineEntry &line : *lines)
                names.lines << line.lineId.toString();
            return names;
        },
        [this](const Result<Names> &answer, milliseconds) {
            if (answer)
                m_filter->setNames(answer->machines, answer->lines);
            else
                m_namesFrom = nullptr; // with the next question
        });
}

EventsPage::Listed EventsPage::wanted() const
{
    return {queries(), shownTime(), place().machine, place().line, m_filter->reason(), 0, {}};
}

bool EventsPage::isStill(const std::optional<Listed> &listed) const
{
    if (!listed || listed->queries != queries() || !queries() || listed->machine != place().machine
        || listed->count == 0)
        return false;
    const TimeWindow &before = listed->time.window;
    const TimeWindow &now = shownTime().window;
    const auto longer = now.length() - before.length();
    return listed->time == shownTime()
        || (listed->time.isRunning && shownTime().isRunning && now.end >= before.end
            && (now.start == before.start || std::chrono::abs(longer) < std::chrono::minutes{1}));
}

EventSelection EventsPage::selection() const
{
    return {shownTime().window, place().machine, place().line};
}

RejectionFilter EventsPage::rejectionFilter() const
{
    RejectionFilter filter;
    if (!place().machine.isEmpty())
        filter.machineId = place().machine.utf8();
    filter.reason = m_filter->reason();
    filter.from = shownTime().window.start;
    filter.to = shownTime().window.end;
    return filter;
}

void EventsPage::askEvents()
{
    if (isStill(m_listedEvents) && m_listedEvents->line == place().line)
        countNewerEvents(*m_listedEvents);
    else
        readEvents();
}

void EventsPage::readEvents()
{
    m_newerQuery.cancel();
    if (!shownTime().window.isValid())
        return;
    m_indexQuery.ask(
        queries(), [asked = selection()](EventReader &reader) { return readEventIndex(reader, asked); },
        [this, listed = wanted()](const Result<EventIndex> &answer, milliseconds took) mutable {
            if (m_filter->kind() != EventsFilter::Kind::Events || !accept(answer, took))
                return;
            listed.count = answer->rows();
            m_listedEvents = listed;
            showEvents(*answer);
        });
}

void EventsPage::showEvents(const EventIndex &index)
{
    m_events->setIndex(queries(), index);
    m_listedEvents->summary = summaryOf(index);
    showList(*m_events, *m_listedEvents, m_listedEvents->count);
    openPlacesEvent();
    if (index.rows() == 0 && place().event.isEmpty())
        showNoEvents(index);
}

/** Before when events of the listed window were removed; nothing: none were. */
std::optional<Instant> EventsPage::removedBefore(const EventIndex &index) const
{
    const std::optional<Instant> from = index.filter().from;
    return from && *from > m_listedEvents->time.window.start ? from : std::nullopt;
}

QString EventsPage::summaryOf(const EventIndex &index) const
{
    const QString rows = index.rows() > EventsTableModel::MostRows
        ? tr("%1 events, the newest %2 shown")
              .arg(formats().count(index.rows()), formats().count(EventsTableModel::MostRows))
        : tr("%1 event(s)", nullptr, static_cast<int>(index.rows())).arg(formats().count(index.rows()));
    const std::optional<Instant> removed = removedBefore(index);
    return removed ? tr("%1 · those before %2 were removed").arg(rows, formats().dateAndTime(*removed))
                   : rows;
}

void EventsPage::showNoEvents(const EventIndex &index)
{
    const QString span = formats().span(m_listedEvents->time.window);
    QString advice =
        tr("No machine reported anything from %1. Choose a longer window of time above.").arg(span);
    if (m_filter->isActive())
        advice = tr("Nothing of what the filter lets through happened from %1. Clear the filter, or choose a "
                    "longer window of time above.")
                     .arg(span);
    if (const std::optional<Instant> removed = removedBefore(index))
        advice = tr("Events before %1 were removed, as old ones are here; the other pages still have their "
                    "sums. Choose a later window of time above.")
                     .arg(formats().dateAndTime(*removed));
    showEmpty(tr("No events in this window"), advice);
}

void EventsPage::countNewerEvents(const Listed &listed)
{
    EventSelection asked = selection();
    asked.window.start = listed.time.window.start;
    m_newerQuery.ask(
        queries(), [asked](EventReader &reader) { return countEvents(reader, asked); },
        [this, listed](const Result<std::int64_t> &answer, milliseconds took) {
            if (!accept(answer, took))
                return;
            showList(*m_events, listed, *answer);
            openPlacesEvent();
        });
}

void EventsPage::openPlacesEvent()
{
    if (place().event.isEmpty() || place().event == m_opened)
        return;
    m_opened = place().event;
    m_events->openEvent(queries(), m_opened);
}

void EventsPage::askRejections()
{
    if (isStill(m_listedRejections) && m_listedRejections->reason == m_filter->reason())
        countNewerRejections(*m_listedRejections);
    else
        readRejections();
}

void EventsPage::readRejections()
{
    m_newerQuery.cancel();
    if (!shownTime().window.isValid())
        return;
    m_rejectionsQuery.ask(
        queries(),
        [asked = rejectionFilter()](EventReader &reader) {
            return linewatch::readRejections(reader, asked, RejectionsTableModel::PageRows);
        },
        [this, listed = wanted()](const Result<RejectionList> &answer, milliseconds took) mutable {
            if (m_filter->kind() != EventsFilter::Kind::Rejected || !accept(answer, took))
                return;
            listed.count = sumOf(answer->counts, listed.reason);
            m_listedRejections = listed;
            showRejections(*answer);
        });
}

void EventsPage::showRejections(const RejectionList &list)
{
    m_rejections->setPage(queries(), rejectionFilter(), list.page);
    m_filter->setCounts(list.counts);
    m_listedRejections->summary = tr("%1 rejected").arg(formats().count(m_listedRejections->count));
    showList(*m_rejections, *m_listedRejections, m_listedRejections->count);
    if (!list.page.items.empty())
        return;
    const QString span = formats().span(m_listedRejections->time.window);
    showEmpty(
        tr("Nothing was rejected in this window"),
        m_filter->isActive()
            ? tr("Nothing of what the filter lets through was rejected from %1. Clear the filter, or "
                 "choose a longer window of time above.")
                  .arg(span)
            : tr("Every event that was received from %1 was taken. Choose a longer window of time above to "
                 "look further back.")
                  .arg(span));
}

void EventsPage::countNewerRejections(const Listed &listed)
{
    RejectionFilter asked = rejectionFilter();
    asked.from = listed.time.window.start;
    m_newerQuery.ask(
        queries(),
        [asked](EventReader &reader) -> Result<std::int64_t> {
            const Result<std::vector<RejectionCount>> counts = reader.rejectionCounts(asked);
            return counts ? Result<std::int64_t>(sumOf(*counts, asked.reason)) : counts.failure();
        },
        [this, listed](const Result<std::int64_t> &answer, milliseconds took) {
            if (!accept(answer, took))
                return;
            showList(*m_rejections, listed, *answer);
        });
}

/** @p count is how many there are now. */
void EventsPage::showList(QWidget &list, const Listed &listed, std::int64_t count)
{
    m_lists->setCurrentWidget(&list);
    m_filter->setSummary(listed.summary);
    m_filter->setNewer(std::max<std::int64_t>(0, count - listed.count));
    if (std::exchange(m_hadFocus, false))
        (&list == m_events ? m_events->table() : m_rejections->table()).setFocus();
}

} // namespace linewatch::ui
