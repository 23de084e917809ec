// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/registrywatch.h"

namespace linewatch {

namespace {

constexpr std::chrono::milliseconds period{2000};

} // namespace

RegistryWatch::RegistryWatch(ReaderPool::Open open, LiveBoard &board)
    : m_open(std::move(open))
    , m_board(board)
    , m_thread([this](PausingThread &thread) { run(thread); })
{
}

void RegistryWatch::run(PausingThread &thread)
{
    while (!thread.isEnding()) {
        if (!look())
            m_reader.reset(); // others say that the store is away
        thread.pause(period);
    }
    m_reader.reset(); // in its own thread
}

Result<void> RegistryWatch::look()
{
    if (!m_reader) {
        Result<std::unique_ptr<EventReader>> reader = m_open();
        if (!reader)
            return reader.failure();
        m_reader = std::move(*reader);
    }
    const ReadSnapshot snapshot(*m_reader);
    if (!snapshot.begun())
        return snapshot.begun();
    const Result<std::int64_t> revision = m_reader->registryRevision();
    if (!revision)
        return revision.failure();
    if (m_told == *revision)
        return {};
    const Result<Registry> registry = m_reader->registry();
    if (!registry)
        return registry.failure();
    m_board.setRegistry(*registry);
    m_told = *revision;
    return {};
}

} // namespace linewatch
