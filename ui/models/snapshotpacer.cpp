// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/snapshotpacer.h"

namespace linewatch::ui {

SnapshotPacer::SnapshotPacer(std::chrono::milliseconds interval, QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(interval);
    connect(&m_pause, &QTimer::timeout, this, &SnapshotPacer::release);
}

void SnapshotPacer::offer(LiveSnapshotPtr snapshot)
{
    m_newest = std::move(snapshot);
    release();
}

void SnapshotPacer::setPaused(bool paused)
{
    m_paused = paused;
    release();
}

void SnapshotPacer::release()
{
    if (!m_newest || m_paused || m_pause.isActive())
        return;
    m_pause.start();
    emit due(std::exchange(m_newest, nullptr));
}

} // namespace linewatch::ui
