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
    using PartTold = std::function<void(const T &part)>;

    LatestQuery() = default;
    ~LatestQuery() { cancel(); }
    Q_DISABLE_COPY_MOVE(LatestQuery)

    /** @p queries may be null: there is no store, and the answer is a failure that is heard at once. */
    void ask(StoreQueries *queries, StoreQuestion<T> question, Answered answered)
    {
        askInParts(
            queries,
            [question = std::move(question)](EventReader &reader, const TellPart<T> &) {
                return question(reader);
            },
            {}, std::move(answered));
    }

    /** The same; before the answer comes, @p told hears of the parts that the question tells. */
    void askInParts(StoreQueries *queries, StoreQuestionInParts<T> question, PartTold told, Answered answered)
    {
        if (!queries) {
            cancel();
            answered(Failure{Failure::Kind::Unavailable,
                             Sentence(QT_TRANSLATE_NOOP("Failure", "no store is open"))},
                     {});
            return;
        }
        m_next = Order{queries, std::move(question), std::move(told), std::move(answered)};
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
        StoreQuestionInParts<T> question;
        PartTold told;
        Answered answered;
    };
    /** What a question that is being read shares with its reader. */
    struct Running {
        StoreQuestionInParts<T> question;
        PartTold told;     ///< this and the next on the thread of who asks
        Answered answered; ///< empty: nobody wants to know any more
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
        m_running->told = std::move(order.told);
        m_running->answered = std::move(order.answered);
        const std::weak_ptr<int> alive = m_alive;
        // Called by the queries' own threads only, and so while the queries are there.
        const auto tell = [this, alive, running = m_running, to = order.queries.data()](T part) {
            to->tell([this, alive, running, part = std::make_shared<const T>(std::move(part))] {
                if (!alive.expired())
                    hearPart(*running, *part);
            });
        };
        const bool taken =
            m_queries->run([running = m_running,
                            tell](Result<EventReader *> reader) { read(*running, std::move(reader), tell); },
                           [this, alive, running = m_running] {
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

    static void read(Running &running, Result<EventReader *> reader, const TellPart<T> &tell)
    {
        const auto begun = std::chrono::steady_clock::now();
        if (reader)
            running.answer = running.question(**reader, tell);
        else
            running.answer = reader.failure();
        running.took = std::chrono::ceil<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
    }

    void hearPart(const Running &running, const T &part)
    {
        if (!m_next && running.answered && running.told)
            running.told(part);
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
