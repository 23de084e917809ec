// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keymerge.h"

#include <algorithm>
#include <numeric>

namespace linewatch {

namespace {

std::int64_t lastRowOf(const std::vector<const KeyRun *> &runs)
{
    return std::ranges::max(runs, {}, &KeyRun::lastRowId)->lastRowId;
}

std::size_t countEntries(const std::vector<const KeyRun *> &runs)
{
    return std::accumulate(runs.begin(), runs.end(), std::size_t{0},
                           [](std::size_t sum, const KeyRun *run) { return sum + run->entries; });
}

} // namespace

KeyMerge::KeyMerge(const std::vector<const KeyRun *> &inputs, std::int64_t target)
    : m_result{target, inputs.front()->level + 1, 0, KeyFilter(countEntries(inputs)), lastRowOf(inputs)}
{
    for (const KeyRun *run : inputs) {
        m_inputs.push_back(run->runId);
        m_cursors.emplace_back().runId = run->runId;
    }
}

Result<bool> KeyMerge::step(KeyBlocks &blocks, std::size_t budget)
{
    std::vector<KeyEntry> merged;
    merged.reserve(budget);
    bool atEnd = false;
    for (;;) {
        const Result<Cursor *> cursor = smallest(blocks);
        if (!cursor)
            return cursor.failure();
        atEnd = *cursor == nullptr;
        if (atEnd)
            break;
        const KeyEntry &entry = (*cursor)->entries[(*cursor)->next];
        if (merged.size() >= budget && entry.hash != merged.back().hash)
            break;
        merged.push_back(entry);
        ++(*cursor)->next;
    }
    for (const KeyEntry &entry : merged)
        m_result.filter.add(entry.hash);
    m_result.entries += merged.size();
    if (Result<void> done = blocks.write(m_result.runId, merged); !done)
        return done.failure();
    return atEnd;
}

Result<KeyMerge::Cursor *> KeyMerge::smallest(KeyBlocks &blocks)
{
    Cursor *found = nullptr;
    for (Cursor &cursor : m_cursors) {
        if (Result<void> done = refill(blocks, cursor); !done)
            return done.failure();
        if (!cursor.isEmpty() && (!found || cursor.entries[cursor.next] < found->entries[found->next]))
            found = &cursor;
    }
    return found;
}

Result<void> KeyMerge::refill(KeyBlocks &blocks, Cursor &cursor)
{
    if (!cursor.isEmpty() || cursor.atEnd)
        return {};
    Result<std::vector<KeyEntry>> entries = blocks.read(cursor.runId, cursor.from);
    if (!entries)
        return entries.failure();
    cursor.entries = std::move(*entries);
    cursor.next = 0;
    cursor.atEnd =
        cursor.entries.empty() || cursor.entries.back().hash == std::numeric_limits<std::int64_t>::max();
    if (!cursor.atEnd)
        cursor.from = cursor.entries.back().hash + 1;
    return {};
}

} // namespace linewatch
