// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/answerbox.h"

#include <QMetaObject>
#include <QObject>

#include <utility>

namespace linewatch::http {

AnswerBox::AnswerBox(QObject *receiver, std::function<void()> wakeUp)
    : m_receiver(receiver)
    , m_wakeUp(std::move(wakeUp))
{
}

void AnswerBox::put(quint64 request, Response response)
{
    const std::lock_guard lock(m_mutex);
    if (!m_receiver)
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
    if (m_receiver && !m_answers.empty())
        wakeReceiver();
}

void AnswerBox::close()
{
    const std::lock_guard lock(m_mutex);
    m_receiver = nullptr;
    m_answers.clear();
}

/** Under the lock: that is what keeps the receiver from dying between the look at it and the event to it. */
void AnswerBox::wakeReceiver()
{
    if (std::exchange(m_awake, true))
        return;
    QMetaObject::invokeMethod(m_receiver, m_wakeUp, Qt::QueuedConnection);
}

} // namespace linewatch::http
