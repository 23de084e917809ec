// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/services.h"
#include "http/handler.h"

namespace linewatch::api {

/** GET /events and GET /events/{eventId}. */
class EventsResource
{
public:
    explicit EventsResource(const Services &services) : m_services(services) { }

    void list(const http::Request &request, http::Responder respond) const;
    void one(const QByteArray &eventId, http::Responder respond) const;

private:
    const Services &m_services;
};

} // namespace linewatch::api
