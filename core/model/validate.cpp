// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validate.h"

#include "model/rfc3339.h"
#include "model/utf8.h"

#include <limits>

namespace linewatch {

namespace {

template <class T>
bool isLeftOut(const DraftMember<T> &member)
{
    using State = typename DraftMember<T>::State;
    return member.state == State::Absent || member.state == State::Null;
}

/** What a member says; a value that a later null of the same name took back is not said. */
std::string takeText(DraftMember<std::string> &member)
{
    return isLeftOut(member) ? std::string() : std::move(member.value);
}

bool isGoodId(const DraftMember<std::string> &member, std::size_t maxLength)
{
    return member.state == DraftMember<std::string>::State::Given && isValidId(member.value, maxLength);
}

/** None when @p member is there and good. */
RejectReason checkId(const DraftMember<std::string> &member, std::size_t maxLength, RejectReason missing,
                     RejectReason invalid)
{
    if (member.state == DraftMember<std::string>::State::Absent)
        return missing;
    return isGoodId(member, maxLength) ? RejectReason::None : invalid;
}

RejectReason checkOptionalName(const DraftMember<std::string> &member, RejectReason invalid)
{
    return isLeftOut(member) || isGoodId(member, limits::NameLength) ? RejectReason::None : invalid;
}

RejectReason checkNumber(const DraftMember<std::int64_t> &member, std::int64_t lowest, std::int64_t highest,
                         RejectReason missing, RejectReason invalid)
{
    using State = DraftMember<std::int64_t>::State;
    if (member.state == State::Absent)
        return missing;
    const bool good = member.state == State::Given && member.value >= lowest && member.value <= highest;
    return good ? RejectReason::None : invalid;
}

std::optional<Instant> readTime(const DraftMember<std::string> &member)
{
    if (member.state != DraftMember<std::string>::State::Given)
        return std::nullopt;
    return parseRfc3339(member.value);
}

RejectReason checkEventTime(const DraftMember<std::string> &member, std::optional<Instant> time, Instant now,
                            Instant oldest)
{
    if (member.state == DraftMember<std::string>::State::Absent)
        return RejectReason::MissingEventTime;
    if (!time)
        return RejectReason::InvalidEventTime;
    if (*time > now + limits::FutureTolerance)
        return RejectReason::EventInFuture;
    return *time < oldest ? RejectReason::EventTooOld : RejectReason::None;
}

/** A draft's faults, and its times where they are good. */
struct CheckedDraft {
    std::optional<Instant> eventTime;
    std::optional<Instant> receivedTime;
    FaultList faults;
};

CheckedDraft check(const EventDraft &draft, Instant now, Instant oldest)
{
    using enum RejectReason;
    const std::optional<Instant> eventTime = readTime(draft.eventTime);
    const std::optional<Instant> receivedTime = readTime(draft.receivedTime);
    const bool receiptIsBad = !isLeftOut(draft.receivedTime) && !receivedTime;
    // The contract's table, row by row: the first broken rule is the reason.
    return {eventTime,
            receivedTime,
            {checkId(draft.eventId, limits::EventIdLength, MissingEventId, InvalidEventId),
             checkId(draft.machineId, limits::NameLength, MissingMachineId, InvalidMachineId),
             checkEventTime(draft.eventTime, eventTime, now, oldest),
             checkNumber(draft.durationMs, 0, limits::MaxDuration.count(), MissingDuration, InvalidDuration),
             checkNumber(draft.defectCount, UnknownDefects, std::numeric_limits<std::int32_t>::max(),
                         MissingDefectCount, InvalidDefectCount),
             checkOptionalName(draft.lineId, InvalidLineId),
             checkOptionalName(draft.factoryId, InvalidFactoryId),
             receiptIsBad ? InvalidReceivedTime : None}};
}

} // namespace

FaultList memberFaults(const EventDraft &draft, Instant now, Instant oldest)
{
    return check(draft, now, oldest).faults;
}

bool isValidId(std::string_view utf8, std::size_t maxLength)
{
    const std::optional<std::size_t> length = countIdCodePoints(utf8);
    return length && *length >= 1 && *length <= maxLength;
}

std::variant<IncomingEvent, RejectReason> validate(EventDraft draft, Instant now, Instant oldest)
{
    using enum RejectReason;
    if (!draft.isObject)
        return MalformedEvent;

    const CheckedDraft checked = check(draft, now, oldest);
    for (const RejectReason reason : checked.faults) {
        if (reason != None)
            return reason;
    }

    IncomingEvent event;
    event.eventId = EventId(std::move(draft.eventId.value));
    event.payload.machineId = MachineId(std::move(draft.machineId.value));
    event.payload.eventTime = *checked.eventTime;
    event.payload.duration = std::chrono::milliseconds{draft.durationMs.value};
    event.payload.defectCount = static_cast<std::int32_t>(draft.defectCount.value);
    event.payload.lineId = LineId(takeText(draft.lineId));
    event.payload.factoryId = FactoryId(takeText(draft.factoryId));
    event.claimedReceipt = checked.receivedTime;
    return event;
}

} // namespace linewatch
