// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/monitorcore.h"

#include "monitor/threadrank.h"

namespace linewatch {

Monitor::Core::Core(const MonitorSettings &monitorSettings, OpenedStore openedStore)
    : settings(monitorSettings)
    , opened(std::move(openedStore))
    , queue(settings.maxQueuedEvents)
    , board(settings.rules)
    , feeder(settings.live ? &board : nullptr, feed())
    , readers(openingReader(), settings.readers)
{
}

Monitor::Core::~Core()
{
    registry.reset();
    health.reset();
    view.reset();
    queue.close();
    writer.reset(); // commits and answers what was queued
    endpoint.reset();
}

api::Services Monitor::Core::services(const MonitorSettings &served)
{
    return {.clock = clock,
            .queue = queue,
            .statistics = statistics,
            .readers = readers,
            .writerIsHealthy = [this] { return writer->isHealthy(); },
            .backlog = [this] { return backlog.read(); },
            .space = [this] { return space->space(); },
            .httpStatistics = [this] { return httpCounts.total(); },
            .rules = settings.rules,
            .maxBatchEvents = served.maxBatchEvents,
            .retention = settings.retention,
            .posts = &posts};
}

void Monitor::Core::enterThread() const
{
    if (settings.live)
        goBehindTheWindow();
}

/** Readers are opened on the thread that asks them. */
ReaderPool::Open Monitor::Core::openingReader()
{
    return [this] {
        enterThread();
        return opened.store->openReader();
    };
}

StoreHealth Monitor::Core::storeHealth() const
{
    const std::optional<Failure> trouble = writer->trouble();
    return {backlog.read(), space->space(), trouble ? trouble->shown : QString()};
}

/** What the writer uses is opened on its thread. */
void Monitor::Core::startWriting()
{
    if (settings.retention.isSet())
        retention.emplace(clock, settings.retention, statistics);
    std::optional<SpoolUse> spool;
    if (opened.spool) {
        const SpoolSums &sums = opened.spool->sumsAtOpening(); // or it would be ready before the writer looks
        backlog.set({sums.batches, sums.events, sums.bytes, sums.oldestArrival, QString(), true});
        spool.emplace(SpoolUse{[this] { return opened.spool->openSpool(); }, backlog});
    }
    writer = std::make_unique<BatchWriter>(
        [this] {
            enterThread();
            return opened.store->openWriter();
        },
        queue, statistics, feeder, std::move(spool), retention ? &*retention : nullptr);
    space = std::make_unique<SpaceWatch>([this] { return opened.store->measure(); },
                                         settings.database.mysql ? settings.spool.path
                                                                 : settings.database.sqlitePath);
}

void Monitor::Core::startShowing()
{
    view = std::make_unique<LiveView>(LiveView::Parts{.openReader = openingReader(),
                                                      .board = board,
                                                      .queue = &queue,
                                                      .clock = clock,
                                                      .rules = settings.rules,
                                                      .feed = feed()});
    health = std::make_unique<StoreHealthWatch>([this] { return storeHealth(); });
    registry = std::make_unique<RegistryEditor>(settings.database, clock);
}

Monitor::Viewer::Viewer(const MonitorSettings &settings, std::unique_ptr<ReadableStore> openedStore)
    : store(std::move(openedStore))
    , board(settings.rules)
    , registry(settings.database, clock)
{
    const auto openReader = [opened = store.get()] {
        goBehindTheWindow();
        return opened->openReader();
    };
    board.beginSeeding();
    view = std::make_unique<LiveView>(LiveView::Parts{.openReader = openReader,
                                                      .board = board,
                                                      .queue = nullptr,
                                                      .clock = clock,
                                                      .rules = settings.rules,
                                                      .feed = LiveView::Feed::Store});
}

} // namespace linewatch
