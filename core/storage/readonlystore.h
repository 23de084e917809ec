// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/databaseurl.h"
#include "storage/eventreader.h"

#include <memory>

namespace linewatch {

class SqlDialect;

/** For connections that read a store which is there; fails when there is no such file. */
Result<std::unique_ptr<SqlDialect>> readOnlyDialect(const DatabaseUrl &url);

/**
 * A store that is there, to be read beside the process that owns it or while nobody does. Takes no lock,
 * makes and migrates nothing. Lives and dies in the thread that opened it.
 */
class ReadOnlyStore
{
public:
    /** Fails when there is no such store, or when it has another schema than this program's. */
    static Result<std::unique_ptr<ReadOnlyStore>> open(const DatabaseUrl &url);
    ~ReadOnlyStore();
    Q_DISABLE_COPY_MOVE(ReadOnlyStore)

    EventReader &reader() { return *m_reader; }

private:
    ReadOnlyStore(std::unique_ptr<SqlDialect> dialect, std::unique_ptr<EventReader> reader);

    std::unique_ptr<SqlDialect> m_dialect; ///< first: the reader stands on it
    std::unique_ptr<EventReader> m_reader;
};

} // namespace linewatch
