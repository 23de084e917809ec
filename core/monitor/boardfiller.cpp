// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/boardfiller.h"

#include "monitor/boardseeder.h"

namespace linewatch {

namespace {

constexpr std::chrono::seconds pauseAfterFailure{5};

} // namespace

BoardFiller::BoardFiller(ReaderPool::Open open, LiveBoard &board, const Clock &clock,
                         std::function<void()> filled)
    : m_open(std::move(open))
    , m_board(board)
    , m_clock(clock)
    , m_filled(std::move(filled))
    , m_thread([this](PausingThread &thread) { run(thread); })
{
}

void BoardFiller::run(PausingThread &thread)
{
    while (!thread.isEnding()) {
        const Result<void> done = fill(thread);
        if (done)
            break;
        emit fillingFailed(done.failure().shown);
        thread.pause(pauseAfterFailure);
        m_board.beginSeeding();
    }
}

Result<void> BoardFiller::fill(const PausingThread &thread)
{
    const Result<std::unique_ptr<EventReader>> reader = m_open();
    if (!reader)
        return reader.failure();
    const Instant now = m_clock.now();
    return seedBoard(**reader, m_board, now, boardStart(now), [this, &thread] {
        m_filled();
        return !thread.isEnding();
    });
}

} // namespace linewatch
