// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/answerqueue.h"

#include <utility>

namespace linewatch::http {

quint64 AnswerQueue::expect(const AnswerTerms &terms)
{
    const quint64 number = nextNumber();
    m_owed.push_back({terms, std::nullopt});
    return number;
}

void AnswerQueue::answer(quint64 request, Response response)
{
    if (request < m_firstNumber || request >= nextNumber())
        return;
    auto &owed = m_owed[static_cast<std::size_t>(request - m_firstNumber)];
    if (!owed.response)
        owed.response = std::move(response);
}

void AnswerQueue::closeBehindLast()
{
    if (!m_owed.empty())
        m_owed.back().terms.keepAlive = false;
}

std::optional<AnswerQueue::Ready> AnswerQueue::takeReady()
{
    if (m_owed.empty() || !m_owed.front().response)
        return std::nullopt;
    Ready ready{std::move(*m_owed.front().response), m_owed.front().terms};
    m_owed.pop_front();
    ++m_firstNumber;
    return ready;
}

} // namespace linewatch::http
