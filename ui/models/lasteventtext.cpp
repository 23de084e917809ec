// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lasteventtext.h"

#include "ui/models/explanationcalculation.h"

#include <QCoreApplication>

namespace linewatch::ui::lasteventtext {

namespace {

struct LastEventTexts {
    Q_DECLARE_TR_FUNCTIONS(LastEventText)
};

/** A sender said that it received the event before this server did. */
bool isClaimed(const StoredEvent &event)
{
    return event.receivedTime < event.recordedTime;
}

void addEvent(std::vector<ExplanationText::Number> &list, const StoredEvent &event, const Formats &formats)
{
    list.push_back({LastEventTexts::tr("Event"), event.eventId.toString()});
    if (isClaimed(event))
        list.push_back({LastEventTexts::tr("Received by the clock of its sender"),
                        exactTime(event.receivedTime, true, formats)});
    list.push_back({LastEventTexts::tr("Received by the clock of the server"),
                    exactTime(event.recordedTime, true, formats)});
    if (event.version > 1)
        list.push_back({LastEventTexts::tr("Corrections"), formats.count(event.version - 1)});
}

} // namespace

QString shown(const LastEventFacts &facts, const Formats &formats)
{
    return QStringLiteral("%1 %2").arg(formats.date(facts.eventTime),
                                       formats.timeWithSeconds(facts.eventTime));
}

QString calculation(const LastEventFacts &facts, const Formats &formats)
{
    return LastEventTexts::tr("newest time in an event = %1, shown as %2")
        .arg(exactTime(facts.eventTime, true, formats), shown(facts, formats));
}

std::vector<ExplanationText::Number> numbers(const LastEventFacts &facts, const Formats &formats)
{
    std::vector<ExplanationText::Number> list;
    list.push_back(
        {LastEventTexts::tr("Time by the clock of the machine"), exactTime(facts.eventTime, true, formats)});
    if (facts.event)
        addEvent(list, *facts.event, formats);
    if (facts.newestReceipt)
        list.push_back({LastEventTexts::tr("Newest receipt of any of its events"),
                        exactTime(*facts.newestReceipt, true, formats)});
    return list;
}

QStringList leftOut(const LastEventFacts &facts)
{
    QStringList sentences;
    if (facts.wasRead && !facts.event)
        sentences << LastEventTexts::tr("The event has another time or another machine by now: it was "
                                        "corrected since this was shown.");
    sentences << LastEventTexts::tr(
        "Of several clocks none is known to be right: what came late has an older "
        "time than what was received before it.");
    sentences << LastEventTexts::tr("Rejected events are not looked at.");
    return sentences;
}

Place events(const MachineId &machine, const LastEventFacts &facts)
{
    if (facts.event)
        return Place::ofEvent(facts.event->eventId);
    constexpr std::chrono::minutes one{1};
    Place place = Place::eventsOfMachine(machine);
    const Instant minute = std::chrono::floor<std::chrono::minutes>(facts.eventTime);
    place.window = TimeWindow{minute, minute + one};
    return place;
}

} // namespace linewatch::ui::lasteventtext
