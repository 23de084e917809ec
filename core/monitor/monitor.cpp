// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/monitor.h"

#include "api/api.h"
#include "http/httpserver.h"
#include "model/systemclock.h"
#include "monitor/exportjob.h"
#include "monitor/liveview.h"
#include "monitor/threadrank.h"
#include "report/filesink.h"
#include "storage/storefactory.h"

#include <QLoggingCategory>

namespace linewatch {

Q_LOGGING_CATEGORY(monitorLog, "linewatch.monitor")

namespace {

/** Tells the live board of commits: of how they went, and of what they changed unless it follows the store.
 */
class BoardFeeder final : public CommitListener
{
public:
    BoardFeeder(LiveBoard *board, LiveView::Feed feed) : m_board(board), m_feed(feed) { }

    void groupCommitted(const CommittedGroup &group) override
    {
        if (!m_board)
            return;
        std::span<const EventChange> changes;
        if (m_feed == LiveView::Feed::Commits)
            changes = group.changes.changes;
        m_board->record(changes, group.outcomes, group.arrival, group.duration);
    }

private:
    LiveBoard *m_board;
    const LiveView::Feed m_feed;
};

} // namespace

/** Everything that runs, in the order in which it is made; it ends in the opposite order. */
struct Monitor::Core {
    Core(const MonitorSettings &settings, std::unique_ptr<StoreFactory> openedStore);
    ~Core();
    Q_DISABLE_COPY_MOVE(Core)

    api::Services services();
    void startShowing();
    /** A board that heard only of this process's commits would lack those of others. */
    LiveView::Feed feed() const
    {
        return store->hasManyWriters() ? LiveView::Feed::Store : LiveView::Feed::Commits;
    }
    /** What the core's own threads begin with: where there is a window, they go behind it. */
    void enterThread() const;
    ReaderPool::Open openingReader();

    const MonitorSettings &settings;
    SystemClock clock;
    std::unique_ptr<StoreFactory> store;
    IngestStatistics statistics;
    IngestQueue queue;
    LiveBoard board;
    BoardFeeder feeder;
    ReaderPool readers;
    std::unique_ptr<BatchWriter> writer;
    std::unique_ptr<api::Api> api;
    std::unique_ptr<http::HttpServer> server;
    quint16 port = 0;
    std::unique_ptr<LiveView> view; ///< only with MonitorSettings::live
};

/** Everything that runs in a viewer, in the order in which it is made. */
struct Monitor::Viewer {
    Viewer(const MonitorSettings &settings, std::unique_ptr<ReadableStore> openedStore);

    SystemClock clock;
    std::unique_ptr<ReadableStore> store;
    LiveBoard board;
    std::unique_ptr<LiveView> view;
};

Monitor::Core::Core(const MonitorSettings &monitorSettings, std::unique_ptr<StoreFactory> openedStore)
    : settings(monitorSettings)
    , store(std::move(openedStore))
    , queue(settings.maxQueuedEvents)
    , board(settings.rules)
    , feeder(settings.live ? &board : nullptr, feed())
    , readers(openingReader(), settings.readers)
{
}

Monitor::Core::~Core()
{
    view.reset();
    queue.close();
    writer.reset(); // commits and answers what was queued
    server.reset();
}

api::Services Monitor::Core::services()
{
    return {.clock = clock,
            .queue = queue,
            .statistics = statistics,
            .readers = readers,
            .writerIsHealthy = [this] { return writer->isHealthy(); },
            .httpStatistics = [this] { return server->statistics(); },
            .rules = settings.rules,
            .maxBatchEvents = settings.maxBatchEvents};
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
        return store->openReader();
    };
}

void Monitor::Core::startShowing()
{
    view = std::make_unique<LiveView>(LiveView::Parts{.openReader = openingReader(),
                                                      .board = board,
                                                      .queue = &queue,
                                                      .clock = clock,
                                                      .rules = settings.rules,
                                                      .feed = feed()});
}

