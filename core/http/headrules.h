// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/bodydecoder.h"
#include "http/limits.h"
#include "http/problem.h"

#include <variant>

namespace linewatch::http {

/** What the head of a request says about the rest. */
struct HeadFacts {
    bool keepAlive = true;
    bool chunked = false;
    bool expectsContinue = false;
    ContentCoding coding = ContentCoding::Identity;
};

/**
 * The rules for a head that are beyond a grammar, or that llhttp takes too lightly: Host, transfer and
 * content codings, expectations and the announced length. @p minorVersion is 0 or 1.
 */
std::variant<HeadFacts, Problem> judgeHead(const Headers &headers, int minorVersion, quint64 contentLength,
                                           const Limits &limits);

/** The refusal of a body beyond the limit. */
Problem bodyTooLarge(const Limits &limits);

} // namespace linewatch::http
