// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"
#include "ui/mainwindow/translations.h"
#include "ui/models/formats.h"
#include "ui/models/shownwindow.h"
#include "ui/models/snapshotpacer.h"
#include "ui/theme/themecontroller.h"

#include <QMainWindow>
#include <QUrl>

#include <memory>

class QActionGroup;
class QMenu;
class QSettings;
class QStackedWidget;

namespace linewatch::ui {

class NavRail;
class OverviewPage;
class PageHeader;
class ProblemBanner;
class StatusLine;

/**
 * The window: rail, header, pages, status line, menus. It knows nothing of where its data comes from: values
 * come in through its slots, wishes go out through its signals. GUI thread only.
 *
 * Keeps its geometry, the theme and the shown window in the settings it is given.
 */
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /** @p settings must outlive the window. */
    explicit MainWindow(QSettings &settings, const Formats &formats = Formats::ofThisComputer());

    const Formats &formats() const { return m_formats; }
    /** The window of time that the user chose, now or at the last start. */
    const ShownWindow &shownWindow() const { return m_shownWindow; }
    /** What of it has to be read from the store; nothing while the window is live. */
    std::optional<TimeWindow> storeWindow() const;

public slots:
    /** May come as often as it likes: painted at most four times a second, and not at all while hidden. */
    void showSnapshot(linewatch::LiveSnapshotPtr snapshot);
    /** What was read from the store for storeWindow(); nothing is shown of it once the window is live again.
     */
    void showStoreSnapshot(const linewatch::LiveSnapshotPtr &snapshot);
    /** Why the store could not be read. */
    void showStoreFailure(const QString &reason);
    /** Where events are taken; an empty URL: nowhere. */
    void showEndpoint(const QUrl &endpoint);
    /** The kind of store and how it is, in a few words: 'SQLite, ok'. */
    void showStoreText(const QString &text);
    /** What is wrong and what to do about it; stays until clearProblem(). */
    void showProblem(const QString &problem);
    void clearProblem();

signals:
    void liveWindowChosen(std::chrono::minutes length);
    /** Wants showStoreSnapshot() or showStoreFailure(), again and again while the window is not over. */
    void storeWindowChosen(linewatch::TimeWindow window);
    void demoRequested();
    /** Of the window that is on screen. */
    void exportRequested(linewatch::TimeWindow window);

protected:
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeBody();
    void addPage(const QString &name, QWidget *page);
    void makeMenus();
    void makeThemeMenu(QMenu &view);
    void makeWindowMenu(QMenu &view);
    void restore();
    void chooseLive(std::chrono::minutes length);
    void chooseToday();
    void askForRange();
    void chooseShownWindow(const ShownWindow &shown);
    void showChoice();
    void refreshProblem();
    void present(const LiveSnapshotPtr &snapshot);
    void refreshStatus();
    void requestExport();
    void pauseWhileUnseen();

    QSettings &m_settings;
    const Translations m_translations;
    const Formats m_formats;
    const std::unique_ptr<SystemScheme> m_systemScheme;
    ThemeController m_themes;
    SnapshotPacer m_pacer;

    NavRail *m_rail;
    PageHeader *m_header;
    ProblemBanner *m_banner;
    QStackedWidget *m_pages;
    OverviewPage *m_overview;
    StatusLine *m_status;
    QActionGroup *m_windowActions = nullptr;
    QAction *m_fullScreen = nullptr;

    ShownWindow m_shownWindow;
    QString m_problem;
    QString m_storeProblem;
    QUrl m_endpoint;
    QString m_storeText;
    LiveSnapshotPtr m_onScreen;
    LiveSnapshotPtr m_live; ///< the newest of the board, whatever is on screen
};

} // namespace linewatch::ui
