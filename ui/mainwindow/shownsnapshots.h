// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"
#include "ui/models/snapshotpacer.h"

#include <QObject>
#include <QTimeZone>

namespace linewatch::ui {

class WindowChoice;

/**
 * Lets through, at a calm pace, the snapshots of the window of time that is chosen: those of the live board,
 * or what was read from the store. GUI thread only.
 */
class ShownSnapshots : public QObject
{
    Q_OBJECT

public:
    /** @p choice must outlive it. */
    explicit ShownSnapshots(const WindowChoice &choice);

    /** What is on screen; null: nothing yet. */
    const LiveSnapshotPtr &onScreen() const { return m_onScreen; }
    /** The newest of the board, whatever is on screen; null: none yet. */
    const LiveSnapshotPtr &live() const { return m_live; }

    void offerLive(LiveSnapshotPtr snapshot);
    /** Nothing is shown of it once the window is live again. After midnight in @p zone today is another day.
     */
    void offerRead(const LiveSnapshotPtr &snapshot, const QTimeZone &zone);
    /** What came so far is of another plant: nothing of it is shown any more. */
    void forget();
    /** While nobody sees it; the newest comes afterwards. */
    void setPaused(bool paused) { m_pacer.setPaused(paused); }

signals:
    void shown(const linewatch::LiveSnapshotPtr &snapshot);
    /** The window of today, which was chosen, is this one now. */
    void dayChanged(linewatch::TimeWindow today);

private:
    void present(const LiveSnapshotPtr &snapshot);

    const WindowChoice &m_choice;
    SnapshotPacer m_pacer;
    LiveSnapshotPtr m_onScreen;
    LiveSnapshotPtr m_live;
};

} // namespace linewatch::ui
