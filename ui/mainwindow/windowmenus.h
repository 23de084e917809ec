// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/language.h"
#include "ui/models/shownwindow.h"
#include "ui/theme/themecontroller.h"

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace linewatch::ui {

/** The window's menus. They say what the user wants and show what is chosen; they do nothing by themselves. */
class WindowMenus : public QObject
{
    Q_OBJECT

public:
    /** Fills @p bar, which owns this. */
    WindowMenus(QMenuBar &bar, ThemeChoice theme, Language language);

    void showChoice(const ShownWindow &shown);
    void showFullScreen(bool full);

signals:
    void exportWanted();
    void quitWanted();
    void liveChosen(std::chrono::minutes length);
    void todayChosen();
    void rangeWanted();
    void findWanted();
    void themeChosen(linewatch::ui::ThemeChoice choice);
    void languageChosen(linewatch::ui::Language language);
    void fullScreenChosen(bool full);
    void demoWanted();
    void aboutWanted();

private:
    void fillFile(QMenu &file);
    void fillView(QMenu &view, ThemeChoice theme, Language language);
    void fillHelp(QMenu &help);
    void addWindows(QMenu &view);
    void addThemes(QMenu &view, ThemeChoice chosen);
    void addLanguages(QMenu &view, Language chosen);

    QActionGroup *m_windows;
    QAction *m_fullScreen = nullptr;
};

} // namespace linewatch::ui
