// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"
#include "model/storehealth.h"
#include "model/failure.h"
#include "model/reportrequest.h"
#include "model/seenpost.h"
#include "monitor/monitorsettings.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace linewatch {

class ExportJob;
class LiveView;
class RegistryEditor;
class StoreQueries;

/**
 * The core as programs see it: owns threads, queues and lifetimes. Made, started, stopped and destroyed on
 * one thread, which needs an event loop only for the signals.
 */
class Monitor : public QObject
{
    Q_OBJECT

public:
    explicit Monitor(MonitorSettings settings);
    /** Stops first if that was not done. */
    ~Monitor() override;

    /**
     * Opens the store and serves; with MonitorSettings::viewer it only shows what others write to a store
     * that is there, and takes no lock. The failure is one line for people; nothing runs then.
     */
    Result<void> start();

    /**
     * Takes no new requests, commits and answers what was received, closes the store. Blocks, for @p deadline
     * at most as far as clients are concerned, and until what was queued is committed.
     */
    void stop(std::chrono::milliseconds deadline = std::chrono::seconds{3});

    /**
     * Serves where @p wanted says, and with its limits, from now on; nothing else of it is looked at. No
     * request is lost: see Endpoint. The failure is one line for people, and all goes on as before. Not in a
     * viewer.
     */
    Result<void> changeEndpoint(const MonitorSettings &wanted);

    /** Where it serves; empty while it does not, and in a viewer. */
    QUrl endpoint() const;
    QString engineText() const; ///< the database's engine and version; empty while nothing runs

    /** The window of the live snapshots: 1 minute to 8 hours. Only with MonitorSettings::live. */
    void setShownWindow(std::chrono::minutes shown);

    /** Writes a report into the file @p path, see ExportJob; it may outlive this. */
    std::unique_ptr<ExportJob> startExport(const ReportRequest &request, const QString &path) const;

    /**
     * Reads that window from the store: windowRead() or windowReadFailed() follows, and again at a calm pace
     * while the window is not over. A newer question takes the place of an older one, whose answer does not
     * come any more. Only with MonitorSettings::live.
     */
    void askWindow(linewatch::TimeWindow window);
    /** No more answers to askWindow(). */
    void stopAsking();
    /** For what pages ask of the store; null unless it runs with MonitorSettings::live. It ends with stop().
     */
    StoreQueries *queries() const;
    /** Changes the registry of the store; null unless it runs with MonitorSettings::live. It ends with
     * stop(). */
    RegistryEditor *registry() const;
    const StateRules &rules() const { return m_settings.rules; }

    /** Whether postSeen() tells of what machines post. It costs a copy of each post while it does. */
    void watchPosts(bool isWatched);

signals:
    /** A request that a machine sent, soon after it was answered; the newest where there are many. */
    void postSeen(const linewatch::SeenPost &post);
    /** Once a second while it changes; only with MonitorSettings::live. */
    void storeHealthChanged(const linewatch::StoreHealth &health);
    /** At most four a second, once the board is filled from the store; only with MonitorSettings::live. */
    void snapshotPublished(linewatch::LiveSnapshotPtr snapshot);
    /** Why there is no first live snapshot yet; it is tried again. One line for people. */
    void boardFailed(const QString &reason);
    /**
     * Where several processes write the store, and in a viewer: it cannot be read, and snapshots stay as they
     * were at @p readAt until storeFound(). @p reason is one line for people.
     */
    void storeLost(const QString &reason, linewatch::Instant readAt);
    void storeFound();
    void windowRead(linewatch::LiveSnapshotPtr snapshot);
    /** @p reason is one line for people. */
    void windowReadFailed(const QString &reason);

private:
    struct Core;
    struct Viewer;

    Result<void> startViewer();
    void tellOfPosts();
    LiveView *view() const; ///< null where nothing is shown
    void forward(const LiveView &view);

    MonitorSettings m_settings;
    std::unique_ptr<Core> m_core;     ///< while it serves
    std::unique_ptr<Viewer> m_viewer; ///< while it only shows
    QTimer m_postTimer;
};

} // namespace linewatch
