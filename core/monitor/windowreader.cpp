// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/windowreader.h"

#include "monitor/windowquestion.h"

namespace linewatch {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds pauseAtLeast{5'000};
constexpr int pausePerReading = 9;

} // namespace

WindowReader::WindowReader(ReaderPool::Open open, const Clock &clock, const StateRules &rules)
    : m_clock(clock)
    , m_rules(rules)
    , m_reader(std::move(open), 1)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &WindowReader::pose);
    connect(this, &WindowReader::answered, this, &WindowReader::handOver, Qt::QueuedConnection);
}

WindowReader::~WindowReader() = default;

void WindowReader::ask(TimeWindow window)
{
    m_question = window;
    pose();
}

void WindowReader::stopAsking()
{
    m_question.reset();
    m_pause.stop();
}

/** One question at a time: what is asked while one is answered comes after it. */
void WindowReader::pose()
{
    m_pause.stop();
    if (m_isReading || !m_question)
        return;
    m_isReading = m_reader.ask([this, question = *m_question](Result<EventReader *> reader) {
        answer(question, std::move(reader));
    });
}

void WindowReader::answer(TimeWindow question, Result<EventReader *> reader)
{
    const auto begun = std::chrono::steady_clock::now();
    Result<LiveSnapshotPtr> result = [&]() -> Result<LiveSnapshotPtr> {
        if (!reader)
            return reader.failure();
        Result<LiveSnapshot> snapshot = readWindow(**reader, question, m_clock.now(), m_rules);
        if (!snapshot)
            return snapshot.failure();
        snapshot->number = ++m_snapshots;
        return LiveSnapshotPtr(std::make_shared<const LiveSnapshot>(std::move(*snapshot)));
    }();
    const auto took = std::chrono::ceil<milliseconds>(std::chrono::steady_clock::now() - begun);
    {
        const std::lock_guard lock(m_mutex);
        m_answer = Answer{question, std::move(result), took};
    }
    emit answered(QPrivateSignal());
}

void WindowReader::handOver()
{
    std::optional<Answer> answer;
    {
        const std::lock_guard lock(m_mutex);
        answer = std::exchange(m_answer, std::nullopt);
    }
    m_isReading = false;
    if (!m_question || !answer)
        return;
    if (answer->question != *m_question) {
        pose();
        return;
    }
    // A store that fails is asked again, too: it may come back.
    if (!answer->snapshot.ok() || (*answer->snapshot)->isRunning())
        m_pause.start(std::max(pauseAtLeast, pausePerReading * answer->took));
    if (answer->snapshot.ok())
        emit windowRead(*answer->snapshot);
    else
        emit windowReadFailed(answer->snapshot.failure().shown);
}

} // namespace linewatch
