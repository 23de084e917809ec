// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/chorerunner.h"

#include <QLoggingCategory>

namespace linewatch {

using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

Q_LOGGING_CATEGORY(choreLog, "linewatch.ingest")

/** A step is taken to be as long at least: pauses go by it, and one that found others at work took no time.
 */
constexpr milliseconds shortestStep{2};
constexpr milliseconds contendedStep{250};

} // namespace

std::optional<microseconds> ChoreRunner::beginWaiting()
{
    if (!m_chore)
        return std::nullopt;
    lap();
    return m_pace.patience();
}

void ChoreRunner::endWaiting()
{
    m_pace.waited(lap());
}

void ChoreRunner::stepIfDue(GroupWriter &groups, bool hadWork)
{
    const microseconds sinceWait = lap();
    if (hadWork)
        m_pace.worked(sinceWait);
    if (!m_chore || !m_pace.isDue())
        return;
    const Result<bool> more = groups.lend([this](EventStore &store) { return m_chore->step(store); });
    const bool isContended = !more && more.failure().kind == Failure::Kind::Contended;
    if (!more && !isContended)
        qCWarning(choreLog).noquote() << "removing old events failed:" << more.failure().message;
    m_pace.stepped(std::max<microseconds>(lap(), isContended ? contendedStep : shortestStep),
                   isContended || (more && *more));
}

microseconds ChoreRunner::lap()
{
    const auto now = std::chrono::steady_clock::now();
    return std::chrono::duration_cast<microseconds>(now - std::exchange(m_since, now));
}

} // namespace linewatch
