// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/spacewatch.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace linewatch {

namespace {

constexpr std::chrono::seconds interval{30};

/** What a user may still write, or nothing where that cannot be found out. */
std::optional<std::int64_t> freeOn(const QString &path)
{
    if (path.isEmpty())
        return std::nullopt;
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    return disk.isValid() ? std::optional<std::int64_t>(disk.bytesAvailable()) : std::nullopt;
}

} // namespace

SpaceWatch::SpaceWatch(MeasureStore measure, QString disk)
    : m_measure(std::move(measure))
    , m_disk(std::move(disk))
    , m_thread([this] { run(); })
{
}

SpaceWatch::~SpaceWatch()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_ended.notify_one();
    m_thread.join();
}

std::optional<StoreSpace> SpaceWatch::space() const
{
    const std::scoped_lock lock(m_mutex);
    return m_space;
}

void SpaceWatch::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        lock.unlock();
        measure();
        lock.lock();
        m_ended.wait_for(lock, interval, [this] { return m_ending; });
    }
}

/** A server that is away leaves its size as it was. */
void SpaceWatch::measure()
{
    const Result<std::int64_t> used = m_measure();
    if (used)
        m_growth.note(std::chrono::steady_clock::now(), *used);
    const std::optional<std::int64_t> free = freeOn(m_disk);
    const std::scoped_lock lock(m_mutex);
    StoreSpace space = m_space.value_or(StoreSpace{});
    if (used)
        space.used = *used;
    space.growthPerDay = m_growth.perDay();
    space.free = free;
    m_space = space;
}

} // namespace linewatch
