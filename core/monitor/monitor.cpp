// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/monitor.h"

#include "ingest/retentionchore.h"
#include "model/systemclock.h"
#include "monitor/endpoint.h"
#include "monitor/exportjob.h"
#include "monitor/liveview.h"
#include "monitor/openedstore.h"
#include "monitor/registryeditor.h"
#include "monitor/spacewatch.h"
#include "monitor/storehealthwatch.h"
#include "monitor/threadrank.h"
#include "report/filesink.h"

#include <QLoggingCategory>

namespace linewatch {

Q_LOGGING_CATEGORY(monitorLog, "linewatch.monitor")

namespace {

constexpr std::chrono::milliseconds postPace{250};

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

/** Only that: other threads read the rest of them while it changes. */
void takeEndpoint(MonitorSettings &settings, const MonitorSettings &wanted)
{
    settings.address = wanted.address;
    settings.port = wanted.port;
    settings.http = wanted.http;
    settings.maxBatchEvents = wanted.maxBatchEvents;
    settings.maxQueuedEvents = wanted.maxQueuedEvents;
}

} // namespace

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

Monitor::Monitor(MonitorSettings settings) : m_settings(std::move(settings))
{
    m_postTimer.setInterval(postPace);
    connect(&m_postTimer, &QTimer::timeout, this, &Monitor::tellOfPosts);
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
    Result<OpenedStore> opened = openStore(m_settings.database, m_settings.spool);
    if (!opened)
        return opened.failure();
    auto core = std::make_unique<Core>(m_settings, std::move(*opened));
    if (m_settings.live)
        core->board.beginSeeding(); // before the first commit
    core->startWriting();
    core->endpoint = std::make_unique<Endpoint>([made = core.get()](const MonitorSettings &served) {
        return std::make_unique<Serving>(
            made->services(served), served, [made] { made->enterThread(); }, made->httpCounts);
    });
    if (Result<void> serving = core->endpoint->serve(m_settings); !serving)
        return serving;
    if (m_settings.live) {
        core->startShowing();
        forward(*core->view);
        connect(core->health.get(), &StoreHealthWatch::storeHealthChanged, this,
                &Monitor::storeHealthChanged);
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

void Monitor::watchPosts(bool isWatched)
{
    const bool can = isWatched && m_core;
    if (m_core)
        m_core->posts.setWatched(can);
    if (can)
        m_postTimer.start();
    else
        m_postTimer.stop();
}

void Monitor::tellOfPosts()
{
    for (const SeenPost &post : m_core->posts.take())
        emit postSeen(post);
}

void Monitor::stop(std::chrono::milliseconds deadline)
{
    m_viewer.reset();
    m_postTimer.stop();
    if (!m_core)
        return;
    if (!m_core->endpoint->shutdown(deadline))
        qCWarning(monitorLog) << "some clients did not read their answers in time";
    m_core.reset();
}

Result<void> Monitor::changeEndpoint(const MonitorSettings &wanted)
{
    MonitorSettings served = m_settings;
    takeEndpoint(served, wanted);
    if (m_core) {
        if (Result<void> serving = m_core->endpoint->serve(served); !serving)
            return serving;
        m_core->queue.setMaxEvents(served.maxQueuedEvents);
    }
    takeEndpoint(m_settings, served);
    return {};
}

QUrl Monitor::endpoint() const
{
    if (!m_core)
        return {};
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(m_core->endpoint->address().toString());
    url.setPort(m_core->endpoint->port());
    return url;
}

QString Monitor::engineText() const
{
    if (m_viewer)
        return m_viewer->store->engineText();
    return m_core ? m_core->opened.store->engineText() : QString();
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

StoreQueries *Monitor::queries() const
{
    LiveView *shownBy = view();
    return shownBy ? &shownBy->queries() : nullptr;
}

RegistryEditor *Monitor::registry() const
{
    if (m_viewer)
        return &m_viewer->registry;
    return m_core ? m_core->registry.get() : nullptr;
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
