// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/services.h"
#include "http/handler.h"

namespace linewatch::api {

/**
 * Passes every request on, and tells Services::posts of those that were meant as posts and went astray: to a
 * path that is not there, or with another method. As thread-safe as what it passes on to.
 */
class StrayPosts : public http::RequestHandler
{
public:
    /** Both must outlive this. */
    StrayPosts(http::RequestHandler &next, const Services &services) : m_next(next), m_services(services) { }

    void handle(const http::Request &request, http::Responder respond) override;

private:
    http::RequestHandler &m_next;
    const Services &m_services;
};

} // namespace linewatch::api
