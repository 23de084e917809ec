// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/eventchecks.h"

#include "model/rfc3339.h"
#include "simulation/figurechecks.h"
#include "simulation/querytext.h"

namespace linewatch::simulation {

namespace {

constexpr std::size_t smallRun = 250'000; ///< events up to which every one is read back
constexpr std::size_t sampledMachines = 60;
constexpr std::size_t sampledLines = 4;
constexpr std::size_t sampledCorrections = 500;
constexpr std::size_t sampledOthers = 100;
constexpr int mostReported = 20; ///< lost events that are named one by one

QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

void comparePayload(Comparison &comparison, const LedgerEntry &expected, const EventPayload &payload,
                    const rapidjson::Value &found)
{
    comparison.text(found, "eventId", expected.eventId.utf8());
    comparison.text(found, "machineId", payload.machineId.utf8());
    comparison.text(found, "eventTime", formatRfc3339(payload.eventTime));
    comparison.integer(found, "durationMs", payload.duration.count());
    comparison.integer(found, "defectCount", payload.defectCount);
    comparison.text(found, "lineId", payload.lineId.utf8());
    comparison.text(found, "factoryId", payload.factoryId.utf8());
}

void compareRevisions(Comparison &comparison, const LedgerEntry &expected, const rapidjson::Value &event)
{
    const rapidjson::Value *revisions = arrayOf(event, "revisions");
    if (!revisions) {
        comparison.differs(QStringLiteral("no revisions"));
        return;
    }
    comparison.count(QStringLiteral("revisions"), expected.row.version() - 1, revisions->Size());
    const std::size_t both = std::min<std::size_t>(expected.row.revisions.size(), revisions->Size());
    for (std::size_t i = 0; i < both; ++i) {
        const rapidjson::Value &revision = (*revisions)[static_cast<rapidjson::SizeType>(i)];
        comparePayload(comparison, expected, expected.row.revisions[i], revision);
        comparison.integer(revision, "version", static_cast<std::int64_t>(i) + 1);
        if (!parseRfc3339(textOf(revision, "supersededAt").value_or("")))
            comparison.differs(QStringLiteral("a revision without supersededAt"));
    }
}

Check pageCheck(const std::shared_ptr<const Ledger> &ledger, const std::shared_ptr<EventWalk> &walk,
                const QByteArray &query, const QByteArray &cursor)
{
    const QByteArray target = "/events?limit=1000" + query
        + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor.toPercentEncoding());
    return {target, [=](const QByteArray &body) -> Judgement {
                EventWalk::Step step = walk->takePage(body);
                Judgement judgement{std::move(step.differences), {}};
                if (!step.nextCursor.isEmpty())
                    judgement.next.push_back(pageCheck(ledger, walk, query, step.nextCursor));
                return judgement;
            }};
}

/** @p filter: parameters beside the window, each with its ampersand. */
Check walkCheck(const std::shared_ptr<const Ledger> &ledger, const QByteArray &filter, TimeWindow window,
                const Ledger::Index &candidates, const std::string &prefix)
{
    Ledger::Index expected;
    for (const LedgerEntry *entry : candidates) {
        if (window.contains(entry->row.payload.eventTime))
            expected.push_back(entry);
    }
    const QByteArray query = filter + queryWindow(window, "from", "to");
    const auto walk = std::make_shared<EventWalk>(
        QStringLiteral("/events?limit=1000") + QString::fromLatin1(query), expected, prefix);
    return pageCheck(ledger, walk, query, {});
}

Check historyCheck(const std::shared_ptr<const Ledger> &ledger, const LedgerEntry &entry)
{
    const QByteArray target = "/events/" + encoded(entry.eventId);
    // The ledger is held so that the entry stays alive.
    return {target, [ledger, target, &entry](const QByteArray &body) -> Judgement {
                return {compareHistory(QString::fromLatin1(target), entry, body), {}};
            }};
}

void addHistories(std::vector<Check> &checks, const std::shared_ptr<const Ledger> &ledger)
{
    std::size_t corrections = 0;
    std::size_t others = 0;
    const std::size_t stride = 1 + ledger->entries().size() / sampledOthers;
    for (std::size_t i = 0; i < ledger->entries().size(); ++i) {
        const LedgerEntry &entry = ledger->entries()[i];
        const bool isCorrected = !entry.row.revisions.empty();
        if (isCorrected ? corrections++ < sampledCorrections : (i % stride == 0 && others++ < sampledOthers))
            checks.push_back(historyCheck(ledger, entry));
    }
}

} // namespace

void compareEvent(Comparison &comparison, const LedgerEntry &expected, const rapidjson::Value &found)
{
    comparePayload(comparison, expected, expected.row.payload, found);
    comparison.text(found, "line", expected.line().utf8());
    comparison.integer(found, "version", expected.row.version());
    if (expected.row.claim)
        comparison.text(found, "receivedTime", formatRfc3339(*expected.row.claim));
    else if (!parseRfc3339(textOf(found, "receivedTime").value_or("")))
        comparison.differs(QStringLiteral("no receivedTime"));
}

