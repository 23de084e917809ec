// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/storequestions.h"

#include <algorithm>

namespace linewatch::test {

namespace {

using namespace std::chrono_literals;

constexpr int pagesRead = 3;
constexpr int pageItems = 700;

QString text(Instant instant)
{
    return QString::number(instant.time_since_epoch().count());
}

QString text(const Totals &totals)
{
    return QStringLiteral("%1 events, %2 ms, %3 defects, %4 unknown")
        .arg(totals.events)
        .arg(totals.runTimeMs)
        .arg(totals.defects)
        .arg(totals.unknownEvents);
}

QString text(const Source &source)
{
    return QStringLiteral("%1 %2 %3 %4 %5 %6")
        .arg(source.sourceId)
        .arg(source.machineId.toString(), source.line.toString(), source.statedLine.toString(),
             source.factoryId.toString(), text(source.lastReceived));
}

QString text(const SourceTotals &totals)
{
    return text(totals.source) + QStringLiteral(": ") + text(totals.totals);
}

QString text(const MinuteTotals &totals)
{
    return QStringLiteral("%1 %2: %3").arg(totals.sourceId).arg(text(totals.minute), text(totals.totals));
}

QString text(const StepTotals &totals)
{
    return QStringLiteral("%1 %2: %3").arg(totals.sourceId).arg(totals.step).arg(text(totals.totals));
}

QString text(const StoredEvent &event)
{
    return QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8 %9")
        .arg(event.eventId.toString(), event.payload.machineId.toString(), event.payload.lineId.toString(),
             event.payload.factoryId.toString(), text(event.payload.eventTime))
        .arg(event.payload.duration.count())
        .arg(event.payload.defectCount)
        .arg(text(event.receivedTime))
        .arg(event.version);
}

QString text(const EventItem &item)
{
    return text(item.event) + QLatin1Char(' ') + item.line.toString();
}

QString text(const WriterStamp &stamp)
{
    return QStringLiteral("%1 at %2").arg(stamp.writer).arg(text(stamp.stamp));
}

QString text(const RejectedEvent &rejected)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(text(rejected.receivedTime), QString::fromStdString(rejected.machineId),
             QString::fromStdString(rejected.sender), QString::fromStdString(rejected.raw));
}

template <class T>
AnswerText textOf(const Result<std::vector<T>> &answer)
{
    if (!answer)
        return answer.failure();
    QStringList lines;
    for (const T &part : *answer)
        lines += text(part);
    lines.sort();
    return lines;
}

AnswerText textOf(const Result<Instant> &answer)
{
    return answer ? AnswerText(QStringList{text(*answer)}) : answer.failure();
}

AnswerText textOf(const Result<std::optional<Instant>> &answer)
{
    if (!answer)
        return answer.failure();
    return QStringList{*answer ? text(**answer) : QStringLiteral("none")};
}

/** Of the source that has the lowest number. */
AnswerText lastEventTime(EventReader &reader, std::optional<TimeWindow> window)
{
    return textOf(reader.lastEventTime(1, window));
}

AnswerText lastEventTimes(EventReader &reader, std::optional<TimeWindow> window)
{
    const auto times = reader.lastEventTimes(window);
    if (!times)
        return times.failure();
    QStringList lines;
    for (const auto &[sourceId, time] : *times)
        lines += QStringLiteral("%1 %2").arg(sourceId).arg(text(time));
    lines.sort();
    return lines;
}

AnswerText eventPages(EventReader &reader, const EventFilter &filter)
{
    QStringList lines;
    std::optional<EventCursor> cursor;
    for (int i = 0; i < pagesRead && (i == 0 || cursor); ++i) {
        const Result<EventPage> page = reader.events(filter, pageItems, cursor);
        if (!page)
            return page.failure();
        for (const EventItem &item : page->items)
            lines += text(item);
        lines += page->next ? QStringLiteral("more") : QStringLiteral("no more");
        cursor = page->next;
    }
    return lines;
}

AnswerText history(EventReader &reader, const EventId &id)
{
    const Result<std::optional<EventHistory>> history = reader.event(id);
    if (!history)
        return history.failure();
    if (!*history)
        return QStringList{QStringLiteral("none")};
    QStringList lines{text((*history)->current)};
    for (const RevisionItem &revision : (*history)->revisions)
        lines += text(revision.item) + text(revision.supersededAt);
    return lines;
}

AnswerText rejections(EventReader &reader)
{
    const Result<RejectionPage> page = reader.rejections({}, pageItems);
    if (!page)
        return page.failure();
    QStringList lines;
    for (const RejectedEvent &rejected : page->items)
        lines += text(rejected);
    lines += page->more ? QStringLiteral("more") : QStringLiteral("no more");
    return lines;
}

} // namespace

