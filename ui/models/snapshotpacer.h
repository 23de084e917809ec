// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"

#include <QObject>
#include <QTimer>

namespace linewatch::ui {

/**
 * Lets snapshots through at a calm pace: the first at once, then at most one each interval, always the
 * newest. While paused it only keeps the newest, so that a hidden window costs nothing.
 */
class SnapshotPacer : public QObject
{
    Q_OBJECT

public:
    explicit SnapshotPacer(std::chrono::milliseconds interval, QObject *parent = nullptr);

    void offer(LiveSnapshotPtr snapshot);
    void setPaused(bool paused);
    /** Nothing that was offered comes any more. */
    void forget() { m_newest = nullptr; }

signals:
    void due(const linewatch::LiveSnapshotPtr &snapshot);

private:
    void release();

    QTimer m_pause;
    LiveSnapshotPtr m_newest; ///< not let through yet
    bool m_paused = false;
};

} // namespace linewatch::ui
