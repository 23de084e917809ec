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
    m_isFirst = m_isFirst || m_question != window;
    m_question = window;
    pose();
}

void WindowReader::stopAsking()
{
    m_question.reset();
    m_isFirst = true;
    m_pause.stop();
}

/** One question at a time: what is asked while one is answered comes after it. */
void WindowReader::pose()
{
    m_pause.stop();
    if (m_isReading || !m_question)
        return;
    m_isReading =
        m_reader.ask([this, question = *m_question, isFirst = m_isFirst](Result<EventReader *> reader) {
            answer(question, isFirst, std::move(reader));
        });
}

void WindowReader::answer(TimeWindow question, bool isFirst, Result<EventReader *> reader)
{
    const auto begun = std::chrono::steady_clock::now();
    Result<LiveSnapshotPtr> result = [&]() -> Result<LiveSnapshotPtr> {
        if (!reader)
            return reader.failure();
        TellPart<LiveSnapshot> tell;
        if (isFirst)
            tell = [&](LiveSnapshot figures) { put({question, numbered(std::move(figures))}); };
        Result<LiveSnapshot> snapshot = readWindow(**reader, question, m_clock.now(), m_rules, tell);
        if (!snapshot)
            return snapshot.failure();
        return numbered(std::move(*snapshot));
    }();
    const auto took = std::chrono::ceil<milliseconds>(std::chrono::steady_clock::now() - begun);
    put({question, std::move(result), took});
}

LiveSnapshotPtr WindowReader::numbered(LiveSnapshot snapshot)
{
    snapshot.number = ++m_snapshots;
    return std::make_shared<const LiveSnapshot>(std::move(snapshot));
}

/** Of a part that nobody heard of yet the whole takes the place. */
void WindowReader::put(Answer answer)
{
    {
        const std::lock_guard lock(m_mutex);
        m_answer = std::move(answer);
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
    if (!answer)
        return;
    m_isReading = answer->isPart();
    if (!m_question)
        return;
    if (answer->question == *m_question)
        hear(*answer);
    else
        pose();
}

void WindowReader::hear(const Answer &answer)
{
    if (!answer.isPart()) {
        m_isFirst = false;
        // A store that fails is asked again, too: it may come back.
        if (!answer.snapshot.ok() || (*answer.snapshot)->isRunning())
            m_pause.start(std::max(pauseAtLeast, pausePerReading * answer.took));
    }
    if (answer.snapshot.ok())
        emit windowRead(*answer.snapshot);
    else
        emit windowReadFailed(answer.snapshot.failure().shown);
}

} // namespace linewatch
