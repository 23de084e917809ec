// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/liveboard.h"
#include "model/samples.h"

/** What tests of a board record on it, and how they read it. */
namespace linewatch::test {

inline const Instant noon = at("2026-01-15T12:00:30Z");
inline constexpr StateRules rules{
    .silenceLimit = std::chrono::minutes{5}, .healthWindow = std::chrono::hours{1}, .healthThreshold = 2.0};

inline StoredEvent stored(const std::string &id, EventPayload payload)
{
    return {EventId(id), std::move(payload), {}, {}, 1};
}

inline EventChange inserted(EventPayload payload)
{
    return {std::nullopt, stored("E", std::move(payload))};
}

inline EventChange corrected(EventPayload before, EventPayload after)
{
    return {stored("E", std::move(before)), stored("E", std::move(after))};
}

inline void record(LiveBoard &board, const std::vector<EventChange> &changes, Instant arrival = noon)
{
    board.record(changes, {static_cast<std::int64_t>(changes.size()), 0, 0, 0}, arrival,
                 std::chrono::milliseconds{3});
}

inline QString namesOf(const std::vector<LineSnapshot> &lines)
{
    QStringList names;
    for (const LineSnapshot &line : lines)
        names << line.lineId.toString() + u' ' + QString::number(line.defects) + u'/'
                + QString::number(line.events);
    return names.join(u", ");
}

} // namespace linewatch::test
