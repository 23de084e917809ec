// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/runplan.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace linewatch::simulation {

namespace {

using namespace std::chrono_literals;
using Seconds = std::chrono::duration<double>;

constexpr Seconds longestHistory = 7 * 24h;
constexpr Seconds historyOfTimedRun = 24h;
constexpr double mostEventsPerSecond =
    200'000; ///< no server takes more, so a timed run never posts its future

/** How a connection's plant is set in time. */
struct Pace {
    Instant start;
    double stretch = 1.0;
};

/** Elements that make the plant's clock go on, of all that are posted. */
double advancingShare(const NoiseSettings &noise)
{
    return std::max(0.05, 1.0 - (noise.duplicates + noise.corrections + noise.invalid) / 100.0);
}

Instant before(Instant now, Seconds time)
{
    return now - std::chrono::duration_cast<std::chrono::microseconds>(time);
}

/** @p natural: events a second of the connection's machines; @p count: how many it will post. */
Pace paceOf(const Options &options, double natural, std::uint64_t count, Instant now)
{
    const double advancing = advancingShare(options.noise);
    const double share = advancing / options.connections;
    if (options.rate > 0)
        return {now, natural / (options.rate * share)};
    if (options.duration > 0)
        return {before(now, historyOfTimedRun),
                natural * historyOfTimedRun.count() / (options.duration * mostEventsPerSecond * share)};
    // A little more, since cycles are drawn by lot; what would still lie ahead is within the tolerance.
    const Seconds history = 1.02 * Seconds(static_cast<double>(count) * advancing / natural) + 60s;
    const double stretch = std::min(1.0, longestHistory / history);
    return {before(now, history * stretch), stretch};
}

std::vector<std::size_t> machinesOf(int connection, const Options &options)
{
    std::vector<std::size_t> machines;
    for (int machine = connection % options.machines; machine < options.machines;
         machine += options.connections)
        machines.push_back(static_cast<std::size_t>(machine));
    return machines;
}

/** In real time no event waits much longer than a second for its batch to fill. */
std::size_t batchSize(const Options &options)
{
    if (options.rate <= 0)
        return static_cast<std::size_t>(options.batch);
    const double perSecond = std::ceil(options.rate / options.connections);
    return static_cast<std::size_t>(std::clamp(perSecond, 1.0, static_cast<double>(options.batch)));
}

std::uint64_t countOf(int connection, const Options &options)
{
    if (options.events == 0)
        return std::numeric_limits<std::uint64_t>::max();
    const auto connections = static_cast<std::uint64_t>(options.connections);
    return options.events / connections
        + (static_cast<std::uint64_t>(connection) < options.events % connections ? 1 : 0);
}

/** Each begins with another endpoint. */
std::vector<QUrl> endpointsFrom(int connection, std::vector<QUrl> endpoints)
{
    const auto first = static_cast<std::size_t>(connection) % endpoints.size();
    std::ranges::rotate(endpoints, endpoints.begin() + static_cast<std::ptrdiff_t>(first));
    return endpoints;
}

} // namespace

std::vector<PostingPlan> planRun(const Options &options, Instant now)
{
    const std::string prefix = runPrefix(options.seed);
    const auto layout =
        std::make_shared<const PlantLayout>(makeTestPlant(options.machines, options.lines, prefix));
    std::vector<PostingPlan> plans;
    for (int connection = 0; connection < options.connections; ++connection) {
        const std::uint64_t count = countOf(connection, options);
        if (count == 0)
            break; // fewer events than connections
        const std::vector<std::size_t> machines = machinesOf(connection, options);
        const Pace pace = paceOf(options, naturalRate(*layout, machines), count, now);
        const auto stream = 2 * static_cast<std::uint64_t>(connection);
        Plant plant(layout, machines, Random(options.seed, stream), pace.start, pace.stretch);
        NoisyStream noisy(std::move(plant), options.noise, Random(options.seed, stream + 1),
                          batchSize(options), count);
        PostingPlan plan{endpointsFrom(connection, options.endpoints),
                         std::move(noisy),
                         now - 1h,
                         prefix,
                         options.verify,
                         options.rate > 0,
                         {}};
        if (options.events == 0)
            plan.runFor = std::chrono::round<std::chrono::milliseconds>(Seconds(options.duration));
        plans.push_back(std::move(plan));
    }
    return plans;
}

} // namespace linewatch::simulation
