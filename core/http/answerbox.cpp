// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/answerbox.h"

#include <utility>

namespace linewatch::http {

AnswerBox::AnswerBox(QObject *receiver, const std::function<void()> &wakeUp)
    : m_bell(std::make_unique<Bell>())
{
    QObject::connect(m_bell.get(), &Bell::rung, receiver, wakeUp, Qt::QueuedConnection);
}

void AnswerBox::put(quint64 request, Response response)
{
    const std::lock_guard lock(m_mutex);
    if (!m_bell)
        return;
    m_answers.push_back({request, std::move(response)});
    wakeReceiver();
}

std::vector<AnswerBox::Answer> AnswerBox::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_answers, {});
}

void AnswerBox::hold()
{
    const std::lock_guard lock(m_mutex);
    m_awake = true;
}

void AnswerBox::release()
{
    const std::lock_guard lock(m_mutex);
    m_awake = false;
    if (m_bell && !m_answers.empty())
        wakeReceiver();
}

void AnswerBox::close()
{
    const std::lock_guard lock(m_mutex);
    m_bell.reset();
    m_answers.clear();
}

/** Under the lock, which keeps close() away until the bell has been rung. */
void AnswerBox::wakeReceiver()
{
    if (!std::exchange(m_awake, true))
        emit m_bell->rung();
}

} // namespace linewatch::http
