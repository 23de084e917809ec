// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/machinesresource.h"

#include "analytics/directory.h"
#include "api/answers.h"
#include "api/parameters.h"

namespace linewatch::api {

namespace {

http::Response machinesAnswer(const std::vector<MachineEntry> &machines)
{
    JsonWriter json;
    json.beginObject();
    json.key("items");
    json.beginArray();
    for (const MachineEntry &machine : machines) {
        json.beginObject();
        json.member("machineId", machine.machineId);
        json.key("name");
        if (machine.name.empty())
            json.nullValue();
        else
            json.value(machine.name);
        json.member("line", machine.line);
        json.member("factoryId",
                    machine.factoryId.isEmpty() ? std::nullopt : std::optional(machine.factoryId));
        json.member("lastEventTime", machine.lastEventTime);
        json.member("lastReceivedTime", machine.lastReceivedTime);
        json.member("state", wireName(machine.state));
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return jsonAnswer(json);
}

http::Response linesAnswer(const std::vector<LineEntry> &lines)
{
    JsonWriter json;
    json.beginObject();
    json.key("items");
    json.beginArray();
    for (const LineEntry &line : lines) {
        json.beginObject();
        json.member("lineId", line.lineId);
        json.member("machines", line.machines);
        json.member("lastEventTime", line.lastEventTime);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return jsonAnswer(json);
}

} // namespace

void MachinesResource::machines(const http::Request &request, http::Responder respond) const
{
    if (const Result<Parameters> none = Parameters::of(request.query); !none) {
        respond(failureAnswer(none.failure()));
        return;
    }
    answerFromStore(m_services.readers, std::move(respond),
                    [now = m_services.clock.now(),
                     rules = m_services.rules](EventReader &reader) -> Result<http::Response> {
                        const Result<std::vector<MachineEntry>> machines = listMachines(reader, now, rules);
                        if (!machines)
                            return machines.failure();
                        return machinesAnswer(*machines);
                    });
}

void MachinesResource::lines(const http::Request &request, http::Responder respond) const
{
    if (const Result<Parameters> none = Parameters::of(request.query); !none) {
        respond(failureAnswer(none.failure()));
        return;
    }
    answerFromStore(m_services.readers, std::move(respond),
                    [](EventReader &reader) -> Result<http::Response> {
                        const Result<std::vector<LineEntry>> lines = listLines(reader);
                        if (!lines)
                            return lines.failure();
                        return linesAnswer(*lines);
                    });
}

} // namespace linewatch::api
