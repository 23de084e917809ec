// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/services.h"
#include "http/handler.h"

namespace linewatch::api {

/** GET /machines and GET /lines. */
class MachinesResource
{
public:
    explicit MachinesResource(const Services &services) : m_services(services) { }

    void machines(const http::Request &request, http::Responder respond) const;
    void lines(const http::Request &request, http::Responder respond) const;

private:
    const Services &m_services;
};

} // namespace linewatch::api
