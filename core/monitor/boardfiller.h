// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/liveboard.h"
#include "model/clock.h"
#include "storage/readerpool.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <thread>

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
    /** Waits for the slice that is being read. */
    ~BoardFiller() override;

signals:
    /** @p reason is one line for people. */
    void fillingFailed(const QString &reason);

private:
    void run();
    Result<void> fill();
    bool isEnding() const;

    const ReaderPool::Open m_open;
    LiveBoard &m_board;
    const Clock &m_clock;
    const std::function<void()> m_filled;

    mutable std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_ending = false;

    std::thread m_thread; ///< last, so that it finds the rest made
};

} // namespace linewatch
