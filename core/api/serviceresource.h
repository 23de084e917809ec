// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/services.h"
#include "http/handler.h"

namespace linewatch::api {

/** What operators and their tools ask: alive, ready, metrics, and the description of the API itself. */
class ServiceResource
{
public:
    explicit ServiceResource(const Services &services);

    void health(http::Responder respond) const;
    /** After a failed transaction, finds out with an empty one whether the store is back. */
    void readiness(http::Responder respond) const;
    void metrics(http::Responder respond) const;
    void openApi(http::Responder respond) const;

private:
    const Services &m_services;
    QByteArray m_openApi;
};

} // namespace linewatch::api