std::vector<ReaderQuestion> readerQuestions(const AskedAbout &about)
{
    const TimeWindow window = about.window;
    const WindowPlan plan = planWindow(window);
    const TimeWindow minutes{bucketStart(window.start, BucketWidth::Minute),
                             bucketStart(window.end, BucketWidth::Minute)};
    const StepPlan steps{{BucketWidth::Minute, minutes}, minutes.start, 600s, false};
    StepPlan stepsBySource = steps;
    stepsBySource.bySource = true;
    const EventFilter ofMachine{about.machineId, {}, {}, {}};
    const EventFilter ofWindow{{}, {}, window.start, window.end};
    return {
        {"horizon", [](EventReader &reader) { return textOf(reader.horizon()); }},
        {"totals", [=](EventReader &reader) { return textOf(reader.totals({}, plan)); }},
        {"totals of a machine",
         [=](EventReader &reader) {
             return textOf(reader.totals({about.machineId, {}}, plan));
         }},
        {"totals of a factory",
         [=](EventReader &reader) {
             return textOf(reader.totals({{}, about.factoryId}, plan));
         }},
        {"totals of lines", [=](EventReader &reader) { return textOf(reader.lineTotals({}, plan)); }},
        {"totals of minutes", [=](EventReader &reader) { return textOf(reader.minuteTotals(minutes)); }},
        {"totals of steps", [=](EventReader &reader) { return textOf(reader.stepTotals(steps)); }},
        {"totals of steps by source",
         [=](EventReader &reader) { return textOf(reader.stepTotals(stepsBySource)); }},
        {"sources", [](EventReader &reader) { return textOf(reader.sources()); }},
        {"last time of a source", [](EventReader &reader) { return lastEventTime(reader, std::nullopt); }},
        {"last time of a source in a window",
         [=](EventReader &reader) { return lastEventTime(reader, window); }},
        {"last times", [](EventReader &reader) { return lastEventTimes(reader, std::nullopt); }},
        {"last times in a window", [=](EventReader &reader) { return lastEventTimes(reader, window); }},
        {"committed stamp", [](EventReader &reader) { return textOf(reader.committedStamp()); }},
        {"stamps", [](EventReader &reader) { return textOf(reader.stamps()); }},
        {"changed minutes",
         [=](EventReader &reader) { return textOf(reader.changedMinutes({}, window.start)); }},
        {"events", [](EventReader &reader) { return eventPages(reader, {}); }},
        {"events of a machine", [=](EventReader &reader) { return eventPages(reader, ofMachine); }},
        {"events of a window", [=](EventReader &reader) { return eventPages(reader, ofWindow); }},
        {"an event", [=](EventReader &reader) { return history(reader, about.eventId); }},
        {"rejections", rejections},
    };
}

AnswerText lookedUp(EventStore &store, std::span<const EventId> ids, std::size_t atOnce)
{
    const StoreTransaction transaction(store);
    if (!transaction.begun())
        return transaction.begun().failure();
    QStringList lines;
    for (; !ids.empty(); ids = ids.subspan(std::min(atOnce, ids.size()))) {
        const Result<std::vector<StoredEvent>> found = store.lookUp(ids.first(std::min(atOnce, ids.size())));
        if (!found)
            return found.failure();
        for (const StoredEvent &event : *found)
            lines += text(event);
    }
    lines.sort();
    return lines;
}

AnswerText removed(EventStore &store, Instant horizon, int rows)
{
    if (Result<void> raised = store.raiseHorizon(horizon); !raised)
        return raised.failure();
    const Result<Removal> removal = store.removeSome(rows);
    if (!removal)
        return removal.failure();
    return QStringList{QStringLiteral("%1 events, %2 minutes, %3")
                           .arg(removal->events)
                           .arg(removal->buckets)
                           .arg(removal->more ? QStringLiteral("more") : QStringLiteral("no more"))};
}

} // namespace linewatch::test
