// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/readerpool.h"

namespace linewatch {

ReaderPool::ReaderPool(Open open, int threads) : m_open(std::move(open))
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

ReaderPool::~ReaderPool()
{
    std::deque<Question> unanswered;
    {
        const std::scoped_lock lock(m_mutex);
        m_closing = true;
        unanswered.swap(m_waiting);
    }
    m_somethingToDo.notify_all();
    for (const Question &question : unanswered)
        question(Failure{Failure::Kind::Unavailable,
                         Sentence(QT_TRANSLATE_NOOP("Failure", "the program is ending"))});
    for (std::thread &thread : m_threads)
        thread.join();
}

bool ReaderPool::ask(Question question)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_closing || m_waiting.size() >= MaxWaiting)
            return false;
        m_waiting.push_back(std::move(question));
    }
    m_somethingToDo.notify_one();
    return true;
}

std::optional<ReaderPool::Question> ReaderPool::next()
{
    std::unique_lock lock(m_mutex);
    m_somethingToDo.wait(lock, [this] { return m_closing || !m_waiting.empty(); });
    if (m_waiting.empty())
        return std::nullopt;
    Question question = std::move(m_waiting.front());
    m_waiting.pop_front();
    return question;
}

void ReaderPool::work()
{
    std::unique_ptr<EventReader> reader;
    while (std::optional<Question> question = next()) {
        // A connection that is lost shows when a snapshot is begun; one that is new was not lost yet.
        const bool isNew = !reader;
        if (!answer(*question, reader, isNew))
            answer(*question, reader, true);
    }
}

/** Whether it was answered, if only with a failure; one that @p mustAnswer was. */
bool ReaderPool::answer(const Question &question, std::unique_ptr<EventReader> &reader, bool mustAnswer) const
{
    if (!reader) { // the first time, or the store could not be opened before
        Result<std::unique_ptr<EventReader>> opened = m_open();
        if (!opened) {
            question(opened.failure());
            return true;
        }
        reader = std::move(*opened);
    }
    std::optional<Failure> failure;
    {
        const ReadSnapshot snapshot(*reader);
        if (snapshot.begun()) {
            question(reader.get());
            return true;
        }
        failure = snapshot.begun().failure();
    }
    reader.reset();
    if (mustAnswer)
        question(*failure);
    return mustAnswer;
}

} // namespace linewatch
