// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktopsession.h"

#include "monitor/exportjob.h"
#include "monitor/limitsettings.h"
#include "simulation/demostream.h"

#include <QCoreApplication>

#include <algorithm>

namespace linewatch {

DesktopSession::DesktopSession(ui::MainWindow &window) : m_window(window)
{
    connect(&m_window, &ui::MainWindow::liveWindowChosen, this, [this](std::chrono::minutes length) {
        if (!m_shown)
            return;
        m_shown->stopAsking();
        m_shown->setShownWindow(length);
    });
    connect(&m_window, &ui::MainWindow::storeWindowChosen, this, [this](TimeWindow asked) {
        if (m_shown)
            m_shown->askWindow(asked);
    });
    // Later, as the other plant has pages and menus of its own, and the wish came from one of them.
    connect(&m_window, &ui::MainWindow::demoRequested, this, &DesktopSession::startDemoBeside,
            Qt::QueuedConnection);
    connect(&m_window, &ui::MainWindow::ownPlantRequested, this, &DesktopSession::returnToOwn,
            Qt::QueuedConnection);
    connect(&m_window, &ui::MainWindow::connectRequested, this, &DesktopSession::openConnect);
    connect(&m_window, &ui::MainWindow::languageChanged, this, &DesktopSession::showStoreText);
    connect(&m_window, &ui::MainWindow::languageChanged, this, &DesktopSession::renewPanels);
    connect(&m_window, &ui::MainWindow::exportRequested, this, &DesktopSession::openExport);
}

DesktopSession::~DesktopSession()
{
    stop();
}

Result<void> DesktopSession::startOwn(MonitorSettings settings)
{
    settings.live = true;
    const DatabaseUrl database = settings.database;
    auto starting = std::make_unique<Monitor>(std::move(settings));
    if (Result<void> started = starting->start(); !started)
        return started;
    m_own = std::move(starting);
    m_ownNews = std::make_unique<PlantNews>(*m_own);
    m_ownDatabase = database;
    if (m_draft) {
        m_draft->setStoreInUse(m_ownDatabase.sqlitePath);
        m_draft->setServed(!m_own->endpoint().isEmpty());
    }
    show(*m_own, *m_ownNews);
    return {};
}

Result<void> DesktopSession::startDemo(MonitorSettings settings, ReadSettings readOwn,
                                       std::optional<quint64> seed)
{
    m_readOwn = std::move(readOwn);
    return beginDemo(std::move(settings), seed);
}

Result<void> DesktopSession::beginDemo(MonitorSettings settings, std::optional<quint64> seed)
{
    Result<std::unique_ptr<Demo>> demo = Demo::start(std::move(settings), seed);
    if (!demo)
        return demo.failure();
    m_demo = std::move(*demo);
    m_demoNews = std::make_unique<PlantNews>(m_demo->monitor());
    connect(&m_demo->plant(), &simulation::DemoPlant::problemOccurred, &m_window,
            &ui::MainWindow::showProblem);
    show(m_demo->monitor(), *m_demoNews);
    return {};
}

void DesktopSession::startDemoBeside()
{
    if (m_demo) {
        openDemoPanel();
        return;
    }
    MonitorSettings settings;
    settings.port = 0;
    if (const Result<void> started = beginDemo(std::move(settings), std::nullopt); started)
        openDemoPanel();
    else
        m_window.showProblem(tr("The demo plant could not be started: %1").arg(started.failure().shown));
}

void DesktopSession::returnToOwn()
{
    if (!m_demo)
        return;
    if (m_own) {
        show(*m_own, *m_ownNews);
    } else if (const Result<void> started = startOwnAfterDemo(); !started) {
        m_window.showProblem(tr("Your own plant could not be started: %1").arg(started.failure().shown));
        return;
    }
    endDemo();
}

/** As an ordinary start would, so most likely where the demo listens. */
Result<void> DesktopSession::startOwnAfterDemo()
{
    Result<MonitorSettings> settings = m_readOwn();
    if (!settings)
        return settings.failure();
    if (Result<void> stands = m_demo->standAside(); !stands)
        return stands;
    Result<void> started = startOwn(std::move(*settings));
    if (started) {
        emit ownStarted();
        return started;
    }
    m_demo->goOn();
    m_window.showEndpoint(m_demo->monitor().endpoint());
    return started;
}

/** An export of it ends with it: nobody wants half of a made plant. */
void DesktopSession::endDemo()
{
    delete m_demoPanel.data();
    if (m_exported == &m_demo->monitor())
        delete m_export.data();
    m_demoNews.reset();
    m_demo.reset();
}

void DesktopSession::show(Monitor &monitor, const PlantNews &news)
{
    if (m_shown) {
        delete m_connect.data(); // it tells of another address
        m_shown->disconnect(&m_window);
        m_shown->stopAsking();
    }
    m_shown = &monitor;
    m_window.showDemo(showsDemo());
    connect(m_shown, &Monitor::snapshotPublished, &m_window, &ui::MainWindow::showSnapshot);
    connect(m_shown, &Monitor::boardFailed, &m_window, &ui::MainWindow::showBoardFailure);
    connect(m_shown, &Monitor::storeHealthChanged, &m_window, &ui::MainWindow::showStoreHealth);
    connect(m_shown, &Monitor::storeLost, &m_window, &ui::MainWindow::showStoreLost);
    connect(m_shown, &Monitor::storeFound, &m_window, &ui::MainWindow::clearStoreLost);
    connect(m_shown, &Monitor::windowRead, &m_window, &ui::MainWindow::showStoreSnapshot);
    connect(m_shown, &Monitor::windowReadFailed, &m_window, &ui::MainWindow::showStoreFailure);
    m_shown->setShownWindow(m_window.shownWindow().live);
    if (const std::optional<TimeWindow> window = m_window.storeWindow())
        m_shown->askWindow(*window);
    m_window.setStore(m_shown->queries(), m_shown->rules(), m_shown->registry());
    m_window.showEndpoint(m_shown->endpoint());
    m_window.showEngine(m_shown->engineText());
    showStoreText();
    news.tell(m_window);
}

void DesktopSession::showStoreText()
{
    if (showsDemo())
        m_window.showStoreText(tr("Demo plant, temporary store"));
    else
        m_window.showStoreText(m_ownDatabase.mysql ? m_ownDatabase.displayText() : tr("SQLite"));
}

void DesktopSession::openDemoPanel()
{
    if (!m_demoPanel) {
        m_demoPanel = new ui::DemoPanel(simulation::demoNames(), m_demo->plant().controls(), &m_window);
        m_demoPanel->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_demoPanel, &ui::DemoPanel::controlsChosen, this,
                [this](const DemoControls &controls) { m_demo->plant().setControls(controls); });
        // Later, as the panel goes with the demo.
        connect(m_demoPanel, &ui::DemoPanel::ownPlantWanted, this, &DesktopSession::returnToOwn,
                Qt::QueuedConnection);
    }
    m_demoPanel->show();
    m_demoPanel->raise();
    m_demoPanel->activateWindow();
}

