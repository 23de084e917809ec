// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/demo.h"
#include "desktop/plantnews.h"
#include "monitor/monitor.h"
#include "monitor/settingsfile.h"
#include "monitor/terminationsignals.h"
#include "ui/dialogs/connectdialog.h"
#include "ui/dialogs/demopanel.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/settingsdraft.h"

#include <QPointer>

#include <functional>
#include <memory>

namespace linewatch {

/**
 * What the window shows: the plant whose machines post to our endpoint, or a demo plant beside it with a
 * store and an endpoint of its own, so that the two never mix. What is served goes on while the other is
 * shown.
 */
class DesktopSession : public QObject
{
    Q_OBJECT

public:
    explicit DesktopSession(ui::MainWindow &window);
    ~DesktopSession() override;

    /** Serves and shows the user's own plant, or shows it as others serve it (MonitorSettings::viewer). */
    Result<void> startOwn(MonitorSettings settings);
    using ReadSettings = std::function<Result<MonitorSettings>()>;
    /**
     * Shows a demo plant instead of the own one; @p settings say where it listens, @p seed which plant it is.
     * @p readOwn is asked for the settings of startOwn() when the user wants to leave the demo.
     */
    Result<void> startDemo(MonitorSettings settings, ReadSettings readOwn,
                           std::optional<quint64> seed = std::nullopt);

    /** Lets the window change @p file, which must outlive this; before startOwn(). */
    void openSettings(SettingsFile &file);
    /** Whether the program was ended to be started again. */
    bool wantsRestart() const { return m_wantsRestart; }

    /** Of what is shown; empty: it takes no events. */
    QUrl endpoint() const;
    bool showsDemo() const { return m_demo && m_shown == &m_demo->monitor(); }
    /** Ends the application when a signal asks for it; an export that runs is cancelled. */
    void endOn(const TerminationSignals &termination);
    /** Commits and answers what was received. */
    void stop();

signals:
    /** A program that was started with a demo serves the own plant from now on. */
    void ownStarted();

private:
    Result<void> beginDemo(MonitorSettings settings, std::optional<quint64> seed);
    void returnToOwn();
    Result<void> startOwnAfterDemo();
    void endDemo();
    void show(Monitor &monitor, const PlantNews &news);
    void showStoreText();
    void startDemoBeside();
    void openDemoPanel();
    void openConnect();
    void renewPanels();
    void openExport(TimeWindow window);
    void cancelExport();
    void applySettings(const QMap<QString, QString> &changes);
    Result<void> changeEndpoint(const SettingValues &settings);
    void restart();

    ui::MainWindow &m_window;
    SettingsFile *m_settings = nullptr;
    std::unique_ptr<ui::SettingsDraft> m_draft; ///< the window looks away when it goes
    bool m_wantsRestart = false;
    std::unique_ptr<Monitor> m_own;
    std::unique_ptr<PlantNews> m_ownNews;
    DatabaseUrl m_ownDatabase;
    ReadSettings m_readOwn;
    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<PlantNews> m_demoNews;
    Monitor *m_shown = nullptr;
    const Monitor *m_exported = nullptr; ///< what m_export asks
    QPointer<ui::ExportDialog> m_export;
    QPointer<ui::DemoPanel> m_demoPanel;
    QPointer<ui::ConnectDialog> m_connect; ///< to what is shown
};

} // namespace linewatch
