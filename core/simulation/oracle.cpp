// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/oracle.h"

namespace linewatch::simulation {

namespace {

bool isSamePayload(const EventPayload &held, const EventPayload &said)
{
    const bool sameLine = said.lineId.isEmpty() || said.lineId == held.lineId;
    const bool sameFactory = said.factoryId.isEmpty() || said.factoryId == held.factoryId;
    return said.machineId == held.machineId && said.eventTime == held.eventTime
        && said.duration == held.duration && said.defectCount == held.defectCount && sameLine && sameFactory;
}

} // namespace

std::vector<Outcome> Oracle::expect(const Batch &batch)
{
    std::vector<Outcome> outcomes;
    outcomes.reserve(batch.elements.size());
    for (const Element &element : batch.elements) {
        if (const auto *event = std::get_if<IncomingEvent>(&element.content))
            outcomes.push_back(apply(*event));
        else
            outcomes.push_back(Outcome::rejected(std::get<BrokenElement>(element.content).reason));
    }
    return outcomes;
}

std::vector<Outcome> Oracle::expectRepeated(const Batch &batch) const
{
    std::vector<Outcome> outcomes;
    outcomes.reserve(batch.elements.size());
    for (const Element &element : batch.elements) {
        if (const auto *event = std::get_if<IncomingEvent>(&element.content))
            outcomes.push_back(judge(m_rows.at(event->eventId), *event));
        else
            outcomes.push_back(Outcome::rejected(std::get<BrokenElement>(element.content).reason));
    }
    return outcomes;
}

/** A claim later than the receipt does not count: the smaller of the two is the effective one. */
std::optional<Instant> Oracle::countingClaim(const IncomingEvent &event) const
{
    if (event.claimedReceipt && *event.claimedReceipt < m_runStart)
        return event.claimedReceipt;
    return std::nullopt;
}

Outcome Oracle::judge(const ExpectedRow &row, const IncomingEvent &event) const
{
    const bool same = isSamePayload(row.payload, event.payload);
    // Without a claim an event is stamped now, and stamps strictly increase.
    const std::optional<Instant> claim = countingClaim(event);
    const bool newer = !claim || (row.claim && *claim > *row.claim);
    if (same)
        return Outcome::deduped(DedupDetail::Identical);
    return newer ? Outcome::updated() : Outcome::deduped(DedupDetail::Stale);
}

Outcome Oracle::apply(const IncomingEvent &event)
{
    const auto [place, isNew] = m_rows.try_emplace(event.eventId);
    ExpectedRow &row = place->second;
    if (isNew) {
        row.payload = event.payload;
        row.claim = countingClaim(event);
        return Outcome::accepted();
    }
    const Outcome outcome = judge(row, event);
    if (outcome.status == OutcomeStatus::Updated) {
        EventPayload before = std::exchange(row.payload, event.payload);
        if (row.payload.lineId.isEmpty())
            row.payload.lineId = before.lineId;
        if (row.payload.factoryId.isEmpty())
            row.payload.factoryId = before.factoryId;
        row.revisions.push_back(std::move(before));
        row.claim = countingClaim(event);
    }
    return outcome;
}

} // namespace linewatch::simulation
