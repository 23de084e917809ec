// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/demoplant.h"

#include "simulation/demofeed.h"

#include <QRandomGenerator>

namespace linewatch::simulation {

namespace {

constexpr std::chrono::hours history{8};

Instant currentTime()
{
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

} // namespace

DemoPlant::DemoPlant(const QUrl &endpoint, std::optional<std::uint64_t> seed, QObject *parent)
    : QObject(parent)
    , m_endpoint(endpoint)
    , m_seed(seed)
{
    m_thread.setObjectName(QStringLiteral("demo-plant"));
}

DemoPlant::~DemoPlant()
{
    stop();
}

void DemoPlant::start()
{
    if (m_thread.isRunning())
        return;
    const Instant earliest = currentTime() - history;
    const Instant from = m_stoppedAt ? std::max(*m_stoppedAt, earliest) : earliest;
    // Another seed each time: the same one would post the same event ids for other events.
    const std::uint64_t seed = m_seed ? (*m_seed)++ : QRandomGenerator::system()->generate64();
    auto *feed = new DemoFeed(m_endpoint, from, seed);
    feed->control(m_controls);
    m_feed = feed;
    feed->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, feed, &DemoFeed::start);
    connect(&m_thread, &QThread::finished, feed, &QObject::deleteLater);
    connect(feed, &DemoFeed::caughtUp, this, &DemoPlant::historyPosted);
    connect(feed, &DemoFeed::problemOccurred, this, &DemoPlant::problemOccurred);
    m_thread.start();
}

void DemoPlant::stop()
{
    if (!m_thread.isRunning())
        return;
    m_thread.quit();
    m_thread.wait();
    m_feed = nullptr;
    m_stoppedAt = currentTime();
}

void DemoPlant::setControls(const DemoControls &controls)
{
    m_controls = controls;
    if (m_feed)
        QMetaObject::invokeMethod(m_feed, [feed = m_feed, controls] { feed->control(controls); });
}

} // namespace linewatch::simulation
