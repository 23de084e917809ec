// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/plainstore.h"

#include <algorithm>
#include <tuple>

namespace linewatch::test {

using namespace std::chrono_literals;

namespace {

bool saysSomethingElse(const EventPayload &was, const EventPayload &is)
{
    if (was.machineId != is.machineId || was.eventTime != is.eventTime)
        return true;
    if (was.duration != is.duration || was.defectCount != is.defectCount)
        return true;
    if (!is.lineId.isEmpty() && was.lineId != is.lineId)
        return true;
    return !is.factoryId.isEmpty() && was.factoryId != is.factoryId;
}

bool isWithin(const EventPayload &payload, TimeWindow window)
{
    return payload.eventTime >= window.start && payload.eventTime < window.end;
}

void count(const EventPayload &payload, Totals &sum)
{
    ++sum.events;
    sum.runTimeMs += payload.duration.count();
    if (payload.defectCount == -1)
        ++sum.unknownEvents;
    else
        sum.defects += payload.defectCount;
}

/** The first stamp that is theirs and not before @p time, which is after 1970. */
Instant firstFrom(Instant time, const PlainStore::Stamps &stamps)
{
    while (time.time_since_epoch().count() % stamps.step != stamps.offset)
        time += 1us;
    return time;
}

} // namespace

std::string PlainStore::post(const BatchEvents::value_type &element, Instant arrival, Stamps &stamps)
{
    Instant stamp = firstFrom(arrival > stamps.last ? arrival : stamps.last + 1us, stamps);
    const auto *event = std::get_if<IncomingEvent>(&element);
    const auto row = event ? m_rows.find(event->eventId.utf8()) : m_rows.end();
    const bool claimsEarlier = event && event->claimedReceipt && *event->claimedReceipt < stamp;
    if (row != m_rows.end() && !claimsEarlier && stamp <= row->second.received)
        stamp = firstFrom(row->second.received + 1us, stamps);
    stamps.last = stamp;
    if (!event) {
        m_rejections.push_back(stamp);
        return "REJECTED";
    }
    const Instant received = claimsEarlier ? *event->claimedReceipt : stamp;

    if (row == m_rows.end()) {
        m_rows[event->eventId.utf8()] = {event->payload, received, 1, {}};
        return "ACCEPTED";
    }
    Row &stored = row->second;
    if (!saysSomethingElse(stored.payload, event->payload))
        return "IDENTICAL";
    if (received <= stored.received)
        return "STALE";
    stored.former.push_back(stored.payload);
    const EventPayload was = stored.payload;
    stored.payload = event->payload;
    if (stored.payload.lineId.isEmpty())
        stored.payload.lineId = was.lineId;
    if (stored.payload.factoryId.isEmpty())
        stored.payload.factoryId = was.factoryId;
    stored.received = received;
    ++stored.version;
    return "UPDATED";
}

std::vector<Instant> PlainStore::rejections() const
{
    std::vector<Instant> sorted = m_rejections;
    std::sort(sorted.rbegin(), sorted.rend());
    return sorted;
}

std::vector<std::pair<std::string, int>> PlainStore::listing() const
{
    std::vector<std::tuple<Instant, std::string, int>> sorted;
    for (const auto &[id, row] : m_rows)
        sorted.emplace_back(row.payload.eventTime, id, row.version);
    std::sort(sorted.rbegin(), sorted.rend());
    std::vector<std::pair<std::string, int>> list;
    for (const auto &[time, id, version] : sorted)
        list.emplace_back(id, version);
    return list;
}

void PlainStore::settle(const std::string &id)
{
    m_settled.push_back(m_rows.at(id).payload);
    m_rows.erase(id);
}

/** Every event that was ever taken in. */
template <class Visitor>
void PlainStore::visitAll(const Visitor &visit) const
{
    for (const auto &[id, row] : m_rows)
        visit(row.payload);
    for (const EventPayload &payload : m_settled)
        visit(payload);
}

Totals PlainStore::totals(const std::string &machine, TimeWindow window) const
{
    Totals sum;
    visitAll([&](const EventPayload &payload) {
        if (payload.machineId.utf8() == machine && isWithin(payload, window))
            count(payload, sum);
    });
    return sum;
}

std::map<std::string, Totals> PlainStore::lineTotals(const std::string &factory, TimeWindow window) const
{
    std::map<std::string, Totals> sums;
    visitAll([&](const EventPayload &payload) {
        if (isWithin(payload, window) && (factory.empty() || payload.factoryId.utf8() == factory))
            count(payload, sums[payload.lineId.isEmpty() ? payload.machineId.utf8() : payload.lineId.utf8()]);
    });
    return sums;
}

std::string nameOf(const Outcome &outcome)
{
    return std::string(outcome.status == OutcomeStatus::Deduped ? wireName(outcome.detail)
                                                                : wireName(outcome.status));
}

} // namespace linewatch::test
