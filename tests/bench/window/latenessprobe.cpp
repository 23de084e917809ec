// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/window/latenessprobe.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace linewatch::bench {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds interval{5};
constexpr double stepSeconds = 50e-6;

const QEvent::Type questionType = static_cast<QEvent::Type>(QEvent::registerEventType());

class Question : public QEvent
{
public:
    Question() : QEvent(questionType), askedAt(SteadyClock::now()) { }

    const SteadyClock::time_point askedAt;
};

} // namespace

void LatenessCounts::add(double seconds)
{
    const auto step = static_cast<std::size_t>(std::max(0.0, seconds / stepSeconds));
    ++m_steps[std::min(step, m_steps.size() - 1)];
    ++m_count;
    m_max = std::max(m_max, seconds);
}

double LatenessCounts::percentile(double share) const
{
    const auto rank = static_cast<std::int64_t>(std::ceil(share * static_cast<double>(m_count)));
    std::int64_t below = 0;
    for (std::size_t i = 0; i < m_steps.size() && m_count > 0; ++i) {
        below += m_steps[i];
        if (below >= rank)
            return std::min(m_max, static_cast<double>(i + 1) * stepSeconds);
    }
    return m_max;
}

LatenessProbe::LatenessProbe() : m_thread([this] { ask(); }) { }

LatenessProbe::~LatenessProbe()
{
    m_ending = true;
    m_thread.join();
}

LatenessCounts LatenessProbe::take()
{
    return std::exchange(m_counts, LatenessCounts());
}

bool LatenessProbe::event(QEvent *event)
{
    if (event->type() != questionType)
        return QObject::event(event);
    const std::chrono::duration<double> late =
        SteadyClock::now() - static_cast<const Question *>(event)->askedAt;
    m_counts.add(late.count());
    return true;
}

void LatenessProbe::ask()
{
    for (SteadyClock::time_point next = SteadyClock::now(); !m_ending; next += interval) {
        std::this_thread::sleep_until(next);
        QCoreApplication::postEvent(this, new Question);
    }
}

} // namespace linewatch::bench
