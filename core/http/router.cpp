// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/router.h"

#include "http/percentcoding.h"
#include "http/problem.h"

#include <algorithm>

namespace linewatch::http {

namespace {

QByteArrayList cut(const QByteArray &path)
{
    return path.sliced(path.startsWith('/') ? 1 : 0).split('/');
}

/** The decoded segments of a path; nothing when one cannot be decoded. */
std::optional<QByteArrayList> decodedSegments(const QByteArray &path)
{
    QByteArrayList segments = cut(path);
    for (QByteArray &segment : segments) {
        const auto decoded = percentDecoded(segment);
        if (!decoded)
            return std::nullopt;
        segment = *decoded;
    }
    return segments;
}

Response notFound()
{
    return toResponse({.status = 404, .detail = QStringLiteral("There is nothing at this path.")});
}

Response undecodablePath()
{
    return toResponse(
        {.status = 400, .detail = QStringLiteral("The path is not valid percent-encoded UTF-8.")});
}

Response methodNotAllowed(const QByteArray &allowed)
{
    Response response =
        toResponse({.status = 405,
                    .detail = QStringLiteral("This path allows %1 only.").arg(QString::fromLatin1(allowed))});
    response.headers.append("Allow", allowed);
    return response;
}

} // namespace

QByteArray PathParameters::value(QByteArrayView name) const
{
    for (const auto &[parameterName, parameterValue] : m_parameters) {
        if (parameterName == name)
            return parameterValue;
    }
    return {};
}

void Router::add(const QByteArray &method, const QByteArray &pattern, Handler handler)
{
    routeOf(segmentsOf(pattern)).handlers.emplace_back(method, std::move(handler));
    std::stable_sort(m_routes.begin(), m_routes.end(),
                     [](const Route &one, const Route &other) { return one.precedes(other); });
}

void Router::handle(const Request &request, Responder respond)
{
    const auto path = decodedSegments(request.path);
    if (!path)
        return respond(undecodablePath());
    const Route *route = findRoute(*path);
    if (!route)
        return respond(notFound());
    const Handler *handler = route->handlerOf(request.method);
    if (!handler)
        return respond(methodNotAllowed(route->allowedMethods()));
    (*handler)(request, route->capture(*path), std::move(respond));
}

std::vector<Router::Segment> Router::segmentsOf(const QByteArray &pattern)
{
    std::vector<Segment> segments;
    for (const QByteArray &text : cut(pattern)) {
        const bool captures = text.startsWith('{') && text.endsWith('}');
        segments.push_back({captures ? text.sliced(1, text.size() - 2) : text, captures});
    }
    return segments;
}

Router::Route &Router::routeOf(const std::vector<Segment> &segments)
{
    const auto same = [](const Segment &one, const Segment &other) {
        return one.captures == other.captures && one.text == other.text;
    };
    const auto found = std::find_if(m_routes.begin(), m_routes.end(), [&](const Route &route) {
        return std::equal(route.segments.begin(), route.segments.end(), segments.begin(), segments.end(),
                          same);
    });
    return found != m_routes.end() ? *found : m_routes.emplace_back(Route{segments, {}});
}

const Router::Route *Router::findRoute(const QByteArrayList &path) const
{
    const auto found = std::find_if(m_routes.begin(), m_routes.end(),
                                    [&path](const Route &route) { return route.matches(path); });
    return found == m_routes.end() ? nullptr : &*found;
}

/** Where two patterns match the same path, the one that is literal at the first difference is meant. */
bool Router::Route::precedes(const Route &other) const
{
    return std::lexicographical_compare(
        segments.begin(), segments.end(), other.segments.begin(), other.segments.end(),
        [](const Segment &one, const Segment &another) { return !one.captures && another.captures; });
}

bool Router::Route::matches(const QByteArrayList &path) const
{
    return std::equal(segments.begin(), segments.end(), path.begin(), path.end(),
                      [](const Segment &segment, const QByteArray &text) {
                          return segment.captures ? !text.isEmpty() : segment.text == text;
                      });
}

const Router::Handler *Router::Route::handlerOf(QByteArrayView method) const
{
    for (const auto &[served, handler] : handlers) {
        if (served == method)
            return &handler;
    }
    return method == "HEAD" ? handlerOf("GET") : nullptr;
}

PathParameters Router::Route::capture(const QByteArrayList &path) const
{
    PathParameters parameters;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const Segment &segment = segments[static_cast<std::size_t>(i)];
        if (segment.captures)
            parameters.append(segment.text, path[i]);
    }
    return parameters;
}

QByteArray Router::Route::allowedMethods() const
{
    QByteArrayList methods;
    for (const auto &[method, handler] : handlers)
        methods.append(method);
    if (methods.contains("GET") && !methods.contains("HEAD"))
        methods.append("HEAD");
    std::sort(methods.begin(), methods.end());
    return methods.join(", ");
}

} // namespace linewatch::http
