// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/demostream.h"
#include "simulation/httpclient.h"

namespace linewatch::simulation {

/**
 * Posts the demo plant: first what happened from @p start until now, in large batches, then each second what
 * has happened since. Lives in one thread.
 */
class DemoFeed : public QObject
{
    Q_OBJECT

public:
    DemoFeed(const QUrl &endpoint, Instant start, std::uint64_t seed, QObject *parent = nullptr);

    void start();
    void control(const DemoControls &controls);

signals:
    /** The first time that all that has happened was posted. */
    void caughtUp();
    /** Posting failed; it is tried again. Once for each stretch of failures. */
    void problemOccurred(const QString &text);

private:
    void postWhatHappened();
    void send();
    void takeAnswer(const Result<HttpReply> &result);
    void takeProblem(const QString &text);

    DemoStream m_stream;
    HttpClient m_http;
    QTimer m_wait;
    QByteArray m_body; ///< not empty: a batch that is not answered yet
    std::chrono::milliseconds m_retryDelay;
    bool m_isFailing = false;
    bool m_hasCaughtUp = false;
};

} // namespace linewatch::simulation
