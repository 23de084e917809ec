// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/measuredserver.h"

#include "bench/figures.h"
#include "bench/postingload.h"
#include "bench/server.h"
#include "bench/storefolder.h"
#include "bench/storesums.h"

namespace linewatch::bench {

Result<LoadResult> postIntoNewServer(const Settings &settings, const StreamPlan &stream, std::int64_t events,
                                     const QString &store)
{
    Result<Server> server = startServer(settings.server, store);
    if (!server)
        return server.failure();
    std::vector<double> resident;
    const auto tick = [&] { resident.push_back(static_cast<double>(server->process->residentBytes())); };
    PostingPlan plan;
    plan.stream = stream;
    plan.events = events;
    plan.batch = settings.batch;
    plan.connections = settings.connections;
    Result<LoadResult> result = postStream(server->port, plan, tick);
    if (!result)
        return result;
    const Result<ProcessUsage> usage = server->stop();
    if (!usage)
        return usage.failure();
    result->usage = *usage;
    result->runningBytes = static_cast<std::int64_t>(median(resident));
    if (Result<void> checked = checkStore(store, stream, events); !checked)
        return checked.failure();
    return result;
}

Result<LoadResult> postIntoFreshStore(const Settings &settings, const StreamPlan &stream, std::int64_t events)
{
    const Result<StoreFolder> folder = StoreFolder::make(settings.folder);
    if (!folder)
        return folder.failure();
    return postIntoNewServer(settings, stream, events, folder->file());
}

Result<LoadResult> loadIntoFreshStore(const Settings &settings, Baseline baseline, const StreamPlan &stream,
                                      std::int64_t events)
{
    const Result<StoreFolder> folder = StoreFolder::make(settings.folder);
    if (!folder)
        return folder.failure();
    const LoaderPlan plan{baseline, stream, events, folder->file(), settings.checkpointPages};
    Result<LoadResult> load = runLoader(plan);
    if (!load)
        return load;
    if (Result<void> checked = checkStore(folder->file(), stream, events); !checked)
        return checked.failure();
    return load;
}

} // namespace linewatch::bench
