// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/batch.h"

#include <QByteArray>

#include <variant>

namespace linewatch {

/** Why a body is no batch at all. */
struct BatchRefusal {
    enum class Kind { BadJson, TooManyEvents };

    Kind kind = Kind::BadJson;
    QString message;
    std::size_t offset = 0; ///< the byte where it broke
};

/**
 * Reads the body of POST /events/batch: strict JSON (RFC 8259), an array, nested no deeper than 64. Each
 * element is validated by itself; a broken one is a RefusedEvent and harms no other. @p arrival is what
 * 'in the future' is judged by, @p oldest the first time that is not too old. Pure; any thread.
 */
std::variant<BatchEvents, BatchRefusal> decodeBatch(const QByteArray &body, Instant arrival,
                                                    std::size_t maxEvents, Instant oldest = Instant::min());

} // namespace linewatch
