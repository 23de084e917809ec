// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/mainwindow.h"
#include "ui/models/machinegridmodel.h"

#include <QAction>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace linewatch::ui {

/** A test program on the main window: each test has one of its own, active, with settings of its own. */
class MainWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

protected:
    /** Makes the window anew, as the next start does; it is not shown. */
    void start();
    /** Of the window, by its text without mnemonics; null when there is none. */
    QAction *action(const QString &text) const;
    MachineGridModel *machines() const { return m_window->findChild<MachineGridModel *>(); }
    template <class Widget>
    bool isShown() const
    {
        return m_window->findChild<Widget *>()->isVisible();
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QSettings> m_settings;

protected:
    std::unique_ptr<MainWindow> m_window; // last: it goes before the settings that it refers to
};

} // namespace linewatch::ui
