// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace linewatch::http {

/**
 * Every limit of the server, each with the default that the contract names (common rules). Those without a
 * contract value guard the process itself: against peers that do not read, and against closing so fast
 * that the peer loses the answer. All times are positive, all sizes at least one.
 */
struct Limits {
    qsizetype bodyBytes = 16 * 1024 * 1024; ///< what comes in and what comes out of chunks and gzip; 413
    qsizetype headerBytes = 32 * 1024;      ///< header block, trailers and padding of chunk sizes; 431
    qsizetype targetBytes = 8 * 1024;       ///< path and query as sent; 414

    int connections = 10'000;           ///< served at once in the whole server; the next is answered 503
    int turnedAwayConnections = 256;    ///< being told 503 at once; those beyond are closed without a word
    std::chrono::seconds retryAfter{1}; ///< what such a peer is told to wait
    qsizetype requestsInFlight = 16;    ///< per connection, unanswered; reading pauses at that number
    qsizetype unwrittenBytes = 1024 * 1024; ///< per connection; reading pauses while more wait to be written

    std::chrono::milliseconds headerDeadline{10'000}; ///< from a request's first byte to its blank line; 408
    std::chrono::milliseconds bodyDeadline{60'000};   ///< from the blank line to the body's last byte; 408
    std::chrono::milliseconds idleTimeout{75'000};    ///< nothing asked, nothing owed; closed silently
    std::chrono::milliseconds writeTimeout{30'000};   ///< answers wait and the peer takes nothing; dropped

    std::chrono::milliseconds lingerTime{5'000};       ///< how long what still comes is thrown away
    std::chrono::milliseconds shutdownLingerTime{250}; ///< the same while the server shuts down
    qsizetype lingerBytes = 64 * 1024 * 1024;          ///< how much of it
};

} // namespace linewatch::http
