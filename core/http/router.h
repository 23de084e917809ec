// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/handler.h"

#include <functional>
#include <vector>

namespace linewatch::http {

/** What the captures of a path pattern caught: decoded, well-formed UTF-8, never empty. */
class PathParameters
{
public:
    void append(const QByteArray &name, const QByteArray &value) { m_parameters.emplaceBack(name, value); }
    /** Empty when the pattern has no capture of that name. */
    QByteArray value(QByteArrayView name) const;

private:
    QList<std::pair<QByteArray, QByteArray>> m_parameters;
};

/**
 * Hands each request to the handler of its method and path. A path is cut at its slashes before it is
 * decoded, so an encoded slash may be part of what is captured. Answers by itself: 404 for an unknown path,
 * 405 with Allow for a path without that method, 400 for a path that is not valid percent-encoded UTF-8.
 *
 * All routes are added before the first request; from then on it may be used by several threads at once.
 */
class Router : public RequestHandler
{
public:
    /** Called on an I/O thread, possibly on several at once; must not block. */
    using Handler = std::function<void(const Request &, const PathParameters &, Responder)>;

    /**
     * @p pattern is a path such as "/events/{eventId}": a segment in braces captures any non-empty segment,
     * every other is taken literally and wins over a capture in the same place. A GET route serves HEAD too;
     * its handler need not care, the body is dropped on the way out. @p method is upper-case.
     */
    void add(const QByteArray &method, const QByteArray &pattern, Handler handler);

    void handle(const Request &request, Responder respond) override;

private:
    struct Segment {
        QByteArray text; ///< what it has to be, or the name of the capture
        bool captures = false;
    };
    struct Route {
        std::vector<Segment> segments;
        std::vector<std::pair<QByteArray, Handler>> handlers; ///< by method

        bool precedes(const Route &other) const;
        bool matches(const QByteArrayList &path) const;
        const Handler *handlerOf(QByteArrayView method) const;
        PathParameters capture(const QByteArrayList &path) const;
        QByteArray allowedMethods() const;
    };

    static std::vector<Segment> segmentsOf(const QByteArray &pattern);
    Route &routeOf(const std::vector<Segment> &segments);
    const Route *findRoute(const QByteArrayList &path) const;

    std::vector<Route> m_routes; ///< of those that match a path, the first is the one meant
};

} // namespace linewatch::http
