// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/postingclient.h"

#include <QThread>

#include <memory>
#include <vector>

namespace linewatch::simulation {

/** The connections of a run, spread over a few threads of their own. Used from one thread. */
class Fleet : public QObject
{
    Q_OBJECT

public:
    explicit Fleet(std::vector<PostingPlan> plans, QObject *parent = nullptr);
    /** Drops what is still being posted and waits for the threads. */
    ~Fleet() override;

    void start();
    const Progress &progress() const { return m_progress; }
    /** One for each connection. Only after finished(). */
    std::vector<PostingResult> takeResults() { return std::move(m_results); }

signals:
    /** Every connection came to its end or gave up. */
    void finished();

private:
    void takeResult(PostingClient *client);

    Progress m_progress;
    std::vector<std::unique_ptr<QThread>> m_threads;
    std::vector<PostingClient *> m_clients; ///< each deleted in its own thread when that ends
    std::vector<PostingResult> m_results;
};

} // namespace linewatch::simulation