QStringList compareHistory(const QString &subject, const LedgerEntry &expected, const QByteArray &body)
{
    Comparison comparison(subject);
    const rapidjson::Document answer = readJson(body);
    compareEvent(comparison, expected, answer);
    compareRevisions(comparison, expected, answer);
    return comparison.take();
}

EventWalk::EventWalk(QString subject, const Ledger::Index &expected, std::string prefix)
    : m_subject(std::move(subject))
    , m_prefix(std::move(prefix))
{
    m_expected.reserve(expected.size());
    for (const LedgerEntry *entry : expected)
        m_expected.insert({entry->eventId.utf8(), {entry, 0}});
}

EventWalk::Step EventWalk::takePage(const QByteArray &body)
{
    Comparison comparison(m_subject);
    const rapidjson::Document answer = readJson(body);
    const rapidjson::Value *items = arrayOf(answer, "items");
    if (!items) {
        comparison.differs(QStringLiteral("a page without items"));
        return {comparison.take(), {}};
    }
    for (const rapidjson::Value &item : items->GetArray())
        takeItem(comparison, item);
    const std::string_view cursor = textOf(answer, "nextCursor").value_or("");
    const bool makesNoProgress = !cursor.empty() && items->Empty();
    if (makesNoProgress)
        comparison.differs(QStringLiteral("an empty page that names a next one"));
    if (cursor.empty() || makesNoProgress) {
        reportLost(comparison);
        return {comparison.take(), {}};
    }
    return {comparison.take(), QByteArray(cursor.data(), static_cast<qsizetype>(cursor.size()))};
}

void EventWalk::takeItem(Comparison &comparison, const rapidjson::Value &item)
{
    const std::string eventId{textOf(item, "eventId").value_or("")};
    checkOrder(comparison, textOf(item, "eventTime").value_or(""), eventId);
    if (!isOurs(textOf(item, "machineId").value_or(""), m_prefix))
        return;
    const auto known = m_expected.find(eventId);
    if (known == m_expected.end()) {
        comparison.differs(QStringLiteral("event %1 must not be here").arg(toQString(eventId)));
        return;
    }
    if (++known->second.found > 1) {
        comparison.differs(QStringLiteral("event %1 is doubled").arg(toQString(eventId)));
        return;
    }
    Comparison event(QStringLiteral("event ") + toQString(eventId));
    compareEvent(event, *known->second.entry, item);
    checkStamp(event, *known->second.entry, item);
    if (!event.isEmpty())
        comparison.differs(event.take().join(QStringLiteral("; ")));
}

/** Newest first, ties by event id, descending too. */
void EventWalk::checkOrder(Comparison &comparison, std::string_view time, std::string_view eventId)
{
    const std::optional<Instant> instant = parseRfc3339(time);
    std::pair position{instant.value_or(Instant{}), std::string(eventId)};
    if (m_previous && !(position < *m_previous))
        comparison.differs(QStringLiteral("event %1 is out of order").arg(toQString(eventId)));
    m_previous = std::move(position);
}

void EventWalk::checkStamp(Comparison &comparison, const LedgerEntry &entry, const rapidjson::Value &item)
{
    const std::string_view stamp = textOf(item, "receivedTime").value_or("");
    if (!entry.row.claim && !m_stamps.emplace(stamp).second)
        comparison.differs(QStringLiteral("receivedTime %1 was given twice").arg(toQString(stamp)));
}

void EventWalk::reportLost(Comparison &comparison) const
{
    int lost = 0;
    for (const auto &[eventId, expected] : m_expected) {
        if (expected.found == 0 && ++lost <= mostReported)
            comparison.differs(QStringLiteral("event %1 is lost").arg(toQString(eventId)));
    }
    if (lost > mostReported)
        comparison.differs(QStringLiteral("%1 events are lost altogether").arg(lost));
}

std::vector<Check> eventChecks(const std::shared_ptr<const Ledger> &ledger, const std::string &prefix,
                               Random random)
{
    std::vector<Check> checks;
    const TimeWindow span = ledger->span();
    if (!span.isValid())
        return checks;

    Ledger::Index all;
    std::map<LineId, Ledger::Index> lines;
    for (const LedgerEntry &entry : ledger->entries()) {
        all.push_back(&entry);
        lines[entry.line()].push_back(&entry);
    }
    if (all.size() <= smallRun)
        checks.push_back(walkCheck(ledger, {}, span, all, prefix));

    std::size_t asked = 0;
    for (const auto &[machine, index] : ledger->machines()) {
        if (asked++ == sampledMachines)
            break;
        for (const TimeWindow &window : oddWindows(index, span, random))
            checks.push_back(walkCheck(ledger, "&machineId=" + encoded(machine), window, index, prefix));
    }
    asked = 0;
    for (const auto &[line, index] : lines) {
        if (asked++ == sampledLines)
            break;
        checks.push_back(walkCheck(ledger, "&lineId=" + encoded(line), span, index, prefix));
    }
    addHistories(checks, ledger);
    return checks;
}

} // namespace linewatch::simulation
