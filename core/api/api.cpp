// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/api.h"

namespace linewatch::api {

using http::PathParameters;
using http::Request;
using http::Responder;

Api::Api(Services services)
    : m_services(std::move(services))
    , m_batch(m_services)
    , m_stats(m_services)
    , m_events(m_services)
    , m_machines(m_services)
    , m_rejections(m_services)
    , m_service(m_services)
    , m_strayPosts(m_router, m_services)
{
    addIngestion();
    addQuestions();
    addService();
}

void Api::addIngestion()
{
    m_router.add("POST", "/events/batch",
                 [this](const Request &request, const PathParameters &, Responder respond) {
                     m_batch.post(request, std::move(respond));
                 });
}

void Api::addQuestions()
{
    m_router.add("GET", "/stats", [this](const Request &request, const PathParameters &, Responder respond) {
        m_stats.machine(request, std::move(respond));
    });
    m_router.add("GET", "/stats/top-defect-lines",
                 [this](const Request &request, const PathParameters &, Responder respond) {
                     m_stats.topDefectLines(request, std::move(respond));
                 });
    m_router.add("GET", "/events", [this](const Request &request, const PathParameters &, Responder respond) {
        m_events.list(request, std::move(respond));
    });
    m_router.add("GET", "/events/{eventId}",
                 [this](const Request &, const PathParameters &parameters, Responder respond) {
                     m_events.one(parameters.value("eventId"), std::move(respond));
                 });
    m_router.add("GET", "/machines",
                 [this](const Request &request, const PathParameters &, Responder respond) {
                     m_machines.machines(request, std::move(respond));
                 });
    m_router.add("GET", "/lines", [this](const Request &request, const PathParameters &, Responder respond) {
        m_machines.lines(request, std::move(respond));
    });
    m_router.add("GET", "/rejections",
                 [this](const Request &request, const PathParameters &, Responder respond) {
                     m_rejections.list(request, std::move(respond));
                 });
}

void Api::addService()
{
    for (const char *path : {"/healthz", "/health"}) {
        m_router.add("GET", path, [this](const Request &, const PathParameters &, Responder respond) {
            m_service.health(std::move(respond));
        });
    }
    m_router.add("GET", "/readyz", [this](const Request &, const PathParameters &, Responder respond) {
        m_service.readiness(std::move(respond));
    });
    m_router.add("GET", "/metrics", [this](const Request &, const PathParameters &, Responder respond) {
        m_service.metrics(std::move(respond));
    });
    m_router.add("GET", "/openapi.json", [this](const Request &, const PathParameters &, Responder respond) {
        m_service.openApi(std::move(respond));
    });
}

} // namespace linewatch::api
