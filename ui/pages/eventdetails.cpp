// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/eventdetails.h"

#include "ui/models/eventchanges.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/selectabletext.h"
#include "ui/widgets/wraplayout.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace linewatch::ui {

namespace {

QPushButton *makeLink(QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setProperty("kind", QStringLiteral("small"));
    return button;
}

/** A name as a button shows it: an ampersand is no shortcut. */
QString asLabel(const QString &name)
{
    return QString(name).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

EventDetails::EventDetails(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_changes(new EventChanges(formats, this))
    , m_title(makeSelectableText(this))
    , m_note(makeSelectableText(this))
    , m_close(makeLink(this))
    , m_machine(makeLink(this))
    , m_line(makeLink(this))
    , m_table(new QTableView(this))
{
    setFontRole(*m_title, "strong");
    setFontRole(*m_note, "small");
    m_title->setAccessibleName(tr("Event shown"));
    m_note->setProperty("tone", QStringLiteral("muted"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close the details of the event"));
    m_table->setModel(m_changes);
    m_table->setAccessibleName(tr("Fields of the event and what corrections changed"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setHighlightSections(false);

    auto *links = new WrapLayout(nullptr);
    links->setSpacing(8);
    links->addWidget(m_machine);
    links->addWidget(m_line);
    links->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addLayout(links);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 1);
    layout->addStretch(0); // takes the room where there is no table

    connect(m_machine, &QPushButton::clicked, this, [this] { emit placeChosen(m_machinePlace); });
    connect(m_line, &QPushButton::clicked, this, [this] { emit placeChosen(m_linePlace); });
    connect(m_close, &QPushButton::clicked, this, &EventDetails::closed);
    connect(&themes, &ThemeController::typeChanged, this, &EventDetails::fitColumns);
    showNothing();
}

void EventDetails::showItem(const EventItem &item)
{
    show({item, {}}, item.event.version > 1 ? tr("Reading what was corrected…") : QString());
}

void EventDetails::showHistory(const EventHistory &history)
{
    const int corrections = static_cast<int>(history.revisions.size());
    show(history,
         corrections == 0 ? tr("Never corrected.")
                          : tr("Corrected %n time(s). A dot and bold text mark what a correction changed.",
                               nullptr, corrections));
}

void EventDetails::show(const EventHistory &history, const QString &note)
{
    const EventItem &item = history.current;
    showText(item.event.eventId.toString(), note);
    const QString machine = item.event.payload.machineId.toString();
    m_machinePlace = Place::ofMachine(item.event.payload.machineId);
    m_linePlace = Place::ofLine(item.line);
    m_machine->setText(tr("Machine %1").arg(asLabel(machine)));
    m_machine->setAccessibleName(tr("Go to machine %1").arg(machine));
    m_line->setText(tr("Line %1").arg(asLabel(item.line.toString())));
    m_line->setAccessibleName(tr("Go to line %1").arg(item.line.toString()));
    m_changes->setHistory(history);
    for (QWidget *widget : {static_cast<QWidget *>(m_machine), static_cast<QWidget *>(m_line),
                            static_cast<QWidget *>(m_close), static_cast<QWidget *>(m_table)})
        widget->show();
    fitColumns();
}

void EventDetails::showMissing(const EventId &id)
{
    showText(tr("There is no event %1").arg(id.toString()),
             tr("Ids are compared letter by letter. It may be older than events are kept here, or it was "
                "rejected: look under Rejected."));
    m_close->show();
}

void EventDetails::showFailure(const QString &reason)
{
    showText(tr("The event could not be read"), tr("%1. Choose it again to try again.").arg(reason));
    m_close->show();
}

void EventDetails::showNothing()
{
    showText(tr("No event is chosen"), tr("Choose one in the list to see its fields and its corrections."));
}

/** Nothing but that. */
void EventDetails::showText(const QString &title, const QString &note)
{
    m_title->setText(title);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_changes->clear();
    for (QWidget *widget : {static_cast<QWidget *>(m_machine), static_cast<QWidget *>(m_line),
                            static_cast<QWidget *>(m_close), static_cast<QWidget *>(m_table)})
        widget->hide();
}

void EventDetails::fitColumns()
{
    constexpr int rowPadding = 9;
    m_table->verticalHeader()->setDefaultSectionSize(QFontMetrics(m_themes.type().body).height()
                                                     + m_themes.scaledInt(rowPadding));
    m_table->resizeColumnsToContents();
}

} // namespace linewatch::ui
