// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/strayposts.h"

namespace linewatch::api {

namespace {

/** Questions to paths that are not there are no posts. */
bool mayBePost(const http::Request &request)
{
    return (request.method != "GET" && request.method != "HEAD") || request.path == "/events/batch";
}

bool isStray(int status)
{
    return status == 404 || status == 405;
}

} // namespace

void StrayPosts::handle(const http::Request &request, http::Responder respond)
{
    if (!m_services.posts || !m_services.posts->isWatched() || !mayBePost(request))
        return m_next.handle(request, std::move(respond));
    const auto shared = std::make_shared<http::Responder>(std::move(respond));
    auto post = std::make_shared<SeenPost>(seenPost(request, m_services.clock.now()));
    m_next.handle(request, http::Responder([shared, post, posts = m_services.posts](http::Response response) {
                      if (isStray(response.status)) {
                          post->status = response.status;
                          posts->tell(std::move(*post));
                      }
                      (*shared)(std::move(response));
                  }));
}

} // namespace linewatch::api
