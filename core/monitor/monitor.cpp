// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/monitor.h"

#include "monitor/exportjob.h"
#include "monitor/monitorcore.h"
#include "report/filesink.h"

#include <QLoggingCategory>

namespace linewatch {

Q_LOGGING_CATEGORY(monitorLog, "linewatch.monitor")

namespace {

constexpr std::chrono::milliseconds postPace{250};

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
