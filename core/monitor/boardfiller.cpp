// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/boardfiller.h"

#include "model/rollup.h"
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
    , m_thread([this] { run(); })
{
}

BoardFiller::~BoardFiller()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_ended.notify_one();
    m_thread.join();
}

void BoardFiller::run()
{
    while (!isEnding()) {
        const Result<void> done = fill();
        if (done)
            break;
        emit fillingFailed(done.failure().shown);
        std::unique_lock lock(m_mutex);
        m_ended.wait_for(lock, pauseAfterFailure, [this] { return m_ending; });
        m_board.beginSeeding();
    }
}

Result<void> BoardFiller::fill()
{
    const Result<std::unique_ptr<EventReader>> reader = m_open();
    if (!reader)
        return reader.failure();
    const Instant now = m_clock.now();
    const Instant since = bucketStart(now, BucketWidth::Hour) - 2 * LongestLiveWindow;
    return seedBoard(**reader, m_board, now, since, [this] {
        m_filled();
        return !isEnding();
    });
}

bool BoardFiller::isEnding() const
{
    const std::scoped_lock lock(m_mutex);
    return m_ending;
}

} // namespace linewatch
