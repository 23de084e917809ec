// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/keyblocks.h"
#include "storage/keyfilter.h"

#include <limits>

namespace linewatch {

/** A sorted part of the key index: its entries lie in table key_block, its filter in table key_run. */
struct KeyRun {
    std::int64_t runId = 0;
    int level = 0; ///< how often its entries have been merged
    std::size_t entries = 0;
    KeyFilter filter;
    std::int64_t lastRowId = 0; ///< no entry names a later row of table event
};

/** Makes one run out of several, a slice at a time. What it writes is no run until it has come to the end. */
class KeyMerge
{
public:
    /** @p inputs, not empty, stay as they are; @p target is a number that no run has. */
    KeyMerge(const std::vector<const KeyRun *> &inputs, std::int64_t target);

    /** Merges about @p budget entries more; whether that was the end. A failure leaves it unusable. */
    Result<bool> step(KeyBlocks &blocks, std::size_t budget);

    std::int64_t target() const { return m_result.runId; }
    /** The numbers of the runs that it merges. */
    const std::vector<std::int64_t> &inputs() const { return m_inputs; }
    /** The run that was made; call once, after the end. */
    KeyRun takeResult() { return std::move(m_result); }

private:
    /** How far one input has been read. */
    struct Cursor {
        std::int64_t runId = 0;
        std::vector<KeyEntry> entries;
        std::size_t next = 0;
        std::int64_t from = std::numeric_limits<std::int64_t>::min();
        bool atEnd = false; ///< everything was read from the store

        bool isEmpty() const { return next == entries.size(); }
    };

    Result<void> refill(KeyBlocks &blocks, Cursor &cursor);
    /** The cursor whose next entry is the smallest; null when all are at their ends. */
    Result<Cursor *> smallest(KeyBlocks &blocks);

    std::vector<std::int64_t> m_inputs;
    std::vector<Cursor> m_cursors;
    KeyRun m_result;
};

} // namespace linewatch
