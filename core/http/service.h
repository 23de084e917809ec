// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/handler.h"
#include "http/limits.h"
#include "http/statistics.h"

#include <atomic>

namespace linewatch::http {

/** What all threads of one server share. Outlives them. */
struct Service {
    RequestHandler &handler;
    const Limits limits;
    Statistics statistics = {};
    std::atomic<int> turnedAway = 0; ///< connections that are being told 503
};

} // namespace linewatch::http
