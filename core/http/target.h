// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace linewatch::http {

/** What a request asks for, still percent-encoded. */
struct Target {
    QByteArray path;  ///< begins with a slash
    QByteArray query; ///< without the question mark
};

/**
 * The parts of a request target: a path, or a whole http address, of which only path and query count here
 * (RFC 9112, 3.2). Nothing when it is neither.
 */
std::optional<Target> splitTarget(QByteArrayView target);

} // namespace linewatch::http
