// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validate.h"

#include "model/dice.h"
#include "model/samples.h"
#include "support/testprogram.h"

#include <functional>
#include <limits>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant now = at("2026-01-15T10:00:00Z");
using Text = DraftMember<std::string>;
using Number = DraftMember<std::int64_t>;

Text given(const std::string &value)
{
    return {Text::State::Given, value};
}

Number given(std::int64_t value)
{
    return {Number::State::Given, value};
}

EventDraft goodDraft()
{
    EventDraft draft;
    draft.eventId = given("E-1");
    draft.machineId = given("M-1");
    draft.eventTime = given("2026-01-15T09:00:00Z");
    draft.durationMs = given(4000);
    draft.defectCount = given(1);
    draft.lineId = given("LINE-A");
    draft.factoryId = given("F-1");
    draft.receivedTime = given("2026-01-15T09:30:00Z");
    return draft;
}

std::string repeated(const std::string &text, std::size_t times)
{
    std::string all;
    for (; times > 0; --times)
        all += text;
    return all;
}

struct Fault {
    std::string name;
    std::function<void(EventDraft &)> make;
    RejectReason reason;
};

template <class Member>
Fault fault(const char *name, Member EventDraft::*member, Member value, RejectReason reason)
{
    return {name, [=](EventDraft &draft) { draft.*member = value; }, reason};
}

std::vector<Fault> faultsOfId(Text EventDraft::*member, std::size_t maxLength, RejectReason invalid)
{
    return {
        fault("wrong type", member, Text{Text::State::WrongType, {}}, invalid),
        fault("empty", member, given(""), invalid),
        fault("one too long", member, given(std::string(maxLength + 1, 'x')), invalid),
        fault("one too long in code points", member, given(repeated("😀", maxLength + 1)), invalid),
        fault("a control character", member, given("a\x1fz"), invalid),
        fault("DEL", member, given("a\x7fz"), invalid),
        fault("C1", member, given("a\xc2\x85z"), invalid),
        fault("NUL", member, given(std::string("a\0z", 3)), invalid),
        fault("half a surrogate pair", member, given("\xed\xb0\x80"), invalid),
    };
}

std::vector<Fault> faultsOfRequiredId(Text EventDraft::*member, std::size_t maxLength, RejectReason missing,
                                      RejectReason invalid)
{
    std::vector<Fault> faults = faultsOfId(member, maxLength, invalid);
    faults.push_back(fault("absent", member, Text{}, missing));
    faults.push_back(fault("null", member, Text{Text::State::Null, {}}, invalid));
    return faults;
}

std::vector<Fault> faultsOfNumber(Number EventDraft::*member, std::int64_t lowest, std::int64_t highest,
                                  RejectReason missing, RejectReason invalid)
{
    return {
        fault("absent", member, Number{}, missing),
        fault("null", member, Number{Number::State::Null, 0}, invalid),
        fault("wrong type", member, Number{Number::State::WrongType, 0}, invalid),
        fault("one too small", member, given(lowest - 1), invalid),
        fault("one too large", member, given(highest + 1), invalid),
        fault("the smallest of all", member, given(std::numeric_limits<std::int64_t>::min()), invalid),
        fault("the largest of all", member, given(std::numeric_limits<std::int64_t>::max()), invalid),
    };
}

std::vector<Fault> faultsOfEventTime()
{
    using enum RejectReason;
    const auto member = &EventDraft::eventTime;
    return {
        fault("absent", member, Text{}, MissingEventTime),
        fault("null", member, Text{Text::State::Null, {}}, InvalidEventTime),
        fault("wrong type", member, Text{Text::State::WrongType, {}}, InvalidEventTime),
        fault("no time", member, given("yesterday"), InvalidEventTime),
        fault("no offset", member, given("2026-01-15T09:00:00"), InvalidEventTime),
        fault("too far ahead", member, given("2026-01-15T10:15:00.000001Z"), EventInFuture),
        fault("a year ahead", member, given("2027-01-15T10:15:00Z"), EventInFuture),
    };
}

