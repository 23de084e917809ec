// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/asking.h"

#include <algorithm>
#include <chrono>

namespace linewatch::bench {

namespace {

using SteadyClock = std::chrono::steady_clock;

double since(SteadyClock::time_point start)
{
    return std::chrono::duration<double>(SteadyClock::now() - start).count();
}

/** One connection that asks and takes the time. */
class Asker
{
public:
    explicit Asker(Socket socket) : m_socket(std::move(socket)) { }

    Result<void> one(const Question &question, bool keepAnswer)
    {
        const std::string target = question.target();
        const SteadyClock::time_point start = SteadyClock::now();
        if (Result<void> answered = ask(m_socket, target, m_reply); !answered)
            return answered;
        m_asked.seconds.push_back(since(start));
        if (keepAnswer)
            m_asked.answers.emplace_back(m_reply.body());
        return {};
    }

    const Asked &asked() const { return m_asked; }

private:
    Socket m_socket;
    ReplyReader m_reply;
    Asked m_asked;
};

/** Calls @p one with the numbers from 0 on, as often as @p budget and @p available allow. */
Result<void> spend(const Budget &budget, std::size_t available,
                   const std::function<Result<void>(std::size_t)> &one)
{
    const SteadyClock::time_point start = SteadyClock::now();
    const auto most = std::min(static_cast<std::size_t>(budget.most), available);
    for (std::size_t i = 0; i < most; ++i) {
        if (i >= static_cast<std::size_t>(budget.least) && since(start) > budget.seconds)
            break;
        if (Result<void> done = one(i); !done)
            return done;
    }
    return {};
}

} // namespace

Result<Asked> askServer(std::uint16_t port, const std::vector<Question> &questions, const Budget &budget)
{
    Result<Socket> socket = Socket::connectTo(port);
    if (!socket)
        return socket.failure();
    Asker asker(std::move(*socket));
    const Result<void> done =
        spend(budget, questions.size(), [&](std::size_t i) { return asker.one(questions[i], true); });
    if (!done)
        return done.failure();
    return asker.asked();
}

Result<Asked> askServerWhile(std::uint16_t port, const std::vector<Question> &questions,
                             const std::function<bool()> &wanted)
{
    Result<Socket> socket = Socket::connectTo(port);
    if (!socket)
        return socket.failure();
    Asker asker(std::move(*socket));
    for (std::size_t i = 0; wanted(); ++i) {
        const bool firstRound = i < questions.size();
        if (Result<void> done = asker.one(questions[i % questions.size()], firstRound); !done)
            return done.failure();
    }
    return asker.asked();
}

Result<Asked> askPlainSql(const QString &store, const std::vector<Question> &questions,
                          const std::vector<std::string> &answers, Access access, const Budget &budget)
{
    Result<std::unique_ptr<PlainSql>> sql = PlainSql::open(store);
    if (!sql)
        return sql.failure();
    Asked asked;
    const Result<void> done = spend(budget, answers.size(), [&](std::size_t i) -> Result<void> {
        const Question &question = questions[i];
        const SteadyClock::time_point start = SteadyClock::now();
        if (question.subject == Subject::Stats) {
            const Result<PlainStats> plain = (*sql)->stats(question, access);
            asked.seconds.push_back(since(start));
            return plain ? compareStats(question, *plain, answers[i]) : plain.failure();
        }
        const Result<std::vector<PlainLine>> plain = (*sql)->topLines(question, access);
        asked.seconds.push_back(since(start));
        return plain ? compareLines(question, *plain, answers[i]) : plain.failure();
    });
    if (!done)
        return done.failure();
    return asked;
}

} // namespace linewatch::bench
