// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"

#include <QHostAddress>

namespace linewatch {

/** Where to serve, as --listen and the setting server/listen name it. */
struct ListenAddress {
    QHostAddress address{QHostAddress::LocalHost};
    quint16 port = 8080; ///< 0: a free one

    /** ADDRESS:PORT, [ADDRESS]:PORT or localhost:PORT; refuses, with the reason, what is no loopback address.
     */
    static Result<ListenAddress> parse(const QString &text);
    /** As parse() reads it. */
    QString text() const;

    friend bool operator==(const ListenAddress &, const ListenAddress &) = default;
};

} // namespace linewatch
