// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/monitor.h"

#include "api/api.h"
#include "http/httpserver.h"
#include "ingest/retentionchore.h"
#include "model/systemclock.h"
#include "monitor/boardfiller.h"
#include "monitor/exportjob.h"
#include "monitor/livepublisher.h"
#include "monitor/threadrank.h"
#include "monitor/windowreader.h"
#include "report/filesink.h"
#include "storage/storefactory.h"

#include <QLoggingCategory>

namespace linewatch {

Q_LOGGING_CATEGORY(monitorLog, "linewatch.monitor")

namespace {

/** Tells the live board of commits. */
class BoardFeeder final : public CommitListener
{
public:
    explicit BoardFeeder(LiveBoard *board) : m_board(board) { }

    void groupCommitted(const CommittedGroup &group) override
    {
        if (m_board)
            m_board->record(group.changes.changes, group.outcomes, group.arrival, group.duration);
    }

private:
    LiveBoard *m_board;
};

} // namespace

/** Everything that runs, in the order in which it is made; it ends in the opposite order. */
struct Monitor::Core {
    Core(const MonitorSettings &settings, std::unique_ptr<StoreFactory> openedStore);
    ~Core();
    Q_DISABLE_COPY_MOVE(Core)

    api::Services services();
    void startPublishing(Monitor *monitor);
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
    std::optional<RetentionChore> retention; ///< where it is set
    std::unique_ptr<BatchWriter> writer;
    std::unique_ptr<api::Api> api;
    std::unique_ptr<http::HttpServer> server;
    quint16 port = 0;
    std::unique_ptr<LivePublisher> publisher; ///< only with MonitorSettings::live
    std::unique_ptr<WindowReader> windows;    ///< the same
    std::unique_ptr<BoardFiller> filler;      ///< the same
};

Monitor::Core::Core(const MonitorSettings &monitorSettings, std::unique_ptr<StoreFactory> openedStore)
    : settings(monitorSettings)
    , store(std::move(openedStore))
    , queue(settings.maxQueuedEvents)
    , board(settings.rules)
    , feeder(settings.live ? &board : nullptr)
    , readers(openingReader(), settings.readers)
{
}

Monitor::Core::~Core()
{
    filler.reset();
    windows.reset();
    publisher.reset();
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
            .maxBatchEvents = settings.maxBatchEvents,
            .retention = settings.retention};
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

void Monitor::Core::startPublishing(Monitor *monitor)
{
    publisher = std::make_unique<LivePublisher>(board, queue, clock);
    connect(publisher.get(), &LivePublisher::snapshotPublished, monitor, &Monitor::snapshotPublished);
    windows = std::make_unique<WindowReader>(openingReader(), clock, settings.rules);
    connect(windows.get(), &WindowReader::windowRead, monitor, &Monitor::windowRead);
    connect(windows.get(), &WindowReader::windowReadFailed, monitor, &Monitor::windowReadFailed);
    filler =
        std::make_unique<BoardFiller>(openingReader(), board, clock, [this] { publisher->noteFilled(); });
    connect(filler.get(), &BoardFiller::fillingFailed, monitor, &Monitor::boardFailed);
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
    Result<std::unique_ptr<StoreFactory>> store = StoreFactory::open(m_settings.database);
    if (!store)
        return store.failure();
    auto core = std::make_unique<Core>(m_settings, std::move(*store));
    if (m_settings.live)
        core->board.beginSeeding(); // before the first commit
    if (m_settings.retention.isSet())
        core->retention.emplace(core->clock, m_settings.retention, core->statistics);
    core->writer = std::make_unique<BatchWriter>(
        [made = core.get()] {
            made->enterThread();
            return made->store->openWriter();
        },
        core->queue, core->statistics, core->feeder, core->retention ? &*core->retention : nullptr);
    core->api = std::make_unique<api::Api>(core->services());
    core->server =
        std::make_unique<http::HttpServer>(core->api->handler(), m_settings.http, m_settings.ioThreads,
                                           [made = core.get()] { made->enterThread(); });
    const Result<quint16> port = core->server->listen(m_settings.address, m_settings.port);
    if (!port)
        return port.failure();
    core->port = *port;
    if (m_settings.live)
        core->startPublishing(this);
    m_core = std::move(core);
    return {};
}

void Monitor::stop(std::chrono::milliseconds deadline)
{
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
    return m_core ? m_core->store->engineText() : QString();
}

void Monitor::setShownWindow(std::chrono::minutes shown)
{
    if (m_core && m_core->publisher)
        m_core->publisher->setShownWindow(shown);
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
    if (m_core && m_core->windows)
        m_core->windows->ask(window);
}

void Monitor::stopAsking()
{
    if (m_core && m_core->windows)
        m_core->windows->stopAsking();
}

} // namespace linewatch
