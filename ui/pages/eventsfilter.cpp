// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/eventsfilter.h"

#include "ui/models/rejecttext.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/choicebutton.h"
#include "ui/widgets/namefield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/wraplayout.h"

#include <QLabel>
#include <QPushButton>

namespace linewatch::ui {

namespace {

enum Kind { Events, Rejected };

} // namespace

EventsFilter::EventsFilter(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_formats(formats)
    , m_kinds(new SegmentedControl(themes, this))
    , m_machine(new NameField(tr("Every machine"), tr("Only events of this machine"), this))
    , m_line(new NameField(tr("Every line"), tr("Only events of this line"), this))
    , m_defects(new ChoiceButton(tr("Defects shown"), this))
    , m_reasons(new ChoiceButton(tr("Reasons shown"), this))
    , m_sender(new NameField(tr("Every sender"), tr("Only what this sender sent"), this))
    , m_clear(makeButton(tr("Clear the filter")))
    , m_newer(makeButton({}))
    , m_summary(new QLabel(this))
{
    m_kinds->addSegment(Events, tr("Events"), tr("Events that were taken"));
    m_kinds->addSegment(Rejected, tr("Rejected"), tr("Events that were rejected"));
    m_defects->setChoices({{int(EventDefects::Any), tr("Any defects"), {}},
                           {int(EventDefects::Some), tr("With defects"), {}},
                           {int(EventDefects::Unknown), tr("Defects unknown"), {}}});
    m_newer->setProperty("active", true);
    m_newer->hide();
    setFontRole(*m_summary, "small");
    m_summary->setProperty("tone", QStringLiteral("muted"));
    m_summary->setTextFormat(Qt::PlainText);
    arrange();
    connectAll();
    setPlace(Place::events());
}

void EventsFilter::arrange()
{
    auto *layout = new WrapLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_kinds), static_cast<QWidget *>(m_machine), static_cast<QWidget *>(m_line),
          static_cast<QWidget *>(m_defects), static_cast<QWidget *>(m_reasons),
          static_cast<QWidget *>(m_sender), static_cast<QWidget *>(m_clear), static_cast<QWidget *>(m_newer),
          static_cast<QWidget *>(m_summary)})
        layout->addWidget(widget);
}

void EventsFilter::connectAll()
{
    connect(m_kinds, &SegmentedControl::chosen, this, [this](int kind) {
        want([kind](Place &place) {
            place.isRejected = kind == Rejected;
            place.event = {};
        });
    });
    connect(m_machine, &NameField::named, this, [this](const QString &name) {
        want([&name](Place &place) { place.machine = MachineId(name); });
    });
    connect(m_line, &NameField::named, this,
            [this](const QString &name) { want([&name](Place &place) { place.line = LineId(name); }); });
    connect(m_sender, &NameField::named, this, [this](const QString &name) {
        want([&name](Place &place) { place.sender = name.toStdString(); });
    });
    connect(m_defects, &ChoiceButton::chosen, this, [this](int defects) {
        want([defects](Place &place) { place.defects = static_cast<EventDefects>(defects); });
    });
    connect(m_reasons, &ChoiceButton::chosen, this, [this](int reason) {
        want([reason](Place &place) { place.reason = static_cast<RejectReason>(reason); });
    });
    connect(m_clear, &QPushButton::clicked, this, &EventsFilter::clear);
    connect(m_newer, &QPushButton::clicked, this, &EventsFilter::newerWanted);
}

QPushButton *EventsFilter::makeButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setProperty("kind", QStringLiteral("small"));
    setFontRole(*button, "small");
    return button;
}

/** Says the place that @p change makes of this one, when it is another. */
template <class Change>
void EventsFilter::want(Change change)
{
    Place next = m_place;
    change(next);
    if (next == m_place)
        return;
    setPlace(next);
    emit placeWanted(next);
}

void EventsFilter::setPlace(const Place &place)
{
    m_place = place;
    m_kinds->choose(place.isRejected ? Rejected : Events);
    m_machine->setName(place.machine.toString());
    m_line->setName(place.line.toString());
    m_sender->setName(QString::fromStdString(place.sender));
    m_defects->choose(int(place.defects));
    offerReasons();
    m_line->setVisible(!place.isRejected);
    m_defects->setVisible(!place.isRejected);
    m_reasons->setVisible(place.isRejected);
    m_sender->setVisible(place.isRejected);
    m_newer->hide();
    m_clear->setVisible(isActive());
}

void EventsFilter::setNames(const QStringList &machines, const QStringList &lines)
{
    m_machine->setNames(machines);
    m_line->setNames(lines);
}

void EventsFilter::setRejections(const std::vector<RejectionCount> &counts,
                                 const std::vector<RejectionSender> &senders)
{
    m_counts = counts;
    QStringList names;
    for (const RejectionSender &sender : senders)
        names << QString::fromStdString(sender.sender);
    m_sender->setNames(names);
    offerReasons();
}

void EventsFilter::offerReasons()
{
    std::int64_t all = 0;
    for (const RejectionCount &count : m_counts)
        all += count.events;
    std::vector<ChoiceButton::Choice> choices{
        {int(RejectReason::None), tr("Every reason"), m_formats.count(all)}};
    for (const RejectionCount &count : m_counts)
        choices.push_back({int(count.reason), rejectWords(count.reason), m_formats.count(count.events)});
    m_reasons->setChoices(choices);
    m_reasons->choose(int(m_place.reason), rejectWords(m_place.reason));
}

void EventsFilter::setSummary(const QString &summary)
{
    m_summary->setText(summary);
}

void EventsFilter::setNewer(std::int64_t count)
{
    const int shown = static_cast<int>(std::min<std::int64_t>(count, std::numeric_limits<int>::max()));
    m_newer->setText(tr("%n newer: show them", nullptr, shown));
    m_newer->setVisible(count > 0);
}

bool EventsFilter::isActive() const
{
    if (!m_place.machine.isEmpty())
        return true;
    return m_place.isRejected ? m_place.reason != RejectReason::None || !m_place.sender.empty()
                              : !m_place.line.isEmpty() || m_place.defects != EventDefects::Any;
}

void EventsFilter::clear()
{
    m_machine->setFocus();
    want([](Place &place) {
        Place cleared = Place::events();
        cleared.isRejected = place.isRejected;
        cleared.event = place.event;
        cleared.window = place.window;
        place = cleared;
    });
}

} // namespace linewatch::ui
