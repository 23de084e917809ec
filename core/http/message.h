// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>

#include <optional>
#include <utility>

namespace linewatch::http {

/** Header fields in the order they came; names compare without regard to case (RFC 9110, 5.1). */
class Headers
{
public:
    using Field = std::pair<QByteArray, QByteArray>;

    void append(const QByteArray &name, const QByteArray &value) { m_fields.emplaceBack(name, value); }
    /** The first field of that name. */
    std::optional<QByteArray> value(QByteArrayView name) const;
    /** Every field of that name, joined with commas; empty when there is none. */
    QByteArray joined(QByteArrayView name) const;
    const QList<Field> &fields() const { return m_fields; }

private:
    QList<Field> m_fields;
};

/** A request that was read whole and found good. Its body is what came out of chunks and gzip. */
struct Request {
    QByteArray method; ///< as sent, upper-case by the grammar
    QByteArray path;   ///< still percent-encoded, begins with a slash
    QByteArray query;  ///< still percent-encoded, without the question mark
    Headers headers;
    QByteArray body;
    QHostAddress peer;
};

/** Content-Length, Date, Connection are written by the connection; a HEAD answer loses its body there. */
struct Response {
    int status = 200;
    Headers headers;
    QByteArray body;
};

} // namespace linewatch::http
