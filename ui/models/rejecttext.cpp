// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rejecttext.h"

#include <QCoreApplication>

namespace linewatch::ui {

namespace {

struct Words {
    const char *what = "";
    const char *advice = "";
};

/** By the contract's table of members (docs/api.md, POST /events/batch). */
Words wordsOf(RejectReason reason)
{
    switch (reason) {
    case RejectReason::None:
        break;
    case RejectReason::MalformedEvent:
        return {
            QT_TRANSLATE_NOOP("RejectText", "Not an event"),
            QT_TRANSLATE_NOOP("RejectText",
                              "The element is no JSON object. The sender must send each event as an object "
                              "with the members eventId, machineId, eventTime, durationMs and defectCount.")};
    case RejectReason::MissingEventId:
        return {
            QT_TRANSLATE_NOOP("RejectText", "Event id missing"),
            QT_TRANSLATE_NOOP("RejectText",
                              "The sender must give each event an eventId, and the same one when it sends "
                              "the event again.")};
    case RejectReason::InvalidEventId:
        return {QT_TRANSLATE_NOOP("RejectText", "Event id not valid"),
                QT_TRANSLATE_NOOP("RejectText",
                                  "An eventId is a text of 1 to 128 characters without control characters. "
                                  "Check how the sender makes it.")};
    case RejectReason::MissingMachineId:
        return {QT_TRANSLATE_NOOP("RejectText", "Machine missing"),
                QT_TRANSLATE_NOOP("RejectText",
                                  "The sender must say in machineId which machine the event is of. Enter the "
                                  "machine's name in the settings of the gateway or the controller.")};
    case RejectReason::InvalidMachineId:
        return {QT_TRANSLATE_NOOP("RejectText", "Machine not valid"),
                QT_TRANSLATE_NOOP("RejectText",
                                  "A machineId is a text of 1 to 64 characters without control characters. "
                                  "Correct the machine's name at the sender.")};
    case RejectReason::MissingEventTime:
        return {QT_TRANSLATE_NOOP("RejectText", "Time missing"),
                QT_TRANSLATE_NOOP("RejectText", "The sender must say in eventTime when the event happened.")};
    case RejectReason::InvalidEventTime:
        return {QT_TRANSLATE_NOOP("RejectText", "Time not valid"),
                QT_TRANSLATE_NOOP("RejectText",
                                  "An eventTime is a date, a time of day and an offset from UTC, such as "
                                  "2026-01-15T06:00:00Z. Correct how the sender writes it.")};
    case RejectReason::EventInFuture:
        return {
            QT_TRANSLATE_NOOP("RejectText", "Time in the future"),
            QT_TRANSLATE_NOOP("RejectText",
                              "The event's time is more than 15 minutes ahead of this server. Set the clock "
                              "and the time zone of the machine or of the gateway, then send it again.")};
    case RejectReason::MissingDuration:
        return {QT_TRANSLATE_NOOP("RejectText", "Duration missing"),
                QT_TRANSLATE_NOOP("RejectText",
                                  "The sender must say in durationMs how many milliseconds the cycle took.")};
    case RejectReason::InvalidDuration:
        return {QT_TRANSLATE_NOOP("RejectText", "Duration not valid"),
                QT_TRANSLATE_NOOP(
                    "RejectText",
                    "A durationMs is a whole number of milliseconds from 0 to 21,600,000, which "
                    "are 6 hours. Look for a wrong unit or a counter that ran over at the sender.")};
    case RejectReason::MissingDefectCount:
        return {
            QT_TRANSLATE_NOOP("RejectText", "Defects missing"),
            QT_TRANSLATE_NOOP("RejectText",
                              "The sender must say in defectCount how many defects there were, or -1 where "
                              "it does not know.")};
    case RejectReason::InvalidDefectCount:
        return {QT_TRANSLATE_NOOP("RejectText", "Defects not valid"),
                QT_TRANSLATE_NOOP("RejectText",
                                  "A defectCount is a whole number from 0 on, or -1 where it is not known. "
                                  "Correct what the sender counts.")};
    case RejectReason::InvalidLineId:
        return {
            QT_TRANSLATE_NOOP("RejectText", "Line not valid"),
            QT_TRANSLATE_NOOP("RejectText",
                              "A lineId is a text of 1 to 64 characters without control characters, or left "
                              "out. Correct the line's name at the sender.")};
    case RejectReason::InvalidFactoryId:
        return {
            QT_TRANSLATE_NOOP("RejectText", "Factory not valid"),
            QT_TRANSLATE_NOOP("RejectText",
                              "A factoryId is a text of 1 to 64 characters without control characters, or "
                              "left out. Correct the factory's name at the sender.")};
    case RejectReason::InvalidReceivedTime:
        return {QT_TRANSLATE_NOOP("RejectText", "Receipt not valid"),
                QT_TRANSLATE_NOOP("RejectText",
                                  "A receivedTime is written like an eventTime, or left out. Correct how the "
                                  "gateway writes it.")};
    case RejectReason::EventTooOld:
        return {QT_TRANSLATE_NOOP("RejectText", "Too old"),
                QT_TRANSLATE_NOOP("RejectText",
                                  "The event is older than events are kept here; sending it again does not "
                                  "help. Check the sender's clock, and for how long it was cut off.")};
    case RejectReason::ConcurrencyFailure:
        return {
            QT_TRANSLATE_NOOP("RejectText", "Changed by another node meanwhile"),
            QT_TRANSLATE_NOOP("RejectText", "Nothing is wrong with the event. Sending it again is right.")};
    }
    return {};
}

QString translated(const char *text)
{
    return *text == '\0' ? QString() : QCoreApplication::translate("RejectText", text);
}

} // namespace

QString rejectWords(RejectReason reason)
{
    return translated(wordsOf(reason).what);
}

QString rejectAdvice(RejectReason reason)
{
    return translated(wordsOf(reason).advice);
}

} // namespace linewatch::ui
