// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/eventsresource.h"

#include "api/answers.h"
#include "api/cursors.h"
#include "api/parameters.h"
#include "http/problem.h"
#include "model/validate.h"

namespace linewatch::api {

namespace {

constexpr int defaultPage = 100;
constexpr int maxPage = 1000;

struct ListQuestion {
    EventFilter filter;
    int limit = 0;
    std::optional<EventCursor> cursor;
};

Result<EventFilter> readFilter(const Parameters &parameters)
{
    const Result<std::optional<std::string>> machineId = parameters.id("machineId", limits::NameLength);
    if (!machineId)
        return machineId.failure();
    const Result<std::optional<std::string>> lineId = parameters.id("lineId", limits::NameLength);
    if (!lineId)
        return lineId.failure();
    const Result<std::optional<Instant>> from = parameters.instant("from");
    if (!from)
        return from.failure();
    const Result<std::optional<Instant>> to = parameters.instant("to");
    if (!to)
        return to.failure();
    if (*from && *to) {
        if (const Result<TimeWindow> window = checkedWindow({**from, **to}, "from", "to"); !window)
            return window.failure();
    }
    return EventFilter{MachineId(machineId->value_or(std::string())), LineId(lineId->value_or(std::string())),
                       *from, *to};
}

Result<ListQuestion> readQuestion(const http::Request &request)
{
    const Result<Parameters> parameters = Parameters::of(request.query);
    if (!parameters)
        return parameters.failure();
    const Result<EventFilter> filter = readFilter(*parameters);
    if (!filter)
        return filter.failure();
    const Result<int> limit = parameters->limit(1, maxPage, defaultPage);
    if (!limit)
        return limit.failure();
    ListQuestion question{*filter, *limit, std::nullopt};
    if (const std::optional<QByteArray> text = parameters->text("cursor")) {
        question.cursor = eventCursorFrom(*text);
        if (!question.cursor)
            return badParameter("cursor", QStringLiteral("is none that this server gave out"));
    }
    return question;
}

void writeEventMembers(JsonWriter &json, const EventItem &item)
{
    const EventPayload &payload = item.event.payload;
    json.member("eventId", item.event.eventId);
    json.member("machineId", payload.machineId);
    json.member("eventTime", payload.eventTime);
    json.member("durationMs", std::int64_t{payload.duration.count()});
    json.member("defectCount", payload.defectCount);
    if (!payload.lineId.isEmpty())
        json.member("lineId", payload.lineId);
    if (!payload.factoryId.isEmpty())
        json.member("factoryId", payload.factoryId);
    json.member("receivedTime", item.event.receivedTime);
    json.member("version", item.event.version);
    json.member("line", item.line);
}

http::Response pageAnswer(const EventPage &page)
{
    JsonWriter json;
    json.beginObject();
    json.key("items");
    json.beginArray();
    for (const EventItem &item : page.items) {
        json.beginObject();
        writeEventMembers(json, item);
        json.endObject();
    }
    json.endArray();
    json.key("nextCursor");
    if (page.next)
        json.value(std::string_view(toText(*page.next).toStdString()));
    else
        json.nullValue();
    json.endObject();
    return jsonAnswer(json);
}

http::Response historyAnswer(const EventHistory &history)
{
    JsonWriter json;
    json.beginObject();
    writeEventMembers(json, history.current);
    json.key("revisions");
    json.beginArray();
    for (const RevisionItem &revision : history.revisions) {
        json.beginObject();
        writeEventMembers(json, revision.item);
        json.member("supersededAt", revision.supersededAt);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return jsonAnswer(json);
}

} // namespace

void EventsResource::list(const http::Request &request, http::Responder respond) const
{
    const Result<ListQuestion> question = readQuestion(request);
    if (!question) {
        respond(failureAnswer(question.failure()));
        return;
    }
    answerFromStore(m_services.readers, std::move(respond),
                    [question = *question](EventReader &reader) -> Result<http::Response> {
                        const Result<EventPage> page =
                            reader.events(question.filter, question.limit, question.cursor);
                        if (!page)
                            return page.failure();
                        return pageAnswer(*page);
                    });
}

void EventsResource::one(const QByteArray &eventId, http::Responder respond) const
{
    if (!isValidId({eventId.constData(), static_cast<std::size_t>(eventId.size())}, limits::EventIdLength)) {
        respond(badRequest(QStringLiteral("An eventId has 1 to %1 characters and no control characters.")
                               .arg(limits::EventIdLength)));
        return;
    }
    answerFromStore(m_services.readers, std::move(respond),
                    [id = EventId(eventId.toStdString())](EventReader &reader) -> Result<http::Response> {
                        const Result<std::optional<EventHistory>> history = reader.event(id);
                        if (!history)
                            return history.failure();
                        if (!*history) {
                            return http::toResponse(
                                {.status = 404, .detail = QStringLiteral("There is no event with this id.")});
                        }
                        return historyAnswer(**history);
                    });
}

} // namespace linewatch::api
