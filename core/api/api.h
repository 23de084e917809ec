// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchresource.h"
#include "api/eventsresource.h"
#include "api/machinesresource.h"
#include "api/rejectionsresource.h"
#include "api/serviceresource.h"
#include "api/statsresource.h"
#include "api/strayposts.h"
#include "http/router.h"

namespace linewatch::api {

/** Every resource of the contract behind one handler. Stateless but for what Services hold. */
class Api
{
public:
    explicit Api(Services services);
    Q_DISABLE_COPY_MOVE(Api)

    http::RequestHandler &handler() { return m_strayPosts; }

private:
    void addIngestion();
    void addQuestions();
    void addService();

    const Services m_services;
    const BatchResource m_batch;
    const StatsResource m_stats;
    const EventsResource m_events;
    const MachinesResource m_machines;
    const RejectionsResource m_rejections;
    const ServiceResource m_service;
    http::Router m_router;
    StrayPosts m_strayPosts;
};

} // namespace linewatch::api
