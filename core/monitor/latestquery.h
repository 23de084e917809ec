// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/storequeries.h"

#include <QPointer>

namespace linewatch {

/**
 * One place where an answer is shown: only the newest question that was asked here is answered, and at most
 * one is being read, so that a user who hurries on leaves no queue behind. When it goes, or is cancelled,
 * nothing is heard any more. Belongs to the thread of its StoreQueries.
 */
template <class T>
class LatestQuery
{
public:
    using Answered = std::function<void(const Result<T> &answer, std::chrono::milliseconds took)>;

    LatestQuery() = default;
    ~LatestQuery() { cancel(); }
    Q_DISABLE_COPY_MOVE(LatestQuery)

    /** @p queries may be null: there is no store, and the answer is a failure that is heard at once. */
    void ask(StoreQueries *queries, StoreQuestion<T> question, Answered answered)
    {
        if (!queries) {
            cancel();
            answered(Failure{Failure::Kind::Unavailable,
                             Sentence(QT_TRANSLATE_NOOP("Failure", "no store is open"))},
                     {});
            return;
        }
        m_next = Order{queries, std::move(question), std::move(answered)};
        pose();
    }

    void cancel()
    {
        m_next.reset();
        if (m_running)
            m_running->answered = nullptr;
    }

    /** Whether an answer is still to come. */
    bool isWaiting() const { return m_next || (isReading() && m_running->answered); }

private:
    struct Order {
        QPointer<StoreQueries> queries;
        StoreQuestion<T> question;
        Answered answered;
    };
    /** What a question that is being read shares with its reader. */
    struct Running {
        StoreQuestion<T> question;
        Answered answered; ///< on the thread of who asks; empty: nobody wants to know any more
        std::optional<Result<T>> answer;
        std::chrono::milliseconds took{0};
    };

    /** What went with its queries is not read any more. */
    bool isReading() const { return m_running && m_queries; }

    void pose()
    {
        if (!m_next || isReading())
            return;
        Order order = *std::exchange(m_next, std::nullopt);
        if (!order.queries)
            return;
        m_queries = order.queries;
        m_running = std::make_shared<Running>();
        m_running->question = std::move(order.question);
        m_running->answered = std::move(order.answered);
        const bool taken = m_queries->run(
            [running = m_running](Result<EventReader *> reader) { read(*running, std::move(reader)); },
            [this, alive = std::weak_ptr<int>(m_alive), running = m_running] {
                if (!alive.expired())
                    hear(*running);
            });
        if (taken)
            return;
        const std::shared_ptr<Running> refused = std::exchange(m_running, nullptr);
        refused->answered(Failure{Failure::Kind::Unavailable,
                                  Sentence(QT_TRANSLATE_NOOP("Failure", "too many questions wait already"))},
                          {});
    }

    static void read(Running &running, Result<EventReader *> reader)
    {
        const auto begun = std::chrono::steady_clock::now();
        if (reader)
            running.answer = running.question(**reader);
        else
            running.answer = reader.failure();
        running.took = std::chrono::ceil<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
    }

    void hear(Running &running)
    {
        if (m_running.get() == &running)
            m_running.reset();
        // What was asked meanwhile takes the place of this one.
        if (!m_next && running.answered)
            running.answered(*running.answer, running.took);
        pose();
    }

    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
    QPointer<StoreQueries> m_queries; ///< that reads m_running
    std::shared_ptr<Running> m_running;
    std::optional<Order> m_next;
};

} // namespace linewatch
