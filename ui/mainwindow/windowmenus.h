// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/language.h"
#include "ui/models/shownwindow.h"

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;
class QSettings;

namespace linewatch::ui {

class GoMenu;
class Navigator;
class ThemeController;

/**
 * The window's menus. They say what the user wants and show what is chosen. Theme and size of the text they
 * apply and keep themselves, beginning with what was kept.
 */
class WindowMenus : public QObject
{
    Q_OBJECT

public:
    /** Fills @p bar, which owns this. The others must outlive it. */
    WindowMenus(QMenuBar &bar, ThemeController &themes, QSettings &settings, Navigator &navigator);

    void showChoice(const ShownWindow &shown);
    void showFullScreen(bool full);
    /** Whether there is a demo to leave. */
    void showDemo(bool isDemo);
    /** What can be done about a demo that is shown. */
    QList<QAction *> demoActions() const { return {m_demo, m_back}; }
    GoMenu &go() { return *m_go; }

signals:
    void exportWanted();
    void quitWanted();
    void liveChosen(std::chrono::minutes length);
    void todayChosen();
    void rangeWanted();
    void findWanted();
    void languageChosen(linewatch::ui::Language language);
    void fullScreenChosen(bool full);
    void connectWanted();
    void demoWanted();
    /** Out of the demo. */
    void ownPlantWanted();
    void aboutWanted();

private:
    void fillFile(QMenu &file);
    void fillView(QMenu &view);
    void fillHelp(QMenu &help);
    void addWindows(QMenu &view);
    void addThemes(QMenu &view);
    void addLanguages(QMenu &view);

    ThemeController &m_themes;
    QSettings &m_settings;
    GoMenu *m_go = nullptr;
    QActionGroup *m_windows;
    QAction *m_fullScreen = nullptr;
    QAction *m_demo = nullptr;
    QAction *m_back = nullptr;
};

} // namespace linewatch::ui
