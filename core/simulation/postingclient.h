// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/batchanswer.h"
#include "simulation/httpclient.h"
#include "simulation/listchecks.h"
#include "simulation/noise.h"
#include "simulation/oracle.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>

#include <atomic>
#include <mutex>

namespace linewatch::simulation {

/** What one connection is to post, and how. */
struct PostingPlan {
    std::vector<QUrl> endpoints; ///< the first is used until it fails
    NoisyStream stream;
    Instant runStart;       ///< as Oracle takes it
    std::string prefix;     ///< of every name of the run
    bool isChecked = false; ///< compare every outcome and remember what the server must hold
    bool isPaced = false;   ///< post a batch when its events have happened, not before
    std::optional<std::chrono::milliseconds> runFor; ///< stop after the batch at hand then
};

/** What came of it. */
struct PostingResult {
    ExpectedRows rows;
    SentRejections rejections;
    OutcomeCounts expected;
    OutcomeCounts seen;
    std::int64_t queued = 0;
    std::int64_t events = 0;
    std::int64_t batches = 0;
    std::int64_t resends = 0;
    std::int64_t inDoubt = 0;            ///< batches whose answer was lost at least once
    std::vector<std::int32_t> latencies; ///< microseconds from posting a batch to its answer
    QStringList differences;
    QString failure; ///< set when the connection gave up before its end
};

/** What a run has done so far; may be read from any thread. */
struct Progress {
    std::atomic<std::int64_t> events{0};
    std::atomic<std::int64_t> batches{0};
    std::atomic<std::int64_t> resends{0};
};

/**
 * One connection of a run: posts one batch after the other until each is answered for good. A full queue and
 * a lost connection are met by sending the same batch again, to the next endpoint where there are several.
 * Lives in one thread.
 */
class PostingClient : public QObject
{
    Q_OBJECT

public:
    /** @p progress must outlive the client. */
    PostingClient(PostingPlan plan, Progress &progress, QObject *parent = nullptr);

    /** To be called once, in the client's thread. */
    void start();
    /** Any thread, once, after finished(). */
    PostingResult takeResult();

signals:
    void finished();

private:
    void postNext();
    void send();
    void takeAnswer(Result<HttpReply> result);
    void takeReply(const HttpReply &reply);
    void takeOutcomes(const HttpReply &reply);
    void sendAgain(std::chrono::milliseconds delay, const QString &why);
    void becomeUnsure();
    void rememberRejections();
    void giveUp(const QString &why);
    void finish();

    PostingPlan m_plan;
    Progress &m_progress;
    Oracle m_oracle;
    HttpClient m_http;
    QTimer m_wait;
    QElapsedTimer m_sinceSent;
    QDeadlineTimer m_end{QDeadlineTimer::Forever};
    QDeadlineTimer m_patience;
    std::size_t m_endpoint = 0;
    Batch m_batch;
    QByteArray m_body;
    ExpectedOutcomes m_expected;
    bool m_isUnsure = false; ///< the batch may have been stored already
    PostingResult m_result;
    std::mutex m_finishedMutex;
    PostingResult m_finished; ///< handed over under the mutex
};

} // namespace linewatch::simulation
