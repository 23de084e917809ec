// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/brokenelement.h"

#include "model/rfc3339.h"
#include "simulation/eventjson.h"

namespace linewatch::simulation {

namespace {

/** The members of an event as JSON text; nothing where the member is left out. */
struct Members {
    std::optional<std::string> eventId;
    std::optional<std::string> machineId;
    std::optional<std::string> eventTime;
    std::optional<std::string> durationMs;
    std::optional<std::string> defectCount;
    std::optional<std::string> lineId;
    std::optional<std::string> factoryId;
    std::optional<std::string> receivedTime;
};

using Member = std::optional<std::string> Members::*;

constexpr const char *leftOut = nullptr;

/** One way to break an event: the member and what stands there instead, as JSON. */
struct Way {
    RejectReason reason;
    Member member;
    const char *json;
};

constexpr std::array ways{
    Way{RejectReason::MissingEventId, &Members::eventId, leftOut},
    Way{RejectReason::InvalidEventId, &Members::eventId, R"("")"},
    Way{RejectReason::InvalidEventId, &Members::eventId, "17"},
    Way{RejectReason::InvalidEventId, &Members::eventId, "null"},
    Way{RejectReason::InvalidEventId, &Members::eventId, R"("E\u0007")"},
    Way{RejectReason::MissingMachineId, &Members::machineId, leftOut},
    Way{RejectReason::InvalidMachineId, &Members::machineId, R"("")"},
    Way{RejectReason::InvalidMachineId, &Members::machineId, R"(["M-1"])"},
    Way{RejectReason::InvalidMachineId, &Members::machineId, R"("M\u0000")"},
    Way{RejectReason::MissingEventTime, &Members::eventTime, leftOut},
    Way{RejectReason::InvalidEventTime, &Members::eventTime, R"("2026-01-15T10:12:03")"},
    Way{RejectReason::InvalidEventTime, &Members::eventTime, R"("2026-02-30T10:12:03Z")"},
    Way{RejectReason::InvalidEventTime, &Members::eventTime, R"("2026-01-15 10:12:03Z")"},
    Way{RejectReason::InvalidEventTime, &Members::eventTime, R"("2026-01-15T10:12:60Z")"},
    Way{RejectReason::InvalidEventTime, &Members::eventTime, "1768471923000"},
    Way{RejectReason::EventInFuture, &Members::eventTime, R"("9000-01-01T00:00:00Z")"},
    Way{RejectReason::MissingDuration, &Members::durationMs, leftOut},
    Way{RejectReason::InvalidDuration, &Members::durationMs, "-1"},
    Way{RejectReason::InvalidDuration, &Members::durationMs, "21600001"},
    Way{RejectReason::InvalidDuration, &Members::durationMs, "4.5"},
    Way{RejectReason::InvalidDuration, &Members::durationMs, R"("4312")"},
    Way{RejectReason::InvalidDuration, &Members::durationMs, "99999999999999999999"},
    Way{RejectReason::MissingDefectCount, &Members::defectCount, leftOut},
    Way{RejectReason::InvalidDefectCount, &Members::defectCount, "-2"},
    Way{RejectReason::InvalidDefectCount, &Members::defectCount, "2147483648"},
    Way{RejectReason::InvalidDefectCount, &Members::defectCount, "null"},
    Way{RejectReason::InvalidDefectCount, &Members::defectCount, "true"},
    Way{RejectReason::InvalidLineId, &Members::lineId, R"("")"},
    Way{RejectReason::InvalidLineId, &Members::lineId, "{}"},
    Way{RejectReason::InvalidFactoryId, &Members::factoryId, R"("\u007f")"},
    Way{RejectReason::InvalidFactoryId, &Members::factoryId, "3"},
    Way{RejectReason::InvalidReceivedTime, &Members::receivedTime, R"("yesterday")"},
    Way{RejectReason::InvalidReceivedTime, &Members::receivedTime, "0"},
};

constexpr std::array notObjects{R"([@])", R"("@")", "null", "17", "true", R"([{"eventId":@}])"};

/** Ids one character longer than allowed. */
constexpr std::array<std::pair<RejectReason, Member>, 4> lengthRules{
    std::pair{RejectReason::InvalidEventId, &Members::eventId},
    std::pair{RejectReason::InvalidMachineId, &Members::machineId},
    std::pair{RejectReason::InvalidLineId, &Members::lineId},
    std::pair{RejectReason::InvalidFactoryId, &Members::factoryId},
};

std::string jsonText(std::string_view text)
{
    std::string json;
    appendJsonString(json, text);
    return json;
}

Members membersOf(const IncomingEvent &event)
{
    Members members;
    members.eventId = jsonText(event.eventId.utf8());
    members.machineId = jsonText(event.payload.machineId.utf8());
    members.eventTime = jsonText(formatRfc3339(event.payload.eventTime));
    members.durationMs = std::to_string(event.payload.duration.count());
    members.defectCount = std::to_string(event.payload.defectCount);
    return members;
}

std::string toObject(const Members &members, const std::string &note)
{
    static constexpr std::array<std::pair<const char *, Member>, 8> names{
        std::pair{"eventId", &Members::eventId},         std::pair{"machineId", &Members::machineId},
        std::pair{"eventTime", &Members::eventTime},     std::pair{"durationMs", &Members::durationMs},
        std::pair{"defectCount", &Members::defectCount}, std::pair{"lineId", &Members::lineId},
        std::pair{"factoryId", &Members::factoryId},     std::pair{"receivedTime", &Members::receivedTime},
    };
    std::string json = "{";
    for (const auto &[name, member] : names) {
        if (members.*member)
            json += '"' + std::string(name) + "\":" + *(members.*member) + ',';
    }
    return json + "\"note\":" + note + '}'; // a member nobody knows, to be ignored
}

/** The string that an id's JSON stands for; the only escapes in use here are those of the table above. */
std::optional<std::string> stringIn(const std::optional<std::string> &json)
{
    if (!json || json->front() != '"')
        return std::nullopt;
    std::string text = json->substr(1, json->size() - 2);
    if (const std::size_t bell = text.find("\\u0007"); bell != std::string::npos)
        text.replace(bell, 6, 1, '\a');
    return text;
}

BrokenElement notAnObject(const std::string &id, std::size_t which)
{
    std::string json = notObjects[which];
    if (const std::size_t place = json.find('@'); place != std::string::npos) {
        const bool insideQuotes = json[0] == '"';
        json.replace(place, 1, insideQuotes ? id.substr(1, id.size() - 2) : id);
    }
    return {json, RejectReason::MalformedEvent, std::nullopt};
}

BrokenElement broken(Members members, const std::string &id, RejectReason reason, Member member,
                     std::optional<std::string> json)
{
    members.*member = std::move(json);
    return {toObject(members, id), reason, stringIn(members.eventId)};
}

/** A length beyond the limit, in characters of two bytes, so that counting bytes is found out too. */
std::string tooLong(Member member)
{
    const int limit = member == &Members::eventId ? 128 : 64;
    std::string text;
    for (int i = 0; i <= limit; ++i)
        text += "\u00e4";
    return jsonText(text);
}

} // namespace

std::size_t waysToBreak()
{
    return ways.size() + lengthRules.size() + notObjects.size();
}

BrokenElement breakElement(const IncomingEvent &good, std::size_t way)
{
    // A stride without a common divisor visits every way, but neighbours in the table not in a row.
    constexpr std::size_t stride = 10;
    static_assert((ways.size() + lengthRules.size() + notObjects.size()) % 2 != 0
                  && (ways.size() + lengthRules.size() + notObjects.size()) % 5 != 0);
    std::size_t index = way * stride % waysToBreak();

    Members members = membersOf(good);
    if (way % 2 != 0) // a second break behind the first, which alone is the reason
        members.receivedTime = jsonText("never");
    const std::string id = *members.eventId;
    if (index < ways.size()) {
        const Way &chosen = ways[index];
        return broken(members, id, chosen.reason, chosen.member,
                      chosen.json ? std::optional<std::string>(chosen.json) : std::nullopt);
    }
    index -= ways.size();
    if (index < lengthRules.size())
        return broken(members, id, lengthRules[index].first, lengthRules[index].second,
                      tooLong(lengthRules[index].second));
    return notAnObject(id, index - lengthRules.size());
}

} // namespace linewatch::simulation
