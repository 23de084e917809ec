// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/runreport.h"

#include <algorithm>

namespace linewatch::simulation {

namespace {

constexpr qsizetype mostDifferencesShown = 50;

QString inMilliseconds(std::int32_t microseconds)
{
    return QString::number(microseconds / 1'000.0, 'f', 1);
}

double perSecond(std::int64_t count, std::chrono::milliseconds elapsed)
{
    return static_cast<double>(count) * 1'000.0
        / static_cast<double>(std::max<std::int64_t>(1, elapsed.count()));
}

QString countsLine(const char *title, const OutcomeCounts &counts)
{
    return QStringLiteral("%1 accepted %2, deduped %3, updated %4, rejected %5")
        .arg(QString::fromLatin1(title))
        .arg(counts.accepted)
        .arg(counts.deduped)
        .arg(counts.updated)
        .arg(counts.rejected);
}

QStringList postingLines(const Options &options, const RunSummary &summary)
{
    const PostingResult &total = summary.total;
    return {
        QStringLiteral("seed %1: %2 machines on %3 lines, %4 connections")
            .arg(options.seed)
            .arg(options.machines)
            .arg(options.lines)
            .arg(options.connections),
        QStringLiteral("posted   %1 events in %2 batches in %3 s: %4 events/s")
            .arg(total.events)
            .arg(total.batches)
            .arg(static_cast<double>(summary.elapsed.count()) / 1'000.0, 0, 'f', 2)
            .arg(perSecond(total.events, summary.elapsed), 0, 'f', 0),
        QStringLiteral("batch    p50 %1 ms, p99 %2 ms")
            .arg(inMilliseconds(percentile(total.latencies, 50)),
                 inMilliseconds(percentile(total.latencies, 99))),
    };
}

QStringList outcomeLines(const Options &options, const RunSummary &summary)
{
    const PostingResult &total = summary.total;
    QStringList lines;
    if (options.verify)
        lines += countsLine("expected", total.expected);
    lines += countsLine("seen    ", total.seen);
    if (total.queued > 0)
        lines.last() += QStringLiteral(", queued %1").arg(total.queued);
    if (total.resends > 0) {
        lines += QStringLiteral(
                     "resent   %1 times; the answers to %2 batches were lost, they may count as repeated")
                     .arg(total.resends)
                     .arg(total.inDoubt);
    }
    return lines;
}

QStringList verdictLines(const RunSummary &summary)
{
    if (!summary.questions)
        return {QStringLiteral("not verified")};
    const QStringList &differences = summary.total.differences;
    if (differences.isEmpty())
        return {QStringLiteral("verified: no difference in %1 questions").arg(*summary.questions)};
    QStringList lines{QStringLiteral("NOT as it must be: %1 differences").arg(differences.size())};
    lines += differences.first(std::min(differences.size(), mostDifferencesShown));
    if (differences.size() > mostDifferencesShown)
        lines += QStringLiteral("... and %1 more").arg(differences.size() - mostDifferencesShown);
    return lines;
}

} // namespace

void addTo(PostingResult &total, PostingResult &part)
{
    for (auto &[raw, sent] : part.rejections) {
        SentRejection &sum = total.rejections.try_emplace(raw, SentRejection{sent.reason, 0}).first->second;
        sum.most += sent.most;
    }
    total.expected += part.expected;
    total.seen += part.seen;
    total.queued += part.queued;
    total.events += part.events;
    total.batches += part.batches;
    total.resends += part.resends;
    total.inDoubt += part.inDoubt;
    total.latencies.insert(total.latencies.end(), part.latencies.begin(), part.latencies.end());
    total.differences += part.differences;
    if (total.failure.isEmpty())
        total.failure = part.failure;
}

std::int32_t percentile(std::vector<std::int32_t> latencies, int percent)
{
    if (latencies.empty())
        return 0;
    const std::size_t rank = (latencies.size() * static_cast<std::size_t>(percent) + 99) / 100;
    const auto at = latencies.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(rank, 1) - 1);
    std::ranges::nth_element(latencies, at);
    return *at;
}

QString reportText(const Options &options, const RunSummary &summary)
{
    const QStringList lines =
        postingLines(options, summary) + outcomeLines(options, summary) + verdictLines(summary);
    return lines.join(u'\n') + u'\n';
}

} // namespace linewatch::simulation