std::vector<Fault> faultsOfReceivedTime()
{
    const auto member = &EventDraft::receivedTime;
    return {
        fault("wrong type", member, Text{Text::State::WrongType, {}}, RejectReason::InvalidReceivedTime),
        fault("empty", member, given(""), RejectReason::InvalidReceivedTime),
        fault("no time", member, given("2026-02-30T09:00:00Z"), RejectReason::InvalidReceivedTime),
    };
}

struct MemberFaults {
    const char *member;
    std::vector<Fault> faults;
};

/** Every way to break each member, in the order of the contract's table. */
const std::vector<MemberFaults> &contract()
{
    using enum RejectReason;
    static const std::vector<MemberFaults> table{
        {"eventId", faultsOfRequiredId(&EventDraft::eventId, 128, MissingEventId, InvalidEventId)},
        {"machineId", faultsOfRequiredId(&EventDraft::machineId, 64, MissingMachineId, InvalidMachineId)},
        {"eventTime", faultsOfEventTime()},
        {"durationMs",
         faultsOfNumber(&EventDraft::durationMs, 0, 21'600'000, MissingDuration, InvalidDuration)},
        {"defectCount",
         faultsOfNumber(&EventDraft::defectCount, -1, 2'147'483'647, MissingDefectCount, InvalidDefectCount)},
        {"lineId", faultsOfId(&EventDraft::lineId, 64, InvalidLineId)},
        {"factoryId", faultsOfId(&EventDraft::factoryId, 64, InvalidFactoryId)},
        {"receivedTime", faultsOfReceivedTime()},
    };
    return table;
}

RejectReason reasonOf(const std::variant<IncomingEvent, RejectReason> &verdict)
{
    const auto *reason = std::get_if<RejectReason>(&verdict);
    return reason ? *reason : RejectReason::None;
}

RejectReason reasonOf(const EventDraft &draft)
{
    return reasonOf(validate(draft, now));
}

IncomingEvent eventOf(const EventDraft &draft)
{
    return std::get<IncomingEvent>(validate(draft, now));
}

} // namespace

class ValidateTest : public QObject
{
    Q_OBJECT

private slots:
    void aGoodDraftBecomesItsEvent()
    {
        const IncomingEvent event = eventOf(goodDraft());
        QVERIFY(event.eventId.utf8() == "E-1");
        QVERIFY(event.payload.machineId.utf8() == "M-1");
        QCOMPARE(text(event.payload.eventTime), QStringLiteral("2026-01-15T09:00:00Z"));
        QVERIFY(event.payload.duration == 4s);
        QCOMPARE(event.payload.defectCount, 1);
        QVERIFY(event.payload.lineId.utf8() == "LINE-A");
        QVERIFY(event.payload.factoryId.utf8() == "F-1");
        QCOMPARE(text(event.claimedReceipt.value()), QStringLiteral("2026-01-15T09:30:00Z"));
    }

    void everyBrokenRuleHasItsReason_data()
    {
        QTest::addColumn<std::size_t>("member");
        QTest::addColumn<std::size_t>("fault");
        for (std::size_t m = 0; m < contract().size(); ++m) {
            for (std::size_t f = 0; f < contract()[m].faults.size(); ++f)
                QTest::addRow("%s: %s", contract()[m].member, contract()[m].faults[f].name.c_str()) << m << f;
        }
    }
    void everyBrokenRuleHasItsReason()
    {
        QFETCH(const std::size_t, member);
        QFETCH(const std::size_t, fault);
        EventDraft draft = goodDraft();
        contract()[member].faults[fault].make(draft);
        QCOMPARE(reasonOf(draft), contract()[member].faults[fault].reason);
    }

    void theFirstBrokenRuleOfTheTableIsTheReason()
    {
        Dice dice(4);
        for (int i = 0; i < 20'000; ++i) {
            EventDraft draft = goodDraft();
            RejectReason first = RejectReason::None;
            for (const MemberFaults &member : contract()) {
                if (!dice.chance(35))
                    continue;
                const Fault &fault = dice.pick(member.faults);
                fault.make(draft);
                if (first == RejectReason::None)
                    first = fault.reason;
            }
            QCOMPARE(reasonOf(draft), first);
        }
    }

    void whatIsNoObjectIsMalformedBeforeAllElse()
    {
        EventDraft draft = goodDraft();
        draft.isObject = false;
        QCOMPARE(reasonOf(draft), RejectReason::MalformedEvent);
        contract().front().faults.front().make(draft);
        QCOMPARE(reasonOf(draft), RejectReason::MalformedEvent);
    }

    void bothEndsOfEveryRangeAreGood()
    {
        const std::pair<const char *, std::function<void(EventDraft &)>> ends[] = {
            {"shortest ids",
             [](EventDraft &d) { d.eventId = d.machineId = d.lineId = d.factoryId = given("x"); }},
            {"longest event id", [](EventDraft &d) { d.eventId = given(std::string(128, 'x')); }},
            {"longest names",
             [](EventDraft &d) { d.machineId = d.lineId = d.factoryId = given(std::string(64, 'x')); }},
            {"longest in code points", [](EventDraft &d) { d.eventId = given(repeated("😀", 128)); }},
            {"just within the future", [](EventDraft &d) { d.eventTime = given("2026-01-15T10:15:00Z"); }},
            {"cut into the future's bound",
             [](EventDraft &d) { d.eventTime = given("2026-01-15T10:15:00.0000009Z"); }},
            {"long ago", [](EventDraft &d) { d.eventTime = given("0000-01-01T00:00:00Z"); }},
            {"no duration at all", [](EventDraft &d) { d.durationMs = given(0); }},
            {"six hours", [](EventDraft &d) { d.durationMs = given(21'600'000); }},
            {"unknown defects", [](EventDraft &d) { d.defectCount = given(-1); }},
            {"no defects", [](EventDraft &d) { d.defectCount = given(0); }},
            {"most defects", [](EventDraft &d) { d.defectCount = given(2'147'483'647); }},
            {"a receipt in the future",
             [](EventDraft &d) { d.receivedTime = given("2099-01-01T00:00:00Z"); }},
        };
        for (const auto &[name, change] : ends) {
            EventDraft draft = goodDraft();
            change(draft);
            QVERIFY2(reasonOf(draft) == RejectReason::None, name);
        }
    }

    void optionalMembersMayBeAbsentOrNull()
    {
        for (const auto state : {Text::State::Absent, Text::State::Null}) {
            EventDraft draft = goodDraft();
            draft.lineId = draft.factoryId = draft.receivedTime = Text{state, {}};
            const IncomingEvent event = eventOf(draft);
            QVERIFY(event.payload.lineId.isEmpty());
            QVERIFY(event.payload.factoryId.isEmpty());
            QVERIFY(!event.claimedReceipt);
        }
    }

    void aNullHidesTheValueThatCameBefore()
    {
        EventDraft draft = goodDraft();
        draft.lineId.state = draft.factoryId.state = draft.receivedTime.state = Text::State::Null;
        const IncomingEvent event = eventOf(draft);
        QVERIFY(event.payload.lineId.isEmpty());
        QVERIFY(event.payload.factoryId.isEmpty());
        QVERIFY(!event.claimedReceipt);
    }

    void idsKeepTheirBytes()
    {
        EventDraft draft = goodDraft();
        draft.eventId = given("  e\xcc\x81 É ");
        QVERIFY(eventOf(draft).eventId.utf8() == "  e\xcc\x81 É ");
    }

    void anEventThatIsTooOldIsRejectedWhereItsTimeIsJudged()
    {
        const Instant oldest = at("2026-01-01T10:00:00Z");
        EventDraft draft = goodDraft();
        draft.eventTime = given("2026-01-01T10:00:00Z");
        QVERIFY(std::holds_alternative<IncomingEvent>(validate(draft, now, oldest)));
        draft.eventTime = given("2026-01-01T09:59:59.999999Z");
        QCOMPARE(reasonOf(validate(draft, now, oldest)), RejectReason::EventTooOld);
        QVERIFY(std::holds_alternative<IncomingEvent>(validate(draft, now)));
        draft.durationMs = DraftMember<std::int64_t>{}; // of a rule that comes later
        QCOMPARE(reasonOf(validate(draft, now, oldest)), RejectReason::EventTooOld);
        draft.machineId = given(""); // of one that comes before
        QCOMPARE(reasonOf(validate(draft, now, oldest)), RejectReason::InvalidMachineId);
    }
};

LINEWATCH_TEST(ValidateTest)
#include "tst_validate.moc"
