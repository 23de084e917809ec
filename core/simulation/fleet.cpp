// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/fleet.h"

#include <algorithm>

namespace linewatch::simulation {

namespace {

constexpr std::size_t mostThreads = 4;

std::size_t threadCount(std::size_t connections)
{
    const auto cores = static_cast<std::size_t>(std::max(1, QThread::idealThreadCount()));
    return std::min({connections, cores, mostThreads});
}

} // namespace

Fleet::Fleet(std::vector<PostingPlan> plans, QObject *parent) : QObject(parent)
{
    for (std::size_t i = 0; i < threadCount(plans.size()); ++i) {
        m_threads.push_back(std::make_unique<QThread>());
        m_threads.back()->setObjectName(QStringLiteral("posting-%1").arg(i));
    }
    for (PostingPlan &plan : plans) {
        QThread *thread = m_threads[m_clients.size() % m_threads.size()].get();
        auto *client = new PostingClient(std::move(plan), m_progress);
        client->moveToThread(thread);
        connect(thread, &QThread::started, client, &PostingClient::start);
        connect(thread, &QThread::finished, client, &QObject::deleteLater);
        connect(client, &PostingClient::finished, this, [this, client] { takeResult(client); });
        m_clients.push_back(client);
    }
}

Fleet::~Fleet()
{
    for (const std::unique_ptr<QThread> &thread : m_threads)
        thread->quit();
    for (const std::unique_ptr<QThread> &thread : m_threads)
        thread->wait();
}

void Fleet::start()
{
    for (const std::unique_ptr<QThread> &thread : m_threads)
        thread->start();
}

/** The client does nothing any more, so its result may be taken from here. */
void Fleet::takeResult(PostingClient *client)
{
    m_results.push_back(client->takeResult());
    if (m_results.size() == m_clients.size())
        emit finished();
}

} // namespace linewatch::simulation
