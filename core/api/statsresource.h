// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/services.h"
#include "http/handler.h"

namespace linewatch::api {

/** GET /stats and GET /stats/top-defect-lines. */
class StatsResource
{
public:
    explicit StatsResource(const Services &services) : m_services(services) { }

    void machine(const http::Request &request, http::Responder respond) const;
    void topDefectLines(const http::Request &request, http::Responder respond) const;

private:
    const Services &m_services;
};

} // namespace linewatch::api
