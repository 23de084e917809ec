// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/storefollower.h"

#include "monitor/boardseeder.h"

#include <algorithm>

namespace linewatch {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// With what it takes to read, to publish and to paint, what is shown is less than two seconds behind.
constexpr milliseconds period{1000};
/** Where reading takes as long as that, the database gets a rest. */
constexpr milliseconds shortestPause{100};
constexpr milliseconds pauseAfterFailure{2000};

} // namespace

StoreFollower::StoreFollower(ReaderPool::Open open, LiveBoard &board, const Clock &clock,
                             std::function<void()> filled)
    : m_open(std::move(open))
    , m_board(board)
    , m_clock(clock)
    , m_filled(std::move(filled))
    , m_updater(board, clock)
    , m_thread([this](PausingThread &thread) { run(thread); })
{
}

void StoreFollower::run(PausingThread &thread)
{
    while (!thread.isEnding()) {
        const auto begun = steady_clock::now();
        const Result<void> done = keepUp(thread);
        tell(done);
        const auto took = std::chrono::ceil<milliseconds>(steady_clock::now() - begun);
        thread.pause(done ? std::max(shortestPause, period - took) : pauseAfterFailure);
    }
    m_reader.reset(); // in its own thread
}

Result<void> StoreFollower::keepUp(const PausingThread &thread)
{
    if (!m_reader) {
        Result<std::unique_ptr<EventReader>> reader = m_open();
        if (!reader)
            return reader.failure();
        m_reader = std::move(*reader);
    }
    return m_mustFill || !m_board.isSeeded() ? fill(thread) : update();
}

Result<void> StoreFollower::fill(const PausingThread &thread)
{
    m_mustFill = false;
    m_board.beginSeeding();
    if (Result<void> begun = m_updater.begin(*m_reader); !begun)
        return begun;
    m_updated = steady_clock::now();
    Result<void> updated;
    const Instant now = m_clock.now();
    const Result<void> filled = seedBoard(*m_reader, m_board, now, boardStart(now), [&] {
        m_filled();
        if (steady_clock::now() - m_updated >= period)
            updated = update();
        return updated && !m_mustFill && !thread.isEnding();
    });
    return updated ? filled : updated;
}

Result<void> StoreFollower::update()
{
    const Result<bool> done = m_updater.update(*m_reader);
    if (!done)
        return done.failure();
    m_mustFill = !*done;
    m_updated = steady_clock::now();
    return {};
}

void StoreFollower::tell(const Result<void> &done)
{
    if (done) {
        if (std::exchange(m_isLost, false))
            emit found();
        return;
    }
    m_reader.reset();
    const std::optional<Instant> readAt = m_board.readAt();
    if (!m_board.isSeeded() || !readAt)
        emit fillingFailed(done.failure().shown);
    else if (!std::exchange(m_isLost, true))
        emit lost(done.failure().shown, *readAt);
}

} // namespace linewatch
