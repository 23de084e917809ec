// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/ingestqueue.h"
#include "live/liveboard.h"
#include "model/clock.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace linewatch {

/**
 * Builds snapshots of the live board at a calm pace: at most four a second when something changed, one a
 * second when only time went by, none before the board is filled as far as it is shown. A board that follows
 * a store is shown as it was when it was last read, so that no time goes by on it while it cannot be. It
 * works on a thread of its own, from construction to destruction; the object itself, its slots and its signal
 * belong to the thread that made it. A receiver that is slow gets the newest snapshot, not each.
 */
class LivePublisher : public QObject
{
    Q_OBJECT

public:
    /** @p queue is null where nothing is taken in. */
    LivePublisher(LiveBoard &board, const IngestQueue *queue, const Clock &clock);
    /** Waits for the thread, which takes as long as building one snapshot. */
    ~LivePublisher() override;

    /** Any thread; a snapshot of that window follows at once. */
    void setShownWindow(std::chrono::minutes shown);
    /** Any thread; the first snapshot follows at once if the board can show it now. */
    void noteFilled();

signals:
    void snapshotPublished(linewatch::LiveSnapshotPtr snapshot);
    /** Emitted in the publishing thread, heard in the object's; it carries nothing, see m_newest. */
    void built(QPrivateSignal);

private:
    void run();
    void handOver();
    std::optional<std::int64_t> queuedBatches() const;

    LiveBoard &m_board;
    const IngestQueue *m_queue;
    const Clock &m_clock;

    std::mutex m_mutex;
    std::condition_variable m_wanted;
    std::chrono::minutes m_shown{60};
    bool m_soon = false; ///< without waiting for the next tick
    bool m_published = false;
    bool m_ending = false;
    LiveSnapshotPtr m_newest; ///< not handed over yet

    std::thread m_thread; ///< last, so that it finds the rest made
};

} // namespace linewatch
