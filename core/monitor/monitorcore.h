// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/retentionchore.h"
#include "model/systemclock.h"
#include "monitor/boardfeeder.h"
#include "monitor/endpoint.h"
#include "monitor/liveview.h"
#include "monitor/monitor.h"
#include "monitor/openedstore.h"
#include "monitor/registryeditor.h"
#include "monitor/spacewatch.h"
#include "monitor/storehealthwatch.h"

namespace linewatch {

/** Everything that runs, in the order in which it is made; it ends in the opposite order. */
struct Monitor::Core {
    Core(const MonitorSettings &settings, OpenedStore openedStore);
    ~Core();
    Q_DISABLE_COPY_MOVE(Core)

    api::Services services(const MonitorSettings &served);
    void startShowing();
    /** A board that heard only of this process's commits would lack those of others. */
    LiveView::Feed feed() const
    {
        return opened.store->hasManyWriters() ? LiveView::Feed::Store : LiveView::Feed::Commits;
    }
    /** What the core's own threads begin with: where there is a window, they go behind it. */
    void enterThread() const;
    ReaderPool::Open openingReader();
    void startWriting();
    StoreHealth storeHealth() const;

    const MonitorSettings &settings;
    SystemClock clock;
    OpenedStore opened;
    IngestStatistics statistics;
    IngestQueue queue;
    api::PostWatch posts;
    BacklogGauge backlog;
    LiveBoard board;
    BoardFeeder feeder;
    ReaderPool readers;
    std::optional<RetentionChore> retention; ///< where it is set
    std::unique_ptr<BatchWriter> writer;
    std::unique_ptr<SpaceWatch> space;
    HttpCounts httpCounts;
    std::unique_ptr<Endpoint> endpoint;
    std::unique_ptr<LiveView> view;           ///< only with MonitorSettings::live
    std::unique_ptr<StoreHealthWatch> health; ///< the same
    std::unique_ptr<RegistryEditor> registry; ///< the same
};

/** Everything that runs in a viewer, in the order in which it is made. */
struct Monitor::Viewer {
    Viewer(const MonitorSettings &settings, std::unique_ptr<ReadableStore> openedStore);

    SystemClock clock;
    std::unique_ptr<ReadableStore> store;
    LiveBoard board;
    std::unique_ptr<LiveView> view;
    RegistryEditor registry;
};

} // namespace linewatch
