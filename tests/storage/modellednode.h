// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/plainstore.h"
#include "storage/randomstream.h"
#include "storage/testnode.h"

#include <array>

namespace linewatch::test {

/** A node, and the plain model's stamps of it. */
struct ModelledNode {
    /** Before any node on that database gives out stamps. */
    explicit ModelledNode(const DatabaseUrl &url);

    /**
     * What @p plain makes of a batch that the node was posted alone and has answered. A node that had to try
     * again gave out stamps for each try; its newest stamp tells how many there were.
     */
    std::vector<std::string> postTo(PlainStore &plain, const BatchEvents &events, Instant arrival);

    TestNode node;
    PlainStore::Stamps stamps;
};

/** Batches for two nodes that write at once, whose clocks differ. No event id is in both. */
using TwoBatches = std::array<PendingBatch, 2>;

/** What comes next of @p stream: some ids are always those of one node, all else is @p turn's this time. */
TwoBatches nextBatches(RandomStream &stream, std::size_t turn);

} // namespace linewatch::test
