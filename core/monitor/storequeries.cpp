// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/storequeries.h"

namespace linewatch {

StoreQueries::StoreQueries(ReaderPool::Open open) : m_readers(std::move(open), Threads) { }

StoreQueries::~StoreQueries() = default;

bool StoreQueries::run(ReaderPool::Question read, std::function<void()> heard)
{
    return m_readers.ask(
        [this, read = std::move(read), heard = std::move(heard)](Result<EventReader *> reader) {
            read(std::move(reader));
            QMetaObject::invokeMethod(this, heard, Qt::QueuedConnection);
        });
}

} // namespace linewatch
