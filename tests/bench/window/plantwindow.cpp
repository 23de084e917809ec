// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/window/plantwindow.h"

#include "ui/pages/eventsview.h"
#include "ui/pages/overviewpage.h"
#include "ui/widgets/longtable.h"

#include <QEvent>

namespace linewatch::bench {

PlantWindow::PlantWindow()
    : m_settings(m_home.filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
    , m_window(m_settings)
    , m_overview(m_window.findChild<ui::OverviewPage *>())
    , m_session(m_window)
{
    m_window.installEventFilter(this);
}

Result<void> PlantWindow::show(const QString &store)
{
    MonitorSettings monitor;
    monitor.database.sqlitePath = store;
    monitor.port = 0;
    if (Result<void> started = m_session.startOwn(monitor); !started)
        return started;
    m_window.show();
    return {};
}

bool PlantWindow::showsDashboard() const
{
    constexpr int waiting = 0; // its first page
    return m_overview->currentIndex() != waiting;
}

void PlantWindow::open(const ui::Place &place)
{
    m_window.openLink(ui::linkTo(place));
}

ui::LongTable &PlantWindow::eventsTable() const
{
    return *m_window.findChild<ui::EventsView *>()->findChild<ui::LongTable *>();
}

bool PlantWindow::showsEvents() const
{
    const ui::LongTable &table = eventsTable();
    const int row = table.rowAt(0);
    return row >= 0 && !table.model()->index(row, 0).data().toString().isEmpty();
}

/** Qt gathers what is to be painted anew and sends one such event to the window, which paints it all. */
bool PlantWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::UpdateRequest) {
        QMetaObject::invokeMethod(
            this, [this, dashboard = showsDashboard()] { emit painted(dashboard); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace linewatch::bench
