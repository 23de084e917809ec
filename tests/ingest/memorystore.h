// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/rollup.h"
#include "storage/eventstore.h"

#include <functional>
#include <map>
#include <memory>

namespace linewatch::test {

/** The calls of a store that can fail. */
enum class Step { Open, LastStamp, Begin, LookUp, Apply, Commit, RaiseHorizon, RemoveSome };

/**
 * What is on the disk of a store in memory; outlives the stores that are opened on it. The writer's thread
 * owns it while a writer lives: look at it from its callbacks or after the writer is gone.
 */
struct MemoryDisk {
    std::map<EventId, StoredEvent> rows;
    std::vector<Revision> revisions;
    std::vector<RejectedEvent> rejections;
    Instant lastStamp{};
    std::map<std::int64_t, std::int64_t> spooledThrough; ///< by spool
    Instant horizon = NothingRemoved;

    /** Asked before every step; what it returns is how the step fails. */
    std::function<std::optional<Failure>(Step)> fault = [](Step) { return std::nullopt; };
    /** Asked for each transaction that is written; the events that another writer was at. */
    std::function<std::vector<EventId>(const ChangeSet &)> missed = [](const ChangeSet &) {
        return std::vector<EventId>();
    };
    bool keepsWhatFailedToCommit = false; ///< a commit that fails was stored all the same
    bool tellsWhatItCommitted = false;    ///< committedStamp() knows, as with several writers
    std::optional<Instant> committedStamp;
    std::vector<Instant> stampsSeen; ///< every stamp that reached apply(), committed or not
    int opened = 0;
    int rollbacks = 0;
    int misuses = 0; ///< calls out of the order that EventStore asks for
};

/** Opens a store on @p disk, which must outlive it. */
Result<std::unique_ptr<EventStore>> openMemoryStore(MemoryDisk &disk);

} // namespace linewatch::test
