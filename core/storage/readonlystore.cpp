// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/readonlystore.h"

namespace linewatch {

Result<std::unique_ptr<ReadOnlyStore>> ReadOnlyStore::open(const DatabaseUrl &url)
{
    Result<std::unique_ptr<ReadableStore>> store = ReadableStore::open(url);
    if (!store)
        return store.failure();
    Result<std::unique_ptr<EventReader>> reader = (*store)->openReader();
    if (!reader)
        return reader.failure();
    return std::unique_ptr<ReadOnlyStore>(new ReadOnlyStore(std::move(*store), std::move(*reader)));
}

} // namespace linewatch
