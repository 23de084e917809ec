// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"
#include "model/outcome.h"
#include "storage/spoolmark.h"

#include <optional>
#include <string>
#include <vector>

namespace linewatch {

/** An event that broke a rule, kept so that people can see what a machine gets wrong. */
struct RejectedEvent {
    Instant receivedTime; ///< the server's stamp, never the same for two of one writer
    RejectReason reason = RejectReason::None;
    std::string machineId; ///< as sent, cut at MaxRawBytes; empty where there was no string
    std::string sender;    ///< the address it came from
    std::string raw;       ///< the element's text, cut at MaxRawBytes
    int writer = 0;        ///< whose stamp it is, where it was read from a store of several
};

/** How much of a rejected event's text is kept; cut between characters. */
inline constexpr std::size_t MaxRawBytes = 4096;

/** Everything that one transaction writes. Each event id is in @c changes at most once. */
struct ChangeSet {
    std::vector<EventChange> changes{};
    std::vector<Revision> revisions{};
    std::vector<RejectedEvent> rejections{};
    Instant lastStamp{};                  ///< the newest stamp that was given out, kept for the next start
    std::optional<SpoolMark> spoolMark{}; ///< when the batches come from a spool
};

} // namespace linewatch
