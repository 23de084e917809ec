// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/postinspection.h"

#include "ingest/elementreader.h"
#include "ingest/fieldscanner.h"
#include "ingest/hugenumbers.h"
#include "model/utf8.h"
#include "model/validate.h"

#include <QByteArray>

#include <algorithm>
#include <limits>

namespace linewatch {

namespace {

/** Cut to what is shown, never within a character. */
std::string cutValue(std::string_view value)
{
    if (value.size() <= FieldReport::MostValueBytes)
        return std::string(value);
    std::size_t end = FieldReport::MostValueBytes;
    while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(value.substr(0, end)) + "…";
}

FieldFlaw textFlaw(const DraftMember<std::string> &member, std::size_t maxLength)
{
    using State = DraftMember<std::string>::State;
    if (member.state == State::Null)
        return FieldFlaw::Null;
    if (member.state != State::Given)
        return FieldFlaw::NoText;
    if (member.value.empty())
        return FieldFlaw::Empty;
    const std::optional<std::size_t> length = countIdCodePoints(member.value);
    if (!length)
        return FieldFlaw::ControlCharacter;
    return *length > maxLength ? FieldFlaw::TooLong : FieldFlaw::None;
}

FieldFlaw timeFlaw(const DraftMember<std::string> &member, RejectReason reason)
{
    using State = DraftMember<std::string>::State;
    if (reason == RejectReason::EventInFuture)
        return FieldFlaw::InFuture;
    if (reason == RejectReason::EventTooOld)
        return FieldFlaw::TooOld;
    if (member.state == State::Null)
        return FieldFlaw::Null;
    return member.state == State::Given ? FieldFlaw::NoTime : FieldFlaw::NoText;
}

FieldFlaw numberFlaw(const DraftMember<std::int64_t> &member, std::int64_t lowest)
{
    using State = DraftMember<std::int64_t>::State;
    if (member.state == State::Null)
        return FieldFlaw::Null;
    if (member.state != State::Given)
        return FieldFlaw::NoWholeNumber;
    return member.value < lowest ? FieldFlaw::TooSmall : FieldFlaw::TooLarge;
}

/** What is wrong with a member that breaks @p reason; @p member is its place in MemberNames. */
FieldFlaw flawOf(const EventDraft &draft, std::size_t member, RejectReason reason)
{
    if (reason == RejectReason::None)
        return FieldFlaw::None;
    switch (member) {
    case 0:
        return textFlaw(draft.eventId, limits::EventIdLength);
    case 1:
        return textFlaw(draft.machineId, limits::NameLength);
    case 2:
        return timeFlaw(draft.eventTime, reason);
    case 3:
        return numberFlaw(draft.durationMs, 0);
    case 4:
        return numberFlaw(draft.defectCount, -1);
    case 5:
        return textFlaw(draft.lineId, limits::NameLength);
    case 6:
        return textFlaw(draft.factoryId, limits::NameLength);
    default:
        return timeFlaw(draft.receivedTime, reason);
    }
}

/** Without what people write differently: machine_id, MachineID. */
std::string plainName(std::string_view name)
{
    std::string plain;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            plain.push_back(static_cast<char>(c - 'A' + 'a'));
        else if (c != '_' && c != '-' && c != ' ' && c != '.')
            plain.push_back(c);
    }
    return plain;
}

std::size_t placeOf(std::string_view name)
{
    return static_cast<std::size_t>(std::ranges::find(MemberNames, name) - MemberNames.begin());
}

std::string knownNameLike(std::string_view name)
{
    const std::string plain = plainName(name);
    const auto like = std::ranges::find_if(
        MemberNames, [&plain](std::string_view known) { return plainName(known) == plain; });
    return like == MemberNames.end() ? std::string() : std::string(*like);
}

bool isMissing(RejectReason reason)
{
    using enum RejectReason;
    return reason == MissingEventId || reason == MissingMachineId || reason == MissingEventTime
        || reason == MissingDuration || reason == MissingDefectCount;
}

/** Collects the report of each element. */
class Inspector
{
public:
    Inspector(PostReport &report, const SeenPost &post) : m_report(report), m_post(post) { }

    void operator()(const EventDraft &draft, std::string_view raw)
    {
        ElementReport element;
        const std::size_t index = m_report.elements.size();
        if (index < m_post.outcomes.size())
            element.outcome = m_post.outcomes[index];
        element.isObject = draft.isObject;
        if (draft.isObject) {
            report(element, draft, raw);
        } else {
            element.raw = cutValue(raw);
            element.reason = RejectReason::MalformedEvent;
        }
        m_report.elements.push_back(std::move(element));
    }

private:
    void report(ElementReport &element, const EventDraft &draft, std::string_view raw) const
    {
        const FaultList faults = memberFaults(draft, m_post.arrival, m_post.oldest);
        const auto first =
            std::ranges::find_if(faults, [](RejectReason fault) { return fault != RejectReason::None; });
        element.reason = first == faults.end() ? RejectReason::None : *first;
        const std::vector<ScannedField> fields = scanFields(raw);
        for (std::size_t i = 0; i < fields.size(); ++i)
            element.fields.push_back(fieldOf(fields, i, faults, draft));
        for (std::size_t member = 0; member < faults.size(); ++member) {
            if (isMissing(faults[member]))
                element.fields.push_back({std::string(MemberNames[member]),
                                          {},
                                          FieldVerdict::Missing,
                                          faults[member],
                                          FieldFlaw::None,
                                          {}});
        }
    }

    static FieldReport fieldOf(const std::vector<ScannedField> &fields, std::size_t index,
                               const FaultList &faults, const EventDraft &draft)
    {
        FieldReport field;
        field.name = cutValue(fields[index].name);
        field.value = cutValue(fields[index].value);
        const std::size_t member = placeOf(fields[index].name);
        const auto isSame = [&](const ScannedField &other) { return other.name == fields[index].name; };
        if (member == MemberNames.size()) {
            field.verdict = FieldVerdict::Ignored;
            field.flaw = FieldFlaw::Unknown;
            field.meant = knownNameLike(fields[index].name);
        } else if (std::any_of(fields.begin() + static_cast<std::ptrdiff_t>(index) + 1, fields.end(),
                               isSame)) {
            field.verdict = FieldVerdict::Ignored;
            field.flaw = FieldFlaw::Repeated;
        } else if (faults[member] != RejectReason::None) {
            field.verdict = FieldVerdict::Wrong;
            field.reason = faults[member];
            field.flaw = flawOf(draft, member, faults[member]);
        }
        return field;
    }

    PostReport &m_report;
    const SeenPost &m_post;
};

} // namespace

PostReport inspectPost(const SeenPost &post)
{
    const QByteArray body(post.body.data(), static_cast<qsizetype>(post.body.size()));
    QByteArray json = body;
    for (bool again = false;; again = true) {
        PostReport report;
        rapidjson::MemoryStream stream(json.constData(), static_cast<std::size_t>(json.size()));
        ElementReader handler(stream, post.body, std::numeric_limits<std::size_t>::max(),
                              Inspector(report, post));
        rapidjson::Reader reader;
        const rapidjson::ParseResult result = reader.Parse<ElementFlags>(stream, handler);
        if (result.Code() == rapidjson::kParseErrorNumberTooBig && !again) {
            json = withoutHugeNumbers(body);
            continue;
        }
        report.isWhole = !result.IsError() && !post.isCut();
        return report;
    }
}

} // namespace linewatch
