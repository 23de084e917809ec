// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/shownsnapshots.h"

#include "ui/mainwindow/windowchoice.h"
#include "ui/models/storesnapshot.h"

namespace linewatch::ui {

namespace {

constexpr std::chrono::milliseconds calmPace{250};

} // namespace

ShownSnapshots::ShownSnapshots(const WindowChoice &choice) : m_choice(choice), m_pacer(calmPace)
{
    connect(&m_pacer, &SnapshotPacer::due, this, &ShownSnapshots::present);
}

void ShownSnapshots::offerLive(LiveSnapshotPtr snapshot)
{
    m_live = snapshot;
    if (m_choice.isLive())
        m_pacer.offer(std::move(snapshot));
}

void ShownSnapshots::offerRead(const LiveSnapshotPtr &snapshot, const QTimeZone &zone)
{
    m_pacer.offer(completedByBoard(*snapshot, m_live));
    const bool isToday = m_choice.shown().kind == ShownWindow::Kind::Today;
    if (isToday && todayAt(snapshot->takenAt, zone).start != snapshot->window.start)
        emit dayChanged(todayAt(snapshot->takenAt, zone));
}

void ShownSnapshots::forget()
{
    m_pacer.forget();
    m_onScreen = nullptr;
    m_live = nullptr;
}

void ShownSnapshots::present(const LiveSnapshotPtr &snapshot)
{
    if (m_choice.isLive() != (snapshot->origin == SnapshotOrigin::Board))
        return; // waited while another window was chosen
    m_onScreen = snapshot;
    emit shown(snapshot);
}

} // namespace linewatch::ui
