// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/heldanswers.h"
#include "http/httpserver.h"

/** A server to connect to, and good requests for it. */
namespace linewatch::test {

inline const QByteArray host = "Host: plant\r\n";

inline QByteArray get(const QByteArray &path, const QByteArray &headers = {})
{
    return "GET " + path + " HTTP/1.1\r\n" + host + headers + "\r\n";
}

inline QByteArray post(const QByteArray &path, const QByteArray &body)
{
    return "POST " + path + " HTTP/1.1\r\n" + host + "Content-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

/** A server with a handler on a port of its own. */
struct Plant {
    explicit Plant(const http::Limits &limits = {})
        : server(handler, limits)
        , port(server.listen(QHostAddress(QHostAddress::LocalHost), 0).value())
    {
    }

    int open() const { return server.statistics().openConnections; }
    quint64 refusals(int status) const
    {
        const auto refused = server.statistics().refusals;
        const auto found = refused.find(status);
        return found == refused.end() ? 0 : found->second;
    }

    HeldAnswers handler;
    http::HttpServer server;
    quint16 port;
};

} // namespace linewatch::test
