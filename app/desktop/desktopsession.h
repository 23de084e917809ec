// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/monitor.h"
#include "monitor/settingsfile.h"
#include "monitor/terminationsignals.h"
#include "simulation/demoplant.h"
#include "ui/dialogs/connectdialog.h"
#include "ui/dialogs/demopanel.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/settingsdraft.h"

#include <QPointer>
#include <QTemporaryDir>

#include <memory>

namespace linewatch {

/**
 * What the window shows: the plant whose machines post to our endpoint, or a demo plant beside it with a
 * store and an endpoint of its own, so that the two never mix.
 */
class DesktopSession : public QObject
{
    Q_OBJECT

public:
    explicit DesktopSession(ui::MainWindow &window);
    ~DesktopSession() override;

    /** Serves and shows the user's own plant, or shows it as others serve it (MonitorSettings::viewer). */
    Result<void> startOwn(MonitorSettings settings);
    /** Shows the demo plant; @p settings say where it listens, @p seed which one it is. What is served
     * already goes on. */
    Result<void> startDemo(MonitorSettings settings, std::optional<quint64> seed = std::nullopt);

    /** Lets the window change @p file, which must outlive this; before startOwn(). */
    void openSettings(SettingsFile &file);
    /** Whether the program was ended to be started again. */
    bool wantsRestart() const { return m_wantsRestart; }

    QUrl endpoint() const;
    /** Ends the application when a signal asks for it; an export that runs is cancelled. */
    void endOn(const TerminationSignals &termination);
    /** Commits and answers what was received. */
    void stop();

private:
    Result<void> startMonitor(std::unique_ptr<Monitor> &monitor, MonitorSettings settings);
    void show(Monitor &monitor);
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
    DatabaseUrl m_ownDatabase;
    std::unique_ptr<QTemporaryDir> m_demoFolder;
    std::unique_ptr<Monitor> m_demo;
    std::unique_ptr<simulation::DemoPlant> m_plant;
    Monitor *m_shown = nullptr;
    QPointer<ui::ExportDialog> m_export;
    QPointer<ui::DemoPanel> m_demoPanel;
    QPointer<ui::ConnectDialog> m_connect; ///< to what is shown
};

} // namespace linewatch