Monitor::Viewer::Viewer(const MonitorSettings &settings, std::unique_ptr<ReadableStore> openedStore)
    : store(std::move(openedStore))
    , board(settings.rules)
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

Monitor::Monitor(MonitorSettings settings) : m_settings(std::move(settings))
{
    qRegisterMetaType<LiveSnapshotPtr>();
}

Monitor::~Monitor()
{
    stop();
}

Result<void> Monitor::start()
{
    if (m_settings.viewer)
        return startViewer();
    Result<std::unique_ptr<StoreFactory>> store = StoreFactory::open(m_settings.database);
    if (!store)
        return store.failure();
    auto core = std::make_unique<Core>(m_settings, std::move(*store));
    if (m_settings.live)
        core->board.beginSeeding(); // before the first commit
    core->writer = std::make_unique<BatchWriter>(
        [made = core.get()] {
            made->enterThread();
            return made->store->openWriter();
        },
        core->queue, core->statistics, core->feeder);
    core->api = std::make_unique<api::Api>(core->services());
    core->server =
        std::make_unique<http::HttpServer>(core->api->handler(), m_settings.http, m_settings.ioThreads,
                                           [made = core.get()] { made->enterThread(); });
    const Result<quint16> port = core->server->listen(m_settings.address, m_settings.port);
    if (!port)
        return port.failure();
    core->port = *port;
    if (m_settings.live) {
        core->startShowing();
        forward(*core->view);
    }
    m_core = std::move(core);
    return {};
}

Result<void> Monitor::startViewer()
{
    Result<std::unique_ptr<ReadableStore>> store = ReadableStore::open(m_settings.database);
    if (!store)
        return store.failure();
    m_viewer = std::make_unique<Viewer>(m_settings, std::move(*store));
    forward(*m_viewer->view);
    return {};
}

void Monitor::forward(const LiveView &view)
{
    connect(&view, &LiveView::snapshotPublished, this, &Monitor::snapshotPublished);
    connect(&view, &LiveView::boardFailed, this, &Monitor::boardFailed);
    connect(&view, &LiveView::storeLost, this, &Monitor::storeLost);
    connect(&view, &LiveView::storeFound, this, &Monitor::storeFound);
    connect(&view, &LiveView::windowRead, this, &Monitor::windowRead);
    connect(&view, &LiveView::windowReadFailed, this, &Monitor::windowReadFailed);
}

LiveView *Monitor::view() const
{
    if (m_viewer)
        return m_viewer->view.get();
    return m_core ? m_core->view.get() : nullptr;
}

void Monitor::stop(std::chrono::milliseconds deadline)
{
    m_viewer.reset();
    if (!m_core)
        return;
    if (!m_core->server->shutdown(deadline))
        qCWarning(monitorLog) << "some clients did not read their answers in time";
    m_core.reset();
}

QUrl Monitor::endpoint() const
{
    if (!m_core)
        return {};
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(m_settings.address.toString());
    url.setPort(m_core->port);
    return url;
}

QString Monitor::engineText() const
{
    if (m_viewer)
        return m_viewer->store->engineText();
    return m_core ? m_core->store->engineText() : QString();
}

void Monitor::setShownWindow(std::chrono::minutes shown)
{
    if (LiveView *shownBy = view())
        shownBy->setShownWindow(shown);
}

std::unique_ptr<ExportJob> Monitor::startExport(const ReportRequest &request, const QString &path) const
{
    return std::make_unique<ExportJob>(ExportOrder{.database = m_settings.database,
                                                   .request = request,
                                                   .healthThreshold = m_settings.rules.healthThreshold,
                                                   .openSink = [path] { return FileSink::open(path); }});
}

void Monitor::askWindow(TimeWindow window)
{
    if (LiveView *shownBy = view())
        shownBy->askWindow(window);
}

void Monitor::stopAsking()
{
    if (LiveView *shownBy = view())
        shownBy->stopAsking();
}

} // namespace linewatch
