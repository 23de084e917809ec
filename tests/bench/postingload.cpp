// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/postingload.h"

#include "bench/eventtext.h"
#include "bench/loopback.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <ctime>
#include <poll.h>

namespace linewatch::bench {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int patienceMs = 120'000;
constexpr double secondsATick = 0.5;

double threadCpuSeconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/** One connection with at most one batch under way. */
struct Sender {
    Socket socket;
    std::vector<char> request;
    std::size_t sent = 0;
    ReplyReader reply;
    double startedAt = 0;
    std::int64_t events = 0; ///< of the batch under way; 0: none is
};

class Posting
{
public:
    Posting(const PostingPlan &plan, const std::function<void()> &tick)
        : m_plan(plan)
        , m_text(plan.stream)
        , m_stream(plan.stream)
        , m_tick(tick)
        , m_watch(plan.events)
    {
    }

    Result<LoadResult> run(std::uint16_t port)
    {
        m_senders.resize(static_cast<std::size_t>(m_plan.connections));
        for (Sender &sender : m_senders) {
            Result<Socket> socket = Socket::connectTo(port);
            if (!socket)
                return socket.failure();
            sender.socket = std::move(*socket);
        }
        const double cpuBefore = threadCpuSeconds();
        m_start = SteadyClock::now();
        while (hasBatchToStart() || m_accepted < m_handedOut) {
            if (Result<void> done = startDueBatches(); !done)
                return done.failure();
            if (Result<void> done = turn(); !done)
                return done.failure();
        }
        m_result.events = m_accepted;
        m_result.seconds = elapsed();
        m_result.stepSeconds = m_watch.lengths();
        m_result.generatorCpuSeconds = threadCpuSeconds() - cpuBefore;
        return m_result;
    }

private:
    double elapsed() const { return std::chrono::duration<double>(SteadyClock::now() - m_start).count(); }

    bool hasBatchToStart() const
    {
        return m_handedOut < m_plan.events && (m_plan.seconds == 0 || elapsed() < m_plan.seconds);
    }

    /** Seconds until the next batch may start; 0 and less: now. */
    double untilDue() const
    {
        if (m_plan.eventsASecond == 0)
            return 0;
        return static_cast<double>(m_handedOut) / static_cast<double>(m_plan.eventsASecond) - elapsed();
    }

    /** Each in its turn: a connection that is left out for long is closed by the server. */
    Result<void> startDueBatches()
    {
        for (std::size_t tried = 0; tried < m_senders.size(); ++tried) {
            if (!hasBatchToStart() || untilDue() > 0)
                return {};
            Sender &sender = m_senders[m_turn];
            m_turn = (m_turn + 1) % m_senders.size();
            if (sender.events > 0)
                continue;
            if (Result<void> done = startBatch(sender); !done)
                return done;
        }
        return {};
    }

    /** Until the next batch may start, where there is a connection that waits for that. */
    int pollTimeoutMs() const
    {
        const bool waits = hasBatchToStart()
            && std::ranges::any_of(m_senders, [](const Sender &s) { return s.events == 0; });
        return waits ? static_cast<int>(std::max(0.0, std::ceil(untilDue() * 1000))) : patienceMs;
    }

    Result<void> startBatch(Sender &sender)
    {
        sender.events = std::min(m_plan.batch, m_plan.events - m_handedOut);
        m_text.writeRequest(m_stream, sender.events, sender.request);
        m_handedOut += sender.events;
        sender.sent = 0;
        sender.startedAt = elapsed();
        return sender.socket.sendSome(sender.request, sender.sent);
    }

    Result<void> turn()
    {
        m_polls.clear();
        for (const Sender &sender : m_senders) {
            const short events = sender.sent < sender.request.size() ? POLLIN | POLLOUT : POLLIN;
            m_polls.push_back({sender.events > 0 ? sender.socket.descriptor() : -1, events, 0});
        }
        const int timeoutMs = pollTimeoutMs();
        const int ready = ::poll(m_polls.data(), m_polls.size(), timeoutMs);
        if (ready < 0 && errno != EINTR)
            return systemFailure(QStringLiteral("poll"));
        if (ready == 0 && timeoutMs == patienceMs)
            return Failure{Failure::Kind::Unavailable, QStringLiteral("The server answers no more")};
        for (std::size_t i = 0; i < m_senders.size(); ++i) {
            if (m_polls[i].revents == 0)
                continue;
            if (Result<void> done = serve(m_senders[i]); !done)
                return done;
        }
        if (elapsed() >= m_nextTick) {
            m_tick();
            m_nextTick = elapsed() + secondsATick;
        }
        return {};
    }

    Result<void> serve(Sender &sender)
    {
        if (Result<void> done = sender.socket.sendSome(sender.request, sender.sent); !done)
            return done;
        const Result<bool> complete = sender.reply.readSome(sender.socket);
        if (!complete)
            return complete.failure();
        if (!*complete)
            return {};
        const Result<std::int64_t> accepted = acceptedIn(sender.reply);
        if (!accepted)
            return accepted.failure();
        if (*accepted != sender.events)
            return sender.reply.unexpected();
        m_accepted += *accepted;
        const double now = elapsed();
        m_watch.reached(m_accepted, now);
        m_result.batchSeconds.push_back(now - sender.startedAt);
        sender.reply.clear();
        sender.events = 0;
        return {};
    }

    PostingPlan m_plan;
    EventText m_text;
    Stream m_stream;
    const std::function<void()> &m_tick;
    StepWatch m_watch;
    std::vector<Sender> m_senders;
    std::size_t m_turn = 0; ///< the sender that is looked at next
    std::vector<pollfd> m_polls;
    SteadyClock::time_point m_start;
    double m_nextTick = 0;
    std::int64_t m_handedOut = 0;
    std::int64_t m_accepted = 0;
    LoadResult m_result;
};

} // namespace

Result<LoadResult> postStream(std::uint16_t port, const PostingPlan &plan, const std::function<void()> &tick)
{
    return Posting(plan, tick).run(port);
}

} // namespace linewatch::bench
