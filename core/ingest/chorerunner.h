// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/chorepace.h"
#include "ingest/groupwriter.h"
#include "ingest/writerchore.h"

namespace linewatch {

/** Makes the steps of a chore between groups and while none come. Lives on the writer's thread. */
class ChoreRunner
{
public:
    /** @p chore may be null: there is nothing to do then. It must outlive this. */
    explicit ChoreRunner(WriterChore *chore) : m_chore(chore) { }

    /** How long to wait for batches from now; nothing: until some come. */
    std::optional<std::chrono::microseconds> beginWaiting();
    void endWaiting();
    /** Call after each wait, when what came of it is done; @p hadWork: there was a group. */
    void stepIfDue(GroupWriter &groups, bool hadWork);

private:
    std::chrono::microseconds lap();

    WriterChore *m_chore;
    ChorePace m_pace;
    std::chrono::steady_clock::time_point m_since = std::chrono::steady_clock::now();
};

} // namespace linewatch
