// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/handler.h"

#include "http/problem.h"

namespace linewatch::http {

Responder::Responder(Send send) : m_send(std::move(send)) { }

// A moved-from std::function may still hold its target; the moved-from responder must not answer again.
Responder::Responder(Responder &&other) noexcept : m_send(std::exchange(other.m_send, nullptr)) { }

Responder &Responder::operator=(Responder &&other) noexcept
{
    Responder replaced(std::move(*this));
    m_send = std::exchange(other.m_send, nullptr);
    return *this;
}

Responder::~Responder()
{
    if (m_send)
        (*this)(
            toResponse(Problem{.status = 500, .detail = QStringLiteral("The request was left unanswered.")}));
}

void Responder::operator()(Response response)
{
    if (const Send send = std::exchange(m_send, nullptr))
        send(std::move(response));
}

} // namespace linewatch::http
