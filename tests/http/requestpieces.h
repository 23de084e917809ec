// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/** What requests are put together from. */
namespace linewatch::test {

inline const QByteArray host = "Host: plant\r\n";
inline const QByteArray get = "GET /stats HTTP/1.1\r\n";
inline const QByteArray post = "POST /events/batch HTTP/1.1\r\n" + host;
inline const QByteArray chunked = post + "Transfer-Encoding: chunked\r\n\r\n";

inline QByteArray posted(const QByteArray &body, const QByteArray &headers = {})
{
    return post + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline QByteArray chunk(const QByteArray &data)
{
    return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

} // namespace linewatch::test
