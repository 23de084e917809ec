// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/storequeries.h"

namespace linewatch {

StoreQueries::StoreQueries(ReaderPool::Open open) : m_readers(std::move(open), Threads)
{
    connect(this, &StoreQueries::answered, this, &StoreQueries::handOver, Qt::QueuedConnection);
}

StoreQueries::~StoreQueries() = default;

bool StoreQueries::run(ReaderPool::Question read, std::function<void()> heard)
{
    return m_readers.ask(
        [this, read = std::move(read), heard = std::move(heard)](Result<EventReader *> reader) {
            read(std::move(reader));
            tell(heard);
        });
}

void StoreQueries::tell(std::function<void()> heard)
{
    {
        const std::lock_guard lock(m_mutex);
        m_heard.push_back(std::move(heard));
    }
    emit answered(QPrivateSignal());
}

void StoreQueries::handOver()
{
    std::vector<std::function<void()>> heard;
    {
        const std::lock_guard lock(m_mutex);
        heard.swap(m_heard);
    }
    for (const std::function<void()> &each : heard)
        each();
}

} // namespace linewatch
