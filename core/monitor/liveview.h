// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/boardfiller.h"
#include "monitor/livepublisher.h"
#include "monitor/registrywatch.h"
#include "monitor/storefollower.h"
#include "monitor/storequeries.h"
#include "monitor/windowreader.h"

#include <QObject>

namespace linewatch {

/**
 * What shows a store, whether this process serves it or only looks on: fills the board, publishes snapshots
 * of it, and reads windows from the store. The object, its slots and its signals belong to the thread that
 * made it; what it does runs on threads of its own until it is destroyed.
 */
class LiveView : public QObject
{
    Q_OBJECT

public:
    /** Where the board hears of what is committed once it is filled. */
    enum class Feed {
        Commits, ///< LiveBoard::record(), from the only process that writes the store
        Store    ///< what is read from the store, as others write it, too
    };
    struct Parts {
        ReaderPool::Open openReader; ///< called on the threads that read
        LiveBoard &board;            ///< of which beginSeeding() was called before the first commit
        const IngestQueue *queue;    ///< null where nothing is taken in
        const Clock &clock;
        StateRules rules;
        Feed feed;
    };

    /** All that @p parts refer to must outlive it. */
    explicit LiveView(const Parts &parts);

    void setShownWindow(std::chrono::minutes shown) { m_publisher.setShownWindow(shown); }
    void askWindow(TimeWindow window) { m_windows.ask(window); }
    void stopAsking() { m_windows.stopAsking(); }
    /** For what pages ask. */
    StoreQueries &queries() { return m_queries; }

signals:
    // As those of Monitor.
    void snapshotPublished(linewatch::LiveSnapshotPtr snapshot);
    void boardFailed(const QString &reason);
    void storeLost(const QString &reason, linewatch::Instant readAt);
    void storeFound();
    void windowRead(linewatch::LiveSnapshotPtr snapshot);
    void windowReadFailed(const QString &reason);

private:
    void fill(const Parts &parts);
    void follow(const Parts &parts);

    LivePublisher m_publisher;
    WindowReader m_windows;
    StoreQueries m_queries;
    RegistryWatch m_registry;
    std::unique_ptr<BoardFiller> m_filler; ///< one of the two
    std::unique_ptr<StoreFollower> m_follower;
};

} // namespace linewatch
