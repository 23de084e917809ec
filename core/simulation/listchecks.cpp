// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/listchecks.h"

#include "model/rfc3339.h"
#include "simulation/comparison.h"
#include "simulation/figurechecks.h"
#include "simulation/querytext.h"

#include <algorithm>

namespace linewatch::simulation {

namespace {

using LastTimes = std::map<std::string, Instant, std::less<>>;

/** Compares name and lastEventTime of our items; an answer that lists more of ours than @p expected is wrong
 * too. */
QStringList compareNames(const QString &subject, const char *member, const LastTimes &expected,
                         const std::string &prefix, const QByteArray &body)
{
    Comparison comparison(subject);
    const rapidjson::Document answer = readJson(body);
    const rapidjson::Value *items = arrayOf(answer, "items");
    if (!items) {
        comparison.differs(QStringLiteral("no items"));
        return comparison.take();
    }
    std::string previous;
    std::size_t found = 0;
    for (const rapidjson::Value &item : items->GetArray()) {
        const std::string name{textOf(item, member).value_or("")};
        if (name <= previous)
            comparison.differs(QStringLiteral("%1 is out of order").arg(QString::fromStdString(name)));
        previous = name;
        if (!isOurs(name, prefix))
            continue;
        const auto known = expected.find(name);
        if (known == expected.end())
            continue; // its events were all corrected away
        ++found;
        Comparison line(QString::fromStdString(name));
        line.text(item, "lastEventTime", formatRfc3339(known->second));
        if (!line.isEmpty())
            comparison.differs(line.take().join(QStringLiteral("; ")));
    }
    comparison.count(QStringLiteral("entries of this run"), static_cast<std::int64_t>(expected.size()),
                     static_cast<std::int64_t>(found));
    return comparison.take();
}

Check rejectionCheck(const std::shared_ptr<RejectionWalk> &walk, const QByteArray &query,
                     const QByteArray &cursor)
{
    const QByteArray target =
        query + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor.toPercentEncoding());
    return {target, [=](const QByteArray &body) -> Judgement {
                RejectionWalk::Step step = walk->takePage(body);
                Judgement judgement{std::move(step.differences), {}};
                if (!step.nextCursor.isEmpty())
                    judgement.next.push_back(rejectionCheck(walk, query, step.nextCursor));
                return judgement;
            }};
}

} // namespace

bool namesRun(std::string_view raw, const std::string &prefix)
{
    return raw.find('"' + prefix) != std::string_view::npos;
}

QStringList compareMachines(const Ledger &ledger, const std::string &prefix, const QByteArray &body)
{
    LastTimes expected;
    for (const auto &[machine, index] : ledger.machines())
        expected[machine.utf8()] = index.back()->row.payload.eventTime;
    return compareNames(QStringLiteral("/machines"), "machineId", expected, prefix, body);
}

QStringList compareLines(const Ledger &ledger, const std::string &prefix, const QByteArray &body)
{
    LastTimes expected;
    for (const LedgerEntry &entry : ledger.entries())
        expected[entry.line().utf8()] = entry.row.payload.eventTime;
    return compareNames(QStringLiteral("/lines"), "lineId", expected, prefix, body);
}

RejectionWalk::RejectionWalk(SentRejections sent, std::string prefix)
    : m_sent(std::move(sent))
    , m_prefix(std::move(prefix))
{
}

RejectionWalk::Step RejectionWalk::takePage(const QByteArray &body)
{
    Comparison comparison(QStringLiteral("/rejections"));
    const rapidjson::Document answer = readJson(body);
    const rapidjson::Value *items = arrayOf(answer, "items");
    if (!items) {
        comparison.differs(QStringLiteral("a page without items"));
        return {comparison.take(), {}};
    }
    for (const rapidjson::Value &item : items->GetArray()) {
        const std::string raw{textOf(item, "raw").value_or("")};
        if (!namesRun(raw, m_prefix))
            continue;
        const auto sent = m_sent.find(raw);
        if (sent == m_sent.end()) {
            comparison.differs(QStringLiteral("nobody sent %1").arg(QString::fromStdString(raw)));
            continue;
        }
        if (++m_found[raw] > sent->second.most)
            comparison.differs(QStringLiteral("kept too often: %1").arg(QString::fromStdString(raw)));
        comparison.text(item, "reason", wireName(sent->second.reason));
    }
    const std::string_view cursor = textOf(answer, "nextCursor").value_or("");
    if (cursor.empty())
        comparison.count(QStringLiteral("kept elements of this run"),
                         static_cast<std::int64_t>(m_sent.size()), static_cast<std::int64_t>(m_found.size()));
    return {comparison.take(), QByteArray(cursor.data(), static_cast<qsizetype>(cursor.size()))};
}

std::vector<Check> listChecks(const std::shared_ptr<const Ledger> &ledger, const std::string &prefix,
                              SentRejections sent, Instant runStart)
{
    // The server keeps a bounded number; of a run that rejects more than this the oldest may be gone.
    constexpr std::size_t surelyKept = 20'000;
    std::vector<Check> checks;
    checks.push_back({"/machines", [=](const QByteArray &body) -> Judgement {
                          return {compareMachines(*ledger, prefix, body), {}};
                      }});
    checks.push_back({"/lines", [=](const QByteArray &body) -> Judgement {
                          return {compareLines(*ledger, prefix, body), {}};
                      }});
    if (sent.size() <= surelyKept) {
        // An hour for a server whose clock is behind ours.
        const QByteArray query = "/rejections?limit=1000&from=" + queryTime(runStart - std::chrono::hours{1});
        checks.push_back(rejectionCheck(std::make_shared<RejectionWalk>(std::move(sent), prefix), query, {}));
    }
    return checks;
}

} // namespace linewatch::simulation
