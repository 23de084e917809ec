// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/liveboard.h"
#include "model/clock.h"
#include "monitor/pausingthread.h"
#include "storage/readerpool.h"

#include <QObject>

namespace linewatch {

/**
 * Fills the live board from the store on a thread of its own, so that the window is there at once. A store
 * that cannot be read is read again after a while, from the start.
 */
class BoardFiller : public QObject
{
    Q_OBJECT

public:
    /** @p open and @p filled are called on the filling thread, @p filled whenever it is filled further. */
    BoardFiller(ReaderPool::Open open, LiveBoard &board, const Clock &clock, std::function<void()> filled);

signals:
    /** @p reason is one line for people. */
    void fillingFailed(const QString &reason);

private:
    void run(PausingThread &thread);
    Result<void> fill(const PausingThread &thread);

    const ReaderPool::Open m_open;
    LiveBoard &m_board;
    const Clock &m_clock;
    const std::function<void()> m_filled;

    PausingThread m_thread; ///< last, so that it finds the rest made; its end waits for the slice being read
};

} // namespace linewatch
