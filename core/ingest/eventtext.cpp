// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/eventtext.h"

#include "model/rfc3339.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace linewatch {

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void writeText(Writer &json, const char *name, const std::string &text)
{
    json.Key(name);
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void writeUnlessEmpty(Writer &json, const char *name, const std::string &text)
{
    if (!text.empty())
        writeText(json, name, text);
}

} // namespace

std::string textOf(const IncomingEvent &event)
{
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    writeText(json, "eventId", event.eventId.utf8());
    writeText(json, "machineId", event.payload.machineId.utf8());
    writeText(json, "eventTime", formatRfc3339(event.payload.eventTime));
    json.Key("durationMs");
    json.Int64(event.payload.duration.count());
    json.Key("defectCount");
    json.Int(event.payload.defectCount);
    writeUnlessEmpty(json, "lineId", event.payload.lineId.utf8());
    writeUnlessEmpty(json, "factoryId", event.payload.factoryId.utf8());
    if (event.claimedReceipt)
        writeText(json, "receivedTime", formatRfc3339(*event.claimedReceipt));
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

} // namespace linewatch
