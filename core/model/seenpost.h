// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/outcome.h"
#include "model/timewindow.h"

#include <string>
#include <vector>

namespace linewatch {

/** A request of a machine as somebody watches it come in, and what was answered. Texts are as they were sent.
 */
struct SeenPost {
    static constexpr std::size_t MostBodyBytes = 64 * 1024;
    static constexpr std::size_t MostOutcomes = 1'000;

    Instant arrival;
    Instant oldest = Instant::min(); ///< what is dated before it was too old
    std::string sender;              ///< the address it came from
    std::string method;
    std::string path;         ///< percent-encoded
    std::string contentType;  ///< empty: it said none
    std::string body;         ///< cut at MostBodyBytes
    std::size_t bodySize = 0; ///< bytes that came, decoded
    int status = 0;           ///< of the answer
    std::string problem;      ///< why the whole request was refused, in English; else empty
    OutcomeCounts counts;
    std::vector<Outcome> outcomes; ///< of the elements in their order; of the first MostOutcomes

    bool isCut() const { return body.size() < bodySize; }
};

} // namespace linewatch
