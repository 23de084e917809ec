// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/tellpart.h"
#include "storage/readerpool.h"

#include <QObject>

#include <functional>
#include <mutex>
#include <vector>

namespace linewatch {

/** What is asked of a store, on a reader's thread, within one snapshot. Refers to nothing of who asks. */
template <class T>
using StoreQuestion = std::function<Result<T>(EventReader &reader)>;

/** One whose answer has a part that is known long before the whole; it is told on the reader's thread. */
template <class T>
using StoreQuestionInParts = std::function<Result<T>(EventReader &reader, const TellPart<T> &tell)>;

/**
 * Asks a store the questions of pages on threads of its own, and brings their answers to the thread that made
 * it, which needs an event loop. Ask through a LatestQuery.
 */
class StoreQueries : public QObject
{
    Q_OBJECT

public:
    /** Two: so that a quick question does not wait for a long one. */
    static constexpr int Threads = 2;

    /** @p open is called on the threads that read. */
    explicit StoreQueries(ReaderPool::Open open);
    /** Waits for the questions that are being answered; nobody hears of them any more. */
    ~StoreQueries() override;

    /**
     * Runs @p read on a reader's thread, then @p heard on this object's. False when too many wait already;
     * neither is called then.
     */
    bool run(ReaderPool::Question read, std::function<void()> heard);
    /** Runs @p heard on this object's thread, too. On a reader's thread, while it reads. */
    void tell(std::function<void()> heard);

signals:
    /** Emitted in the reader's thread, heard in the object's; it carries nothing, see m_heard. */
    void answered(QPrivateSignal);

private:
    void handOver();

    std::mutex m_mutex;
    std::vector<std::function<void()>> m_heard; ///< under the mutex: not called yet

    ReaderPool m_readers; ///< last, so that it ends while the rest is there
};

} // namespace linewatch
