// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/readablestore.h"

namespace linewatch {

/** A store that is there, with a reader on it, see ReadableStore. Lives and dies in the thread that opened
 * it. */
class ReadOnlyStore
{
public:
    static Result<std::unique_ptr<ReadOnlyStore>> open(const DatabaseUrl &url);

    EventReader &reader() { return *m_reader; }

private:
    ReadOnlyStore(std::unique_ptr<ReadableStore> store, std::unique_ptr<EventReader> reader)
        : m_store(std::move(store))
        , m_reader(std::move(reader))
    {
    }

    std::unique_ptr<ReadableStore> m_store; ///< first: the reader stands on it
    std::unique_ptr<EventReader> m_reader;
};

} // namespace linewatch
