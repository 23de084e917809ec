// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <functional>

namespace linewatch::http {

/**
 * The way back for one answer. May be called once, at once or later, from any thread, also when the
 * connection has gone by then: the answer is dropped in that case. A responder that is destroyed without
 * having been called answers 500, so that no client waits for ever.
 */
class Responder
{
public:
    using Send = std::function<void(Response)>;

    explicit Responder(Send send);
    Responder(Responder &&other) noexcept;
    Responder &operator=(Responder &&other) noexcept;
    ~Responder();

    void operator()(Response response);

private:
    Send m_send;
};

/** What serves requests. Called on an I/O thread, possibly on several at once; must not block. */
class RequestHandler
{
public:
    virtual ~RequestHandler() = default;
    virtual void handle(const Request &request, Responder respond) = 0;
};

} // namespace linewatch::http
