// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/eventsview.h"

#include "ui/models/tabbedtext.h"
#include "ui/pages/eventdetails.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/card.h"
#include "ui/widgets/detailssplitter.h"
#include "ui/widgets/longtable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace linewatch::ui {

EventsView::EventsView(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_formats(formats)
    , m_model(new EventsTableModel(formats, this))
    , m_table(new LongTable(themes, this))
    , m_details(new EventDetails(themes, formats, this))
    , m_note(new QLabel(this))
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Events, the newest first"));
    setFontRole(*m_note, "small");
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(new DetailsSplitter(themes, m_table, new Card(themes, tr("Details"), m_details), this),
                      1);
    layout->addWidget(m_note);

    connect(m_table, &LongTable::rowsSeen, m_model, &EventsTableModel::showRows);
    connect(m_table, &LongTable::copyWanted, this, &EventsView::copy);
    const QItemSelectionModel *selection = m_table->selectionModel();
    connect(selection, &QItemSelectionModel::currentRowChanged, this, &EventsView::followCurrent);
    connect(selection, &QItemSelectionModel::selectionChanged, this, &EventsView::followCurrent);
    connect(m_model, &EventsTableModel::rowsRead, this, [this] {
        say({});
        followCurrent();
    });
    connect(m_model, &EventsTableModel::readFailed, this, [this](const QString &reason) {
        say(tr("Some rows could not be read: %1. It is tried again in a moment.").arg(reason));
    });
    connect(m_details, &EventDetails::placeChosen, this, &EventsView::placeChosen);
    connect(m_details, &EventDetails::closed, this, [this] {
        closeDetails();
        m_table->setFocus();
        emit detailsClosed();
    });
}

void EventsView::setIndex(StoreQueries *queries, EventIndex index)
{
    m_queries = queries;
    m_copied.cancel();
    say({});
    m_model->setIndex(queries, std::move(index));
    m_table->scrollToTop();
    if (!m_shown.isEmpty())
        openEvent(queries, m_shown);
}

void EventsView::refineIndex(EventIndex index)
{
    m_model->refineIndex(std::move(index));
}

void EventsView::closeDetails()
{
    m_history.cancel();
    m_shown = {};
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    m_details->showNothing();
}

/** Shows the event in the current row once that is read, if it is selected: it may only have the focus. */
void EventsView::followCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    const EventItem *item =
        m_table->selectionModel()->isSelected(current) ? m_model->item(current.row()) : nullptr;
    if (!item || item->event.eventId == m_shown)
        return;
    m_details->showItem(*item);
    openEvent(m_queries, item->event.eventId);
}

void EventsView::openEvent(StoreQueries *queries, const EventId &id)
{
    m_shown = id;
    m_history.ask(
        queries, [id](EventReader &reader) { return reader.event(id); },
        [this, id](const Result<std::optional<EventHistory>> &answer, std::chrono::milliseconds) {
            if (!answer) {
                m_shown = {};
                m_details->showFailure(answer.failure().shown);
            } else if (*answer) {
                m_details->showHistory(**answer);
            } else {
                m_details->showMissing(id);
            }
        });
}

void EventsView::copy(int first, int last)
{
    if (last - first >= MostCopied) {
        say(tr("Up to %1 rows can be copied at a time. The export writes more into a file.")
                .arg(m_formats.count(MostCopied)));
        return;
    }
    m_copied.ask(m_queries, m_model->questionFor(first, last - first + 1),
                 [this](const Result<EventStretch> &answer, std::chrono::milliseconds) {
                     if (answer)
                         copyRows(answer->items);
                     else
                         say(tr("The rows could not be copied: %1.").arg(answer.failure().shown));
                 });
}

void EventsView::copyRows(const std::vector<EventItem> &items)
{
    const QList<int> columns = m_table->shownColumns();
    QString text;
    for (const EventItem &item : items) {
        QStringList cells;
        for (const int column : columns)
            cells << m_model->text(item, column);
        text += tabbedRow(cells);
    }
    QGuiApplication::clipboard()->setText(text);
    say(tr("%n row(s) copied.", nullptr, static_cast<int>(items.size())));
}

void EventsView::say(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace linewatch::ui
