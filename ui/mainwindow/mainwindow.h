// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/navigator.h"
#include "ui/mainwindow/placelinks.h"
#include "ui/mainwindow/problems.h"
#include "ui/mainwindow/registrywork.h"
#include "ui/mainwindow/shownsnapshots.h"
#include "ui/mainwindow/translations.h"
#include "ui/mainwindow/windowchoice.h"
#include "model/storehealth.h"
#include "ui/models/formats.h"
#include "ui/theme/themecontroller.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <memory>

class QSettings;

namespace linewatch::ui {

class SettingsDraft;
class UnsavedSettings;
class WindowBody;
class WindowMenus;

/**
 * The window: rail, header, pages, status line, menus. It knows nothing of where its data comes from: values
 * come in through its slots, wishes go out through its signals. GUI thread only.
 *
 * Keeps its geometry, the theme, the language, the time zone and the shown window in the settings it is
 * given.
 */
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /** @p settings must outlive the window; @p formats are the computer's. */
    explicit MainWindow(QSettings &settings, const Formats &formats = Formats::ofThisComputer());
    ~MainWindow() override;

    /** As the chosen language writes numbers and times. */
    const Formats &formats() const { return m_formats; }
    const ThemeController &themes() const { return m_themes; }
    /** The window of time that the user chose, now or at the last start. */
    const ShownWindow &shownWindow() const { return m_choice.shown(); }
    /** What of it has to be read from the store; nothing while the window is live. */
    std::optional<TimeWindow> storeWindow() const { return m_choice.storeWindow(m_formats); }

    /** Where the user is. */
    const Place &place() const { return m_navigator.place(); }
    /** Whom pages ask for what they show, by what machines are judged, who changes the registry; null:
     * nobody.
     */
    void setStore(StoreQueries *queries, const StateRules &rules, RegistryEditor *editor = nullptr);
    /** Closes the dialog in which somebody types, without asking: the program ends. */
    void discardEdits() { m_registry.discard(); }
    /** What the page of settings changes; once. It may go before the window. */
    void setSettings(SettingsDraft &draft);

public slots:
    /** Goes to where a link leads; says so when it leads nowhere. */
    void openLink(const QUrl &link) { m_links.open(link); }
    /** May come as often as it likes: painted at most four times a second, and not at all while hidden. */
    void showSnapshot(linewatch::LiveSnapshotPtr snapshot);
    /** What was read from the store for storeWindow(); nothing is shown of it once the window is live again.
     */
    void showStoreSnapshot(const linewatch::LiveSnapshotPtr &snapshot);
    /** Why the store could not be read. */
    void showStoreFailure(const QString &reason)
    {
        if (!m_choice.isLive())
            m_problems.setUnread(reason);
    }
    /** Why there is no first live snapshot; stays until there is one. */
    void showBoardFailure(const QString &reason) { m_problems.setBoardUnread(reason); }
    /** How the store does, and the room it takes; what is wrong is said for as long as it is. */
    void showStoreHealth(const linewatch::StoreHealth &health);
    /** Why the followed store cannot be reached; the screen stays as of @p readAt until clearStoreLost(). */
    void showStoreLost(const QString &reason, linewatch::Instant readAt)
    {
        m_problems.setLost(reason, readAt);
    }
    void clearStoreLost() { m_problems.setFound(); }
    /** Where events are taken; an empty URL: nowhere, this is a viewer. */
    void showEndpoint(const QUrl &endpoint);
    /**
     * Marks the window: what it shows from now on is made up, or is the own plant again. Nothing that came
     * before is shown any more; place and window of time are those that were last chosen there.
     */
    void showDemo(bool isDemo);
    /** The kind of store and how it is, in a few words: 'SQLite, ok'. */
    void showStoreText(const QString &text);
    /** The engine of the store and its version, for About. */
    void showEngine(const QString &engine) { m_engine = engine; }
    /** What is wrong and what to do about it, until there is something else; empty: nothing is. */
    void showProblem(const QString &problem) { m_problems.say(problem); }

signals:
    void liveWindowChosen(std::chrono::minutes length);
    /** Wants showStoreSnapshot() or showStoreFailure(), again and again while the window is not over. */
    void storeWindowChosen(linewatch::TimeWindow window);
    /** A demo plant is wanted, or its panel where one is shown. */
    void demoRequested();
    /** Out of the demo. */
    void ownPlantRequested();
    /** The panel that shows how a machine is connected. */
    void connectRequested();
    /** Words that came from outside are wanted again, in the new language. */
    void languageChanged();
    /** Of the window that is on screen. */
    void exportRequested(linewatch::TimeWindow window);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void buildMenus();
    void connectBody();
    void chooseLanguage(Language language);
    void followChoice();
    void showTime(const TimeWindow &window);
    void chooseAppearance(const QString &key, const QString &value);
    void showSettings();
    void showChoice();
    void refreshProblem();
    void present(const LiveSnapshotPtr &snapshot);
    void refreshStatus();
    void refreshStatusCalmly();
    void refreshTitle();
    void requestExport();

    QSettings &m_settings;
    const Formats m_systemFormats;
    Formats m_formats;
    Translations m_translations;
    const std::unique_ptr<SystemScheme> m_systemScheme;
    ThemeController m_themes;
    RegistryWork m_registry;
    Navigator m_navigator;
    PlaceLinks m_links;
    WindowChoice m_choice;
    ShownSnapshots m_snapshots;
    QTimer m_statusPause;        ///< until snapshots change the status line again
    bool m_isStatusLate = false; ///< one came meanwhile
    Problems m_problems;
    WindowBody *m_body = nullptr;
    WindowMenus *m_menus = nullptr;

    QPointer<SettingsDraft> m_draft;
    UnsavedSettings *m_unsaved = nullptr; ///< while there is a draft
    QPointer<StoreQueries> m_queries;
    StateRules m_rules;
    QUrl m_endpoint;
    bool m_isViewer = false;
    bool m_isDemo = false;
    QString m_storeText;
    QString m_engine;
};

} // namespace linewatch::ui
