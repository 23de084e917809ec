// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/heldanswers.h"

#include <algorithm>
#include <thread>

namespace linewatch::test {

void HeldAnswers::handle(const http::Request &request, http::Responder respond)
{
    {
        const std::lock_guard lock(m_mutex);
        m_requests.append(request);
        if (request.path != "/now" && request.path != "/forget") {
            m_held.push_back({request.path, std::move(respond)});
            m_mostHeld = std::max(m_mostHeld, static_cast<qsizetype>(m_held.size()));
            return;
        }
    }
    if (request.path == "/now")
        respond({.status = 200, .headers = {}, .body = request.query});
}

qsizetype HeldAnswers::held() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<qsizetype>(m_held.size());
}

qsizetype HeldAnswers::mostHeld() const
{
    const std::lock_guard lock(m_mutex);
    return m_mostHeld;
}

QList<http::Request> HeldAnswers::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

void HeldAnswers::answer(qsizetype index)
{
    std::unique_lock lock(m_mutex);
    const auto at = m_held.begin() + index;
    Held held = std::move(*at);
    m_held.erase(at);
    lock.unlock();
    std::thread([&held] { held.respond({.status = 200, .headers = {}, .body = held.path}); }).join();
}

void HeldAnswers::answerAllBackwards()
{
    while (held() > 0)
        answer(held() - 1);
}

} // namespace linewatch::test
