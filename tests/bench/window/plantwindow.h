// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/desktopsession.h"
#include "ui/mainwindow/mainwindow.h"

#include <QSettings>
#include <QTemporaryDir>

#include <functional>

namespace linewatch::ui {
class LongTable;
class OverviewPage;
} // namespace linewatch::ui

namespace linewatch::bench {

/** The program `linewatch` in this process: its window on its own store, put together as its main() does. */
class PlantWindow : public QObject
{
    Q_OBJECT

public:
    PlantWindow();

    /** Serves the SQLite file @p store on a free port of the loopback, and shows the window. */
    Result<void> show(const QString &store);

    std::uint16_t port() const { return static_cast<std::uint16_t>(m_session.endpoint().port()); }
    /** Whether there is something else on it than that it waits for the store. */
    bool showsDashboard() const;

    /** Goes there as a link does. */
    void open(const ui::Place &place);
    /** The list of events, on its page. */
    ui::LongTable &eventsTable() const;
    /** The first row in sight there has its event, and is not only a place for one. */
    bool showsEvents() const;
    ui::MainWindow &window() { return m_window; }

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /** Of the whole window; what was changed until then is on it. @p dashboard as showsDashboard() was. */
    void painted(bool dashboard);

private:
    QTemporaryDir m_home;
    QSettings m_settings;
    ui::MainWindow m_window;
    const ui::OverviewPage *m_overview;
    DesktopSession m_session;
};

} // namespace linewatch::bench
