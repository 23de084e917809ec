// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/rejectionsresource.h"

#include "api/answers.h"
#include "api/cursors.h"
#include "api/parameters.h"
#include "model/validate.h"

namespace linewatch::api {

namespace {

constexpr int defaultPage = 100;
constexpr int maxPage = 1000;

struct Question {
    RejectionFilter filter;
    int limit = 0;
};

Result<RejectReason> readReason(const Parameters &parameters)
{
    const std::optional<QByteArray> text = parameters.text("reason");
    if (!text)
        return RejectReason::None;
    const RejectReason reason = rejectReasonFromWire(text->toStdString());
    if (reason == RejectReason::None)
        return badParameter("reason", QStringLiteral("is no reason that events are rejected for"));
    return reason;
}

Result<RejectionFilter> readFilter(const Parameters &parameters)
{
    RejectionFilter filter;
    const Result<std::optional<std::string>> machineId = parameters.id("machineId", limits::NameLength);
    if (!machineId)
        return machineId.failure();
    filter.machineId = *machineId;
    const Result<RejectReason> reason = readReason(parameters);
    if (!reason)
        return reason.failure();
    filter.reason = *reason;
    const Result<std::optional<Instant>> from = parameters.instant("from");
    if (!from)
        return from.failure();
    filter.from = *from;
    const Result<std::optional<Instant>> to = parameters.instant("to");
    if (!to)
        return to.failure();
    filter.to = *to;
    if (filter.from && filter.to) {
        if (const Result<TimeWindow> window = checkedWindow({*filter.from, *filter.to}, "from", "to");
            !window)
            return window.failure();
    }
    return filter;
}

Result<Question> readQuestion(const http::Request &request)
{
    const Result<Parameters> parameters = Parameters::of(request.query);
    if (!parameters)
        return parameters.failure();
    Result<RejectionFilter> filter = readFilter(*parameters);
    if (!filter)
        return filter.failure();
    const Result<int> limit = parameters->limit(1, maxPage, defaultPage);
    if (!limit)
        return limit.failure();
    if (const std::optional<QByteArray> text = parameters->text("cursor")) {
        filter->before = rejectionCursorFrom(*text);
        if (!filter->before)
            return badParameter("cursor", QStringLiteral("is none that this server gave out"));
    }
    return Question{*filter, *limit};
}

http::Response answerOf(const RejectionPage &page)
{
    JsonWriter json;
    json.beginObject();
    json.key("items");
    json.beginArray();
    for (const RejectedEvent &rejected : page.items) {
        json.beginObject();
        json.member("receivedTime", rejected.receivedTime);
        json.member("reason", wireName(rejected.reason));
        json.member("sender", std::string_view(rejected.sender));
        json.member("raw", std::string_view(rejected.raw));
        json.endObject();
    }
    json.endArray();
    json.key("nextCursor");
    if (page.more) {
        const RejectedEvent &last = page.items.back();
        json.value(std::string_view(toText(WriterStamp{last.writer, last.receivedTime}).toStdString()));
    } else {
        json.nullValue();
    }
    json.endObject();
    return jsonAnswer(json);
}

} // namespace

void RejectionsResource::list(const http::Request &request, http::Responder respond) const
{
    const Result<Question> question = readQuestion(request);
    if (!question) {
        respond(failureAnswer(question.failure()));
        return;
    }
    answerFromStore(m_services.readers, std::move(respond),
                    [question = *question](EventReader &reader) -> Result<http::Response> {
                        const Result<RejectionPage> page = reader.rejections(question.filter, question.limit);
                        if (!page)
                            return page.failure();
                        return answerOf(*page);
                    });
}

} // namespace linewatch::api
