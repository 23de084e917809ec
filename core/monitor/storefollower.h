// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/liveboard.h"
#include "model/clock.h"
#include "monitor/boardupdater.h"
#include "monitor/pausingthread.h"
#include "storage/readerpool.h"

#include <QObject>

namespace linewatch {

/**
 * Fills the live board from a store that others write, too, and keeps it as the store is: once a second it
 * brings what was committed, also while it fills. While the store cannot be read it tries again after a
 * while, over a new connection, and then brings what was missed. It works on a thread of its own; its signals
 * are emitted there.
 */
class StoreFollower : public QObject
{
    Q_OBJECT

public:
    /**
     * LiveBoard::beginSeeding() was called, so that nothing is shown yet. @p open and @p filled are called on
     * the following thread, @p filled whenever the board is filled further.
     */
    StoreFollower(ReaderPool::Open open, LiveBoard &board, const Clock &clock, std::function<void()> filled);

signals:
    /** Nothing can be shown yet. @p reason is one line for people. */
    void fillingFailed(const QString &reason);
    /** The board stays as it was at @p readAt, see LiveBoard::readAt(); told once until found(). */
    void lost(const QString &reason, linewatch::Instant readAt);
    /** It goes on. */
    void found();

private:
    void run(PausingThread &thread);
    Result<void> keepUp(const PausingThread &thread);
    Result<void> fill(const PausingThread &thread);
    Result<void> update();
    void tell(const Result<void> &done);

    const ReaderPool::Open m_open;
    LiveBoard &m_board;
    const Clock &m_clock;
    const std::function<void()> m_filled;

    // of the thread
    BoardUpdater m_updater;
    std::unique_ptr<EventReader> m_reader; ///< null after a failure
    std::chrono::steady_clock::time_point m_updated;
    bool m_mustFill = true;
    bool m_isLost = false;

    PausingThread m_thread; ///< last, so that it finds the rest made; its end waits for what is being read
};

} // namespace linewatch