void DesktopSession::openConnect()
{
    if (!m_shown)
        return;
    if (!m_connect) {
        m_connect =
            new ui::ConnectDialog(m_shown->endpoint(), m_window.themes(), m_window.formats(), &m_window);
        m_connect->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_shown, &Monitor::postSeen, m_connect, &ui::ConnectDialog::showPost);
        connect(m_connect, &QObject::destroyed, m_shown, [shown = m_shown] { shown->watchPosts(false); });
        m_shown->watchPosts(true);
    }
    m_connect->show();
    m_connect->raise();
    m_connect->activateWindow();
}

/** In the words of the language that was chosen. */
void DesktopSession::renewPanels()
{
    if (m_demoPanel) {
        delete m_demoPanel.data();
        openDemoPanel();
    }
    if (m_connect) {
        delete m_connect.data();
        openConnect();
    }
}

void DesktopSession::openExport(TimeWindow window)
{
    if (m_export && (m_export->isRunning() || m_export->isVisible())) {
        m_export->raise();
        m_export->activateWindow();
        return;
    }
    if (!m_shown)
        return;
    m_export = new ui::ExportDialog(
        window,
        [monitor = m_shown](const ReportRequest &request, const QString &path) {
            return monitor->startExport(request, path);
        },
        m_window.formats(), &m_window);
    m_export->setAttribute(Qt::WA_DeleteOnClose);
    m_exported = m_shown;
    m_export->show();
}

void DesktopSession::openSettings(SettingsFile &file)
{
    m_settings = &file;
    m_draft = std::make_unique<ui::SettingsDraft>(file);
    m_window.setSettings(*m_draft);
    connect(m_draft.get(), &ui::SettingsDraft::applyWanted, this, &DesktopSession::applySettings);
    connect(m_draft.get(), &ui::SettingsDraft::restartWanted, this, &DesktopSession::restart);
}

/** What runs and what is written stay the same, whichever fails. */
void DesktopSession::applySettings(const QMap<QString, QString> &changes)
{
    const auto isOfEndpoint = [](const QString &name) {
        const SettingKey *key = findSettingKey(name);
        return key && key->effect == SettingKey::Effect::Endpoint;
    };
    const auto wanted = [this](const QString &key) { return m_draft->given(key); };
    const QStringList keys = changes.keys();
    const bool moves = std::ranges::any_of(keys, isOfEndpoint);
    Result<void> done = moves ? changeEndpoint(wanted) : Result<void>{};
    if (done) {
        done = m_settings->write(changes);
        if (!done && moves) // back to what is written
            static_cast<void>(changeEndpoint([this](const QString &key) { return m_settings->given(key); }));
    }
    if (done)
        m_draft->accept();
    else
        m_draft->refuse(done.failure().shown);
}

/** Of the plant, which the demo beside it has nothing to do with; a viewer has none. */
Result<void> DesktopSession::changeEndpoint(const SettingValues &settings)
{
    const Result<MonitorSettings> wanted = readEndpoint(settings);
    if (!wanted)
        return wanted.failure();
    if (!m_own || m_own->endpoint().isEmpty())
        return {};
    if (Result<void> changed = m_own->changeEndpoint(*wanted); !changed)
        return changed;
    if (m_shown == m_own.get())
        m_window.showEndpoint(m_own->endpoint());
    return {};
}

void DesktopSession::restart()
{
    m_wantsRestart = true;
    QCoreApplication::quit();
}

void DesktopSession::endOn(const TerminationSignals &termination)
{
    connect(&termination, &TerminationSignals::terminationRequested, this, [this] {
        cancelExport(); // or it would ask whether the window may be closed
        if (m_draft)
            m_draft->revert(); // the same
        m_window.discardEdits();
        QCoreApplication::quit();
    });
}

void DesktopSession::cancelExport()
{
    if (m_export)
        m_export->cancelExport();
}

QUrl DesktopSession::endpoint() const
{
    return m_shown ? m_shown->endpoint() : QUrl();
}

void DesktopSession::stop()
{
    delete m_connect.data();
    delete m_export.data(); // it asks the monitor that it was opened with
    m_shown = nullptr;
    if (m_demo)
        endDemo();
    m_ownNews.reset();
    m_own.reset();
}

} // namespace linewatch
