// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/window/firstfigures.h"

#include "ui/pages/eventspage.h"
#include "ui/pages/linespage.h"
#include "ui/pages/machinespage.h"
#include "ui/pages/overviewpage.h"
#include "ui/widgets/longtable.h"

#include <QEvent>
#include <QTimer>

namespace linewatch::bench {

namespace {

constexpr std::chrono::minutes patience{1};

template <class Page>
bool isSeen(const ui::MainWindow &window)
{
    const auto *page = window.findChild<Page *>();
    return page && page->isVisible() && !page->isWaiting();
}

} // namespace

FirstFigures::FirstFigures(PlantWindow &window) : m_window(window)
{
    m_window.window().installEventFilter(this);
}

std::optional<double> FirstFigures::open(const ui::Place &place)
{
    m_place = place;
    m_seconds.reset();
    ++m_visit;
    QTimer late;
    late.setSingleShot(true);
    connect(&late, &QTimer::timeout, &m_loop, &QEventLoop::quit);
    late.start(patience);
    m_timer.start();
    m_window.open(place);
    m_loop.exec();
    return m_seconds;
}

void FirstFigures::stay(std::chrono::milliseconds time)
{
    QTimer::singleShot(time, &m_loop, &QEventLoop::quit);
    m_loop.exec();
}

bool FirstFigures::isThere() const
{
    const ui::MainWindow &window = m_window.window();
    switch (m_place.page) {
    case ui::Place::Page::Overview:
        return isOverviewThere();
    case ui::Place::Page::Lines:
        return isSeen<ui::LinesPage>(window);
    case ui::Place::Page::Machines:
        return isSeen<ui::MachinesPage>(window);
    case ui::Place::Page::Events:
        return isSeen<ui::EventsPage>(window)
            && (m_window.showsEvents() || m_window.eventsTable().model()->rowCount() == 0);
    case ui::Place::Page::Settings:
        break;
    }
    return true;
}

bool FirstFigures::isOverviewThere() const
{
    const auto *page = m_window.window().findChild<ui::OverviewPage *>();
    const LiveSnapshotPtr &shown = page->shown();
    return page->isVisible() && shown && (!m_place.window || shown->window == *m_place.window);
}

/** Qt gathers what is to be painted anew and sends one such event to the window, which paints it all. */
bool FirstFigures::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::UpdateRequest && m_loop.isRunning() && !m_seconds && isThere()) {
        QMetaObject::invokeMethod(
            this,
            [this, visit = m_visit] {
                if (visit != m_visit || m_seconds)
                    return; // it was painted more than once
                m_seconds = static_cast<double>(m_timer.nsecsElapsed()) / 1e9;
                m_loop.quit();
            },
            Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace linewatch::bench
