// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/serviceresource.h"

#include "api/answers.h"
#include "api/metrics.h"

#include <QFile>

// Resources of a static library are registered by hand; the macro must stand outside of namespaces.
static void registerOpenApi()
{
    Q_INIT_RESOURCE(api);
}

namespace linewatch::api {

namespace {

http::Response statusAnswer(std::string_view status, const QString &detail = {})
{
    JsonWriter json;
    json.beginObject();
    json.member("status", status);
    if (!detail.isEmpty())
        json.member("detail", std::string_view(detail.toStdString()));
    json.endObject();
    return jsonAnswer(json);
}

http::Response spoolingAnswer(const QString &detail)
{
    return statusAnswer("spooling", detail);
}

/** What an empty batch met. */
http::Response probed(const Result<BatchResult> &result)
{
    if (!result)
        return failureAnswer(result.failure());
    return result->isSpooled
        ? spoolingAnswer(QStringLiteral("The database is away; batches wait until it is back."))
        : statusAnswer("ready");
}

/** One sentence for operators. */
QString backlogText(const Backlog &backlog, Instant now)
{
    const auto age = std::chrono::floor<std::chrono::seconds>(now - backlog.oldestArrival.value_or(now));
    QString text = QStringLiteral("%1 batches with %2 events wait for the database, the oldest for %3 s")
                       .arg(backlog.batches)
                       .arg(backlog.events)
                       .arg(age.count());
    if (!backlog.reason.isEmpty())
        text += QStringLiteral(": ") + backlog.reason;
    return text;
}

QByteArray readOpenApi()
{
    registerOpenApi();
    QFile file(QStringLiteral(":/linewatch/api/openapi.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the OpenAPI document is missing from the program");
    return file.readAll();
}

} // namespace

ServiceResource::ServiceResource(const Services &services)
    : m_services(services)
    , m_openApi(readOpenApi()) { }

void ServiceResource::health(http::Responder respond) const
{
    respond(statusAnswer("ok"));
}

void ServiceResource::readiness(http::Responder respond) const
{
    if (const Backlog backlog = m_services.backlog(); !backlog.isEmpty()) {
        respond(backlog.takesMore ? spoolingAnswer(backlogText(backlog, m_services.clock.now()))
                                  : overloaded(QStringLiteral("The spool is full: %1.")
                                                   .arg(backlogText(backlog, m_services.clock.now()))));
        return;
    }
    if (m_services.writerIsHealthy()) {
        respond(statusAnswer("ready"));
        return;
    }
    const auto shared = std::make_shared<http::Responder>(std::move(respond));
    PendingBatch probe{
        {}, m_services.clock.now(), {}, [shared](Result<BatchResult> result) { (*shared)(probed(result)); }};
    if (!m_services.queue.push(probe))
        (*shared)(overloaded(QStringLiteral("The queue is full.")));
}

void ServiceResource::metrics(http::Responder respond) const
{
    http::Response response;
    response.headers.append(QByteArrayLiteral("Content-Type"),
                            QByteArrayLiteral("text/plain; version=0.0.4; charset=utf-8"));
    response.body = metricsText(m_services);
    respond(std::move(response));
}

void ServiceResource::openApi(http::Responder respond) const
{
    http::Response response;
    response.headers.append(QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json"));
    response.body = m_openApi;
    respond(std::move(response));
}

} // namespace linewatch::api
