// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/services.h"
#include "http/handler.h"
#include "ingest/batch.h"

namespace linewatch::api {

/** POST /events/batch: decodes on the I/O thread, queues, answers after COMMIT. */
class BatchResource
{
public:
    explicit BatchResource(const Services &services) : m_services(services) { }

    void post(const http::Request &request, http::Responder respond) const;

private:
    const Services &m_services;
};

/** The answer to a batch that is durable; @p withResults: one line an event, else only what was rejected. */
http::Response batchAnswer(const BatchResult &result, bool withResults);

} // namespace linewatch::api
