// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/window/plantload.h"

#include "bench/storesums.h"

namespace linewatch::bench {

namespace {

constexpr std::int64_t eventsAMachineBefore = 30;
constexpr std::int64_t hourUs = 3'600'000'000;

PostingPlan planOfPast(const Settings &settings)
{
    PostingPlan plan;
    plan.events = std::int64_t{settings.machines} * eventsAMachineBefore;
    plan.batch = settings.batch;
    plan.connections = settings.connections;
    plan.stream = planEndingNow(settings.seed, IdKind::Random, plan.events, hourUs / plan.events);
    plan.stream.machines = settings.machines;
    return plan;
}

} // namespace

PostingPlan planOfLoad(const Settings &settings, int seconds)
{
    PostingPlan plan;
    plan.events = settings.rate * seconds;
    plan.batch = std::min(settings.batch, settings.rate);
    plan.connections = settings.connections;
    plan.eventsASecond = settings.rate;
    plan.seconds = seconds;
    plan.stream = planEndingNow(settings.seed + 1, IdKind::Random, 0, 1'000'000 / settings.rate);
    plan.stream.machines = settings.machines;
    return plan;
}

Result<PostedLoad> postPast(const PlantWindow &window, const Settings &settings, const QString &home)
{
    Result<PostingProcess> past = PostingProcess::start(window.port(), planOfPast(settings), home);
    return past ? past->wait() : past.failure();
}

} // namespace linewatch::bench
