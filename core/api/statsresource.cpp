// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/statsresource.h"

#include "analytics/coverage.h"
#include "analytics/defectlines.h"
#include "analytics/machinehealth.h"
#include "api/answers.h"
#include "api/parameters.h"
#include "model/validate.h"

namespace linewatch::api {

namespace {

struct MachineQuestion {
    MachineId machineId;
    TimeWindow window;
};

struct LinesQuestion {
    TimeWindow window;
    int limit = 0;
    FactoryId factoryId;
};

constexpr int defaultLines = 10;
constexpr int maxLines = 100;
constexpr std::chrono::hours defaultWindow{24};
/** What bounds were moved to where the events that lie there were removed, as ISO 8601 has it. */
constexpr char wholeHours[] = "PT1H";

Result<MachineQuestion> readMachineQuestion(const http::Request &request)
{
    const Result<Parameters> parameters = Parameters::of(request.query);
    if (!parameters)
        return parameters.failure();
    const Result<std::optional<std::string>> machineId = parameters->id("machineId", limits::NameLength);
    if (!machineId)
        return machineId.failure();
    if (!*machineId)
        return badParameter("machineId", QStringLiteral("is missing"));
    const Result<TimeWindow> window = parameters->window("start", "end");
    if (!window)
        return window.failure();
    return MachineQuestion{MachineId(**machineId), *window};
}

/** The bounds under the names that were used: from and to, or start and end. */
Result<TimeWindow> readLinesWindow(const Parameters &parameters, Instant now)
{
    const bool from = parameters.has("from");
    const bool to = parameters.has("to");
    const bool start = parameters.has("start");
    const bool end = parameters.has("end");
    if (from && start)
        return badParameter("start", QStringLiteral("is another name for 'from'; give one of them"));
    if (to && end)
        return badParameter("end", QStringLiteral("is another name for 'to'; give one of them"));
    if (!from && !to && !start && !end)
        return TimeWindow{now - defaultWindow, now};
    // A bound that is missing is named in the words of the one that is there.
    return parameters.window(start || (end && !from) ? "start" : "from",
                             end || (start && !to) ? "end" : "to");
}

Result<LinesQuestion> readLinesQuestion(const http::Request &request, Instant now)
{
    const Result<Parameters> parameters = Parameters::of(request.query);
    if (!parameters)
        return parameters.failure();
    const Result<TimeWindow> window = readLinesWindow(*parameters, now);
    if (!window)
        return window.failure();
    const Result<int> limit = parameters->limit(1, maxLines, defaultLines);
    if (!limit)
        return limit.failure();
    const Result<std::optional<std::string>> factoryId = parameters->id("factoryId", limits::NameLength);
    if (!factoryId)
        return factoryId.failure();
    return LinesQuestion{*window, *limit, FactoryId(factoryId->value_or(std::string()))};
}

http::Response machineAnswer(const MachineQuestion &question, const MachineHealth &health, bool isWidened)
{
    JsonWriter json;
    json.beginObject();
    json.member("machineId", question.machineId);
    json.member("start", question.window.start);
    json.member("end", question.window.end);
    json.member("eventsCount", health.totals.events);
    json.member("defectsCount", health.totals.defects);
    json.member("avgDefectRate", health.defectRate);
    json.member("status", wireName(health.health));
    json.member("unknownDefectEvents", health.totals.unknownEvents);
    json.member("runTimeMs", health.totals.runTimeMs);
    json.member("availability", health.availability);
    json.member("lastEventTime", health.lastEventTime);
    if (isWidened)
        json.member("resolution", std::string_view(wholeHours));
    json.endObject();
    return jsonAnswer(json);
}

http::Response linesAnswer(const std::vector<DefectLine> &lines, bool isWidened)
{
    JsonWriter json;
    json.beginArray();
    for (const DefectLine &line : lines) {
        json.beginObject();
        json.member("lineId", line.lineId);
        json.member("totalDefects", line.defects);
        json.member("eventCount", line.events);
        json.member("defectsPercent", line.percent);
        json.endObject();
    }
    json.endArray();
    http::Response response = jsonAnswer(json);
    if (isWidened)
        response.headers.append(QByteArrayLiteral("Linewatch-Resolution"), wholeHours);
    return response;
}

} // namespace

void StatsResource::machine(const http::Request &request, http::Responder respond) const
{
    const Result<MachineQuestion> question = readMachineQuestion(request);
    if (!question) {
        respond(failureAnswer(question.failure()));
        return;
    }
    const double threshold = m_services.rules.healthThreshold;
    answerFromStore(m_services.readers, std::move(respond),
                    [question = *question, threshold](EventReader &reader) -> Result<http::Response> {
                        const Result<Coverage> coverage = coverageOf(reader, question.window);
                        if (!coverage)
                            return coverage.failure();
                        const Result<MachineHealth> health =
                            machineHealth(reader, question.machineId, coverage->window, threshold);
                        if (!health)
                            return health.failure();
                        return machineAnswer(question, *health, coverage->isWidened);
                    });
}

void StatsResource::topDefectLines(const http::Request &request, http::Responder respond) const
{
    const Result<LinesQuestion> question = readLinesQuestion(request, m_services.clock.now());
    if (!question) {
        respond(failureAnswer(question.failure()));
        return;
    }
    answerFromStore(m_services.readers, std::move(respond),
                    [question = *question](EventReader &reader) -> Result<http::Response> {
                        const auto limit = static_cast<std::size_t>(question.limit);
                        const Result<Coverage> coverage = coverageOf(reader, question.window);
                        if (!coverage)
                            return coverage.failure();
                        const Result<std::vector<DefectLine>> lines =
                            linewatch::topDefectLines(reader, coverage->window, limit, question.factoryId);
                        if (!lines)
                            return lines.failure();
                        return linesAnswer(*lines, coverage->isWidened);
                    });
}

} // namespace linewatch::api
