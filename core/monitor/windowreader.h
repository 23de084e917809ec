// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"
#include "model/clock.h"
#include "storage/readerpool.h"

#include <QObject>
#include <QTimer>

#include <mutex>

namespace linewatch {

/**
 * Answers which window is to be shown from the store, on a reader of its own, so that a long window keeps
 * nobody else waiting. While the window is not over it is read again at a calm pace: after five seconds, or
 * nine times as long as reading took. A window that was not answered yet is answered twice: its figures come
 * before its charts. The object, its slots and its signals belong to the thread that made
 * it.
 */
class WindowReader : public QObject
{
    Q_OBJECT

public:
    /** @p open is called on the reader's thread; @p clock must outlive this. */
    WindowReader(ReaderPool::Open open, const Clock &clock, const StateRules &rules);
    /** Waits for the question that is being answered. */
    ~WindowReader() override;

    /** The newest question is the one that is answered. */
    void ask(TimeWindow window);
    void stopAsking();

signals:
    void windowRead(linewatch::LiveSnapshotPtr snapshot);
    void windowReadFailed(const QString &reason);
    /** Emitted in the reader's thread, heard in the object's; it carries nothing, see m_answer. */
    void answered(QPrivateSignal);

private:
    struct Answer {
        TimeWindow question;
        Result<LiveSnapshotPtr> snapshot;
        std::chrono::milliseconds took{0};

        bool isPart() const { return snapshot.ok() && !(*snapshot)->isWhole; }
    };

    void pose();
    void answer(TimeWindow question, bool isFirst, Result<EventReader *> reader);
    LiveSnapshotPtr numbered(LiveSnapshot snapshot);
    void put(Answer answer);
    void handOver();
    void hear(const Answer &answer);

    const Clock &m_clock;
    const StateRules m_rules;
    std::optional<TimeWindow> m_question;
    bool m_isFirst = true; ///< nothing was answered to m_question yet
    bool m_isReading = false;
    std::uint64_t m_snapshots = 0; ///< the reader's thread counts
    QTimer m_pause;

    std::mutex m_mutex;
    std::optional<Answer> m_answer; ///< not handed over yet

    ReaderPool m_reader; ///< last, so that it ends while the rest is there
};

} // namespace linewatch
