// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktopsession.h"

#include "monitor/exportjob.h"
#include "simulation/demostream.h"
#include "monitor/limitsettings.h"

#include <QCoreApplication>
#include <QDir>

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
    connect(&m_window, &ui::MainWindow::demoRequested, this, &DesktopSession::startDemoBeside);
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
    m_ownDatabase = settings.database;
    if (Result<void> started = startMonitor(m_own, std::move(settings)); !started)
        return started;
    if (m_draft) {
        m_draft->setStoreInUse(m_ownDatabase.sqlitePath);
        m_draft->setServed(!m_own->endpoint().isEmpty());
    }
    show(*m_own);
    return {};
}

Result<void> DesktopSession::startDemo(MonitorSettings settings, std::optional<quint64> seed)
{
    m_demoFolder = std::make_unique<QTemporaryDir>();
    if (!m_demoFolder->isValid())
        return Failure{
            Failure::Kind::Refused,
            Sentence(QT_TRANSLATE_NOOP("Failure", "cannot make a folder in %1"), QDir::tempPath())};
    settings.database.sqlitePath = m_demoFolder->filePath(QStringLiteral("demo.db"));
    if (Result<void> started = startMonitor(m_demo, std::move(settings)); !started)
        return started;
    m_plant = std::make_unique<simulation::DemoPlant>(m_demo->endpoint(), seed);
    connect(m_plant.get(), &simulation::DemoPlant::problemOccurred, &m_window, &ui::MainWindow::showProblem);
    m_plant->start();
    show(*m_demo);
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
    if (const Result<void> started = startDemo(std::move(settings)); started)
        openDemoPanel();
    else
        m_window.showProblem(tr("The demo plant could not be started: %1").arg(started.failure().shown));
}

Result<void> DesktopSession::startMonitor(std::unique_ptr<Monitor> &monitor, MonitorSettings settings)
{
    settings.live = true;
    auto starting = std::make_unique<Monitor>(std::move(settings));
    if (Result<void> started = starting->start(); !started)
        return started;
    monitor = std::move(starting);
    return {};
}

void DesktopSession::show(Monitor &monitor)
{
    if (m_shown) {
        delete m_connect.data(); // it tells of another address
        m_shown->disconnect(&m_window);
        m_window.clearStoreLost();
        m_shown->stopAsking();
    }
    m_shown = &monitor;
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
    m_window.showDemo(m_shown == m_demo.get());
    m_window.showEngine(m_shown->engineText());
    showStoreText();
}

void DesktopSession::showStoreText()
{
    if (m_shown && m_shown == m_demo.get())
        m_window.showStoreText(tr("Demo plant, temporary store"));
    else
        m_window.showStoreText(m_ownDatabase.mysql ? m_ownDatabase.displayText() : tr("SQLite"));
}

void DesktopSession::openDemoPanel()
{
    if (!m_demoPanel) {
        m_demoPanel = new ui::DemoPanel(simulation::demoNames(), m_plant->controls(), &m_window);
        m_demoPanel->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_demoPanel, &ui::DemoPanel::controlsChosen, this,
                [this](const DemoControls &controls) { m_plant->setControls(controls); });
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
    delete m_demoPanel.data();
    delete m_connect.data();
    delete m_export.data(); // it asks the monitor that it was opened with
    m_plant.reset();
    m_shown = nullptr;
    m_demo.reset();
    m_own.reset();
}

} // namespace linewatch
