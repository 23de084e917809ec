// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/retaincommand.h"

#include "ingest/retentionchore.h"
#include "model/rfc3339.h"
#include "model/systemclock.h"
#include "monitor/commandend.h"
#include "monitor/commandline.h"
#include "storage/storefactory.h"

#include <QTimer>

#include <cstdio>

namespace linewatch {

namespace {

constexpr std::chrono::seconds betweenReports{1};
/** Before it is tried again what another process was in the way of. */
constexpr std::chrono::milliseconds contendedPause{100};

struct RetainOptions {
    QString help; ///< not empty: show it, and nothing else
    DatabaseUrl database;
    Retention retention;
};

Result<RetainOptions> readRetainOptions(const CommandCall &call)
{
    CommandLine line(
        QStringLiteral("retain"),
        QStringLiteral("Removes the events that are older than the setting store/retentionDays says, "
                       "now. A server with that setting does so by itself."),
        QStringLiteral("Remove old events from there"));
    const Result<QString> help = line.parse(call.arguments);
    if (!help)
        return help.failure();
    if (!help->isEmpty())
        return RetainOptions{*help, {}, {}};
    if (!line.words().isEmpty()) {
        return refused(
            Sentence(QT_TRANSLATE_NOOP("Failure", "'%1' is not understood; name the store with --database"),
                     line.words().first()));
    }
    const auto sources = line.sources(call.environment);
    if (!sources)
        return sources.failure();
    const Result<Retention> retention = readRetention((*sources)->settings());
    if (!retention)
        return retention.failure();
    if (!retention->isSet()) {
        return refused(Sentence(
            QT_TRANSLATE_NOOP("Failure",
                              "no retention is set; say in the settings file how many days events are kept: "
                              "retentionDays in the section [store]")));
    }
    const Result<DatabaseUrl> url = line.database(call.environment);
    if (!url)
        return url.failure();
    return RetainOptions{{}, *url, *retention};
}

/** Steps from the event loop, so that signals are heard between them. */
class Retaining
{
public:
    /** Both must outlive it. */
    Retaining(EventStore &store, Retention retention, CommandEnd &end)
        : m_store(store)
        , m_end(end)
        , m_chore(m_clock, retention, m_statistics)
    {
        m_next.setSingleShot(true);
        QObject::connect(&m_next, &QTimer::timeout, &m_next, [this] { step(); });
        m_next.start(0);
    }

    void cancel()
    {
        m_next.stop();
        m_end.reach(refuse(QStringLiteral("cancelled; what is left is removed the next time")));
    }

private:
    void step()
    {
        const Result<bool> more = m_chore.step(m_store);
        const bool isContended = !more && more.failure().kind == Failure::Kind::Contended;
        if (isContended || (more && *more)) {
            reportNowAndThen();
            m_next.start(isContended ? contendedPause : std::chrono::milliseconds{0});
            return;
        }
        if (more)
            report();
        m_end.reach(more ? ExitDone : refuse(more.failure().message));
    }

    void reportNowAndThen()
    {
        const auto now = std::chrono::steady_clock::now();
        if (now - m_reported < betweenReports)
            return;
        m_reported = now;
        report();
    }

    void report() const
    {
        std::fprintf(stderr, "%lld events before %s removed\n",
                     static_cast<long long>(m_statistics.removed()),
                     formatRfc3339(m_statistics.horizon()).c_str());
    }

    EventStore &m_store;
    CommandEnd &m_end;
    const SystemClock m_clock;
    IngestStatistics m_statistics;
    RetentionChore m_chore;
    QTimer m_next;
    std::chrono::steady_clock::time_point m_reported = std::chrono::steady_clock::now();
};

} // namespace

int runRetain(const CommandCall &call)
{
    const Result<RetainOptions> options = readRetainOptions(call);
    if (const std::optional<int> ended = endedByOptions(options))
        return *ended;
    const Result<std::unique_ptr<StoreFactory>> factory = StoreFactory::open(options->database);
    if (!factory)
        return refuse(factory.failure().message);
    const Result<std::unique_ptr<EventStore>> store = (*factory)->openWriter();
    if (!store)
        return refuse(store.failure().message);
    std::optional<Retaining> retaining;
    CommandEnd end(call, {}, [&retaining]() -> CommandEnd::Patience {
        retaining->cancel(); // between two steps
        return std::nullopt;
    });
    retaining.emplace(**store, options->retention, end);
    return end.wait();
}

} // namespace linewatch
