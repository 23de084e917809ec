// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/checkreport.h"
#include "storage/sourcenames.h"

namespace linewatch {

/**
 * Holds the rows of table event against what belongs to them: their sources, the payloads that corrections
 * replaced, and the stamps that were given out. Reads them a page at a time in the order of their numbers.
 */
class EventRowCheck
{
public:
    /** Called now and then with the events that were read. */
    using Progress = std::function<void(std::int64_t)>;

    /** @p connection and @p names must outlive it. */
    EventRowCheck(SqlConnection &connection, const SourceNames &names);

    /** Within a transaction that reads one state; once. */
    Result<std::vector<CheckedPart>> run(const Progress &progress);

private:
    struct Row;

    Result<void> readStamps();
    Result<bool> checkPage();
    void check(const Row &row);
    void checkStamp(int writer, std::int64_t stamp, const std::function<QString()> &whose);
    Result<void> checkStrayRevisions();
    Result<void> checkOtherStamps(const QString &question, const QString &whose);

    SqlConnection &m_connection;
    const SourceNames &m_names;
    CheckedPart m_sources{QStringLiteral("sources of events")};
    CheckedPart m_revisions{QStringLiteral("revisions of events")};
    CheckedPart m_stamps{QStringLiteral("stamps")};
    std::unordered_map<int, std::int64_t> m_newest; ///< the newest stamp that each writer kept
    std::int64_t m_lastRow;
    std::int64_t m_events = 0;
    std::int64_t m_revisionsOfEvents = 0; ///< that stand in order behind an event
};

} // namespace linewatch
