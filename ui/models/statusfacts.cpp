// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/statusfacts.h"

#include "ui/models/shownwindow.h"

#include <QCoreApplication>

namespace linewatch::ui {

namespace {

struct StatusTexts {
    Q_DECLARE_TR_FUNCTIONS(StatusLine)
};

TextPart strong(const QString &text)
{
    return {text, Tone::Plain, true};
}

TextPart plain(const QString &text)
{
    return {text + QLatin1Char(' ')};
}

TextParts endpointFact(const QUrl &endpoint)
{
    if (endpoint.isEmpty())
        return {strong(StatusTexts::tr("Viewer")), {StatusTexts::tr(", takes no events")}};
    return {plain(StatusTexts::tr("Endpoint")), strong(endpoint.authority())};
}

TextParts storeFact(const QString &store, const LiveSnapshotPtr &snapshot, const Formats &formats)
{
    TextParts fact{plain(StatusTexts::tr("Store")), strong(store)};
    if (snapshot && snapshot->ingest.lastCommit.count() > 0) {
        const double ms = std::chrono::duration<double, std::milli>(snapshot->ingest.lastCommit).count();
        fact.push_back({StatusTexts::tr(", commit %1 ms").arg(formats.fixed(ms, ms < 1 ? 1 : 0))});
    }
    return fact;
}

TextParts rateFact(double eventsPerSecond, const Formats &formats)
{
    constexpr double showsDecimals = 10;
    const int places = eventsPerSecond > 0 && eventsPerSecond < showsDecimals ? 1 : 0;
    return {strong(formats.fixed(eventsPerSecond, places)), {QLatin1Char(' ') + StatusTexts::tr("events/s")}};
}

} // namespace

std::vector<TextParts> statusFacts(const QUrl &endpoint, const QString &store,
                                   const LiveSnapshotPtr &snapshot, const Formats &formats)
{
    std::vector<TextParts> facts{endpointFact(endpoint)};
    const bool takesIn = snapshot && !snapshot->ingest.isElsewhere;
    if (takesIn)
        facts.push_back(rateFact(snapshot->ingest.eventsPerSecond, formats));
    if (!store.isEmpty())
        facts.push_back(storeFact(store, snapshot, formats));
    if (!takesIn)
        return facts;
    facts.push_back({plain(StatusTexts::tr("Queue")), strong(formats.count(snapshot->ingest.queuedBatches))});
    const QString rejected =
        StatusTexts::tr("Rejected, %1").arg(lastWords(nominalLength(snapshot->ingest.window)));
    facts.push_back({plain(rejected), strong(formats.count(snapshot->ingest.outcomes.rejected))});
    return facts;
}

} // namespace linewatch::ui
