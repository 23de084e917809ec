// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/democontrols.h"
#include "model/timewindow.h"

#include <QObject>
#include <QThread>
#include <QUrl>

#include <cstdint>
#include <optional>

namespace linewatch::simulation {

class DemoFeed;

/**
 * A living plant for `--demo`: 20 machines on four lines post to a server over HTTP, in real time, with mild
 * noise. First the last eight hours are filled in, within seconds, so that no chart is empty. It can be made
 * faster, and faults be switched on, while it runs (DemoControls). Works in a thread of its own; used from
 * the thread that owns it, which needs an event loop for the signals.
 */
class DemoPlant : public QObject
{
    Q_OBJECT

public:
    /**
     * @p endpoint: http, host and port of the server, such as http://127.0.0.1:8080. @p seed makes the plant
     * do what it did with the same one before, the same span of time after its start; without one it is
     * another each time.
     */
    explicit DemoPlant(const QUrl &endpoint, std::optional<std::uint64_t> seed = std::nullopt,
                       QObject *parent = nullptr);
    /** Stops. */
    ~DemoPlant() override;

    /** Does nothing while the plant runs. After stop() the plant goes on from where it was stopped. */
    void start();
    /** Drops what is being posted and waits for the thread, which is a matter of milliseconds. */
    void stop();
    bool isRunning() const { return m_thread.isRunning(); }
    /** Where the server is from the next start() on. */
    void setEndpoint(const QUrl &endpoint) { m_endpoint = endpoint; }

    /** From now on, and after another start(). Speed, clocks and defects wait until the history is posted. */
    void setControls(const DemoControls &controls);
    const DemoControls &controls() const { return m_controls; }

signals:
    /** The last eight hours are in; from now on the plant is live. */
    void historyPosted();
    /** The server did not take a post. The plant goes on trying. */
    void problemOccurred(const QString &text);

private:
    QUrl m_endpoint;
    std::optional<std::uint64_t> m_seed;
    QThread m_thread;
    DemoFeed *m_feed = nullptr; ///< while the thread runs, which deletes it
    DemoControls m_controls;
    std::optional<Instant> m_stoppedAt;
};

} // namespace linewatch::simulation
