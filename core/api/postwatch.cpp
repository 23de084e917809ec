// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/postwatch.h"

namespace linewatch::api {

void PostWatch::setWatched(bool isWatched)
{
    const std::scoped_lock lock(m_mutex);
    m_isWatched = isWatched;
    if (!isWatched)
        m_told.clear();
}

void PostWatch::tell(SeenPost post)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_isWatched)
        return;
    m_told.push_back(std::move(post));
    if (m_told.size() > MostKept)
        m_told.pop_front();
}

std::deque<SeenPost> PostWatch::take()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_told, {});
}

SeenPost seenPost(const http::Request &request, Instant arrival)
{
    SeenPost post;
    post.arrival = arrival;
    post.sender = request.peer.toString().toStdString();
    post.method = request.method.toStdString();
    post.path = request.path.left(static_cast<qsizetype>(SeenPost::MostBodyBytes)).toStdString();
    post.contentType = request.headers.joined("Content-Type").toStdString();
    post.body = request.body.left(static_cast<qsizetype>(SeenPost::MostBodyBytes)).toStdString();
    post.bodySize = static_cast<std::size_t>(request.body.size());
    return post;
}

} // namespace linewatch::api
