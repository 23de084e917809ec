// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/figurechecks.h"

#include "model/rfc3339.h"
#include "simulation/comparison.h"
#include "simulation/querytext.h"

#include <set>

namespace linewatch::simulation {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t mostLines = 100;
constexpr std::size_t lineWindows = 12;

/** Lines of ours in the order of the answer. */
std::vector<const rapidjson::Value *> ownLines(const rapidjson::Value &answer, const std::string &prefix)
{
    std::vector<const rapidjson::Value *> own;
    for (const rapidjson::Value &line : answer.GetArray()) {
        if (isOurs(textOf(line, "lineId").value_or(""), prefix))
            own.push_back(&line);
    }
    return own;
}

void compareLine(Comparison &comparison, const LineFigures &expected, const rapidjson::Value &found)
{
    comparison.text(found, "lineId", expected.line.utf8());
    comparison.integer(found, "totalDefects", expected.defects);
    comparison.integer(found, "eventCount", expected.events);
    comparison.decimal(found, "defectsPercent", expected.percentHundredths(), 2);
}

Check statsCheck(const std::shared_ptr<const Ledger> &ledger, const MachineId &machine, TimeWindow window)
{
    QByteArray target = "/stats?machineId=" + encoded(machine) + queryWindow(window, "start", "end");
    return {target, [=](const QByteArray &body) -> Judgement {
                return {compareStats(QString::fromLatin1(target), machine, window,
                                     ledger->machineFigures(machine, window), body),
                        {}};
            }};
}

Check linesCheck(const std::shared_ptr<const Ledger> &ledger, const std::string &prefix, TimeWindow window,
                 const FactoryId &factory, std::size_t limit)
{
    QByteArray target = "/stats/top-defect-lines?limit=" + QByteArray::number(static_cast<qulonglong>(limit))
        + queryWindow(window, limit == mostLines ? "from" : "start", limit == mostLines ? "to" : "end");
    if (!factory.isEmpty())
        target += "&factoryId=" + encoded(factory);
    return {target, [=](const QByteArray &body) -> Judgement {
                return {compareTopLines(QString::fromLatin1(target), ledger->lineFigures(window, factory),
                                        limit, prefix, body),
                        {}};
            }};
}

std::set<FactoryId> factoriesOf(const Ledger &ledger)
{
    std::set<FactoryId> factories{FactoryId{}}; // the empty one stands for no filter
    for (const LedgerEntry &entry : ledger.entries())
        factories.insert(entry.row.payload.factoryId);
    return factories;
}

Instant anyTime(TimeWindow span, Random &random)
{
    return span.start + std::chrono::microseconds{random.between(0, span.length().count() - 1)};
}

} // namespace

bool isOurs(std::string_view name, const std::string &prefix)
{
    return name.starts_with(prefix);
}

QStringList compareStats(const QString &subject, const MachineId &machine, TimeWindow window,
                         const MachineFigures &expected, const QByteArray &body)
{
    Comparison comparison(subject);
    const rapidjson::Document answer = readJson(body);
    comparison.text(answer, "machineId", machine.utf8());
    comparison.text(answer, "start", formatRfc3339(window.start));
    comparison.text(answer, "end", formatRfc3339(window.end));
    comparison.integer(answer, "eventsCount", expected.events);
    comparison.integer(answer, "defectsCount", expected.defects);
    comparison.decimal(answer, "avgDefectRate", expected.rateHundredths(window), 2);
    comparison.text(answer, "status", expected.isHealthy(window) ? "Healthy" : "Warning");
    comparison.integer(answer, "unknownDefectEvents", expected.unknown);
    comparison.integer(answer, "runTimeMs", expected.runTimeMs);
    comparison.decimal(answer, "availability", expected.availabilityTenThousandths(window), 4);
    comparison.text(answer, "lastEventTime",
                    expected.lastEventTime ? formatRfc3339(*expected.lastEventTime) : "");
    return comparison.take();
}

QStringList compareTopLines(const QString &subject, const std::vector<LineFigures> &expected,
                            std::size_t limit, const std::string &prefix, const QByteArray &body)
{
    Comparison comparison(subject);
    const rapidjson::Document answer = readJson(body);
    if (!answer.IsArray()) {
        comparison.differs(QStringLiteral("expected an array of lines"));
        return comparison.take();
    }
    if (answer.Size() > limit)
        comparison.differs(QStringLiteral("more lines than the limit"));
    const std::vector<const rapidjson::Value *> found = ownLines(answer, prefix);
    // A full answer may have had no place left for ours; in one with room none of them may be missing.
    const bool isFull = answer.Size() >= limit;
    if (found.size() > expected.size() || (!isFull && found.size() < expected.size()))
        comparison.count(QStringLiteral("lines"), static_cast<std::int64_t>(expected.size()),
                         static_cast<std::int64_t>(found.size()));
    for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i)
        compareLine(comparison, expected[i], *found[i]);
    return comparison.take();
}

std::vector<TimeWindow> oddWindows(const Ledger::Index &index, TimeWindow span, Random &random)
{
    const auto anyEvent = [&] { return index[random.below(index.size())]->row.payload.eventTime; };
    const Instant one = anyEvent();
    const Instant other = anyEvent();
    const Instant somewhere = anyTime(span, random);
    const std::vector<TimeWindow> candidates{
        span,
        {span.start - 49h - 7us, span.end + 25h + 13us},
        {std::min(one, other), std::max(one, other)}, // the end is not in it
        {std::min(one, other), std::max(one, other) + 1us},
        {one, one + 1ms},
        {one - 17s, one},
        {std::min(somewhere, one), std::max(somewhere, one)},
        {somewhere, somewhere + std::chrono::microseconds{random.between(1'000, 7'200'000'000)}},
    };
    std::vector<TimeWindow> windows;
    for (const TimeWindow &window : candidates) {
        if (window.isValid())
            windows.push_back(window);
    }
    return windows;
}

std::vector<Check> figureChecks(const std::shared_ptr<const Ledger> &ledger, const std::string &prefix,
                                Random random)
{
    std::vector<Check> checks;
    const TimeWindow span = ledger->span();
    if (!span.isValid())
        return checks;
    for (const auto &[machine, index] : ledger->machines()) {
        for (const TimeWindow &window : oddWindows(index, span, random))
            checks.push_back(statsCheck(ledger, machine, window));
    }
    checks.push_back(statsCheck(ledger, MachineId(prefix + "NOBODY"), span));

    Ledger::Index all;
    for (const LedgerEntry &entry : ledger->entries())
        all.push_back(&entry);
    const std::set<FactoryId> factories = factoriesOf(*ledger);
    for (std::size_t asked = 0; asked < lineWindows;) {
        for (const TimeWindow &window : oddWindows(all, span, random)) {
            for (const FactoryId &factory : factories)
                checks.push_back(linesCheck(ledger, prefix, window, factory, mostLines));
            checks.push_back(linesCheck(ledger, prefix, window, *factories.rbegin(), 3));
            ++asked;
        }
    }
    return checks;
}

} // namespace linewatch::simulation
