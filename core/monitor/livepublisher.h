// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/ingestqueue.h"
#include "live/liveboard.h"
#include "model/clock.h"

#include <QObject>
#include <QTimer>

namespace linewatch {

/**
 * Builds snapshots of the live board at a calm pace: at most four a second when something changed, one a
 * second when only time went by. Lives on a thread of its own; its slots are called there.
 */
class LivePublisher : public QObject
{
    Q_OBJECT

public:
    LivePublisher(LiveBoard &board, const IngestQueue &queue, const Clock &clock);

    /** Thread of the publisher. */
    void start();
    void setShownWindow(std::chrono::minutes shown);

signals:
    void snapshotPublished(linewatch::LiveSnapshotPtr snapshot);

private:
    void tick();
    void publish();

    LiveBoard &m_board;
    const IngestQueue &m_queue;
    const Clock &m_clock;
    QTimer m_timer{this};
    std::chrono::minutes m_shown{60};
    std::uint64_t m_publishedRevision = 0;
    int m_quietTicks = 0;
};

} // namespace linewatch
