// SPDX-License-Identifier: GPL-3.0-or-later
// Not a test: how long the questions of the pages of one machine and of events take, by the size of the
// store.
//     bench_machinereport EVENTS MACHINES
#include "analytics/eventindex.h"
#include "analytics/machinecycles.h"
#include "analytics/machinereport.h"
#include "analytics/machinerows.h"
#include "analytics/storenames.h"
#include "model/samples.h"
#include "storage/storefactory.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace linewatch;
using namespace std::chrono_literals;

namespace {

constexpr auto past = 30 * 24h;
constexpr int group = 16'000;

/** Events of all machines in turn, evenly over thirty days before @p end. */
void fill(EventStore &store, std::int64_t events, int machines, Instant end)
{
    const auto pace = std::chrono::duration_cast<std::chrono::microseconds>(past) / events;
    for (std::int64_t done = 0; done < events; done += group) {
        ChangeSet changes;
        for (std::int64_t i = done; i < std::min(events, done + group); ++i) {
            const Instant time = end - past + i * pace;
            const std::string machine = "M-" + std::to_string(i % machines);
            const EventPayload payload = test::payloadOf(machine.c_str(), time, i % 97 == 0 ? 1 : 0,
                                                         i % machines % 2 == 0 ? "LINE-A" : "LINE-B",
                                                         std::chrono::milliseconds{4'000 + i % 1'000});
            changes.changes.push_back(
                {std::nullopt, StoredEvent{EventId("E-" + std::to_string(i)), payload, time, time, 1}});
            changes.lastStamp = time;
        }
        if (!store.begin() || !store.apply(changes) || !store.commit())
            qFatal("the store cannot be filled");
    }
}

/** The median and the longest of some runs, in ms. */
template <class Question>
void measure(const char *name, EventReader &reader, const Question &question)
{
    std::vector<double> times;
    for (int run = 0; run < 9; ++run) {
        const auto begun = std::chrono::steady_clock::now();
        const ReadSnapshot snapshot(reader);
        if (!question(run))
            qFatal("a question was not answered");
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
    }
    std::ranges::sort(times);
    std::printf("%-36s median %7.1f ms, longest %7.1f ms\n", name, times[times.size() / 2], times.back());
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    if (argc < 3) {
        std::fputs("usage: bench_machinereport EVENTS MACHINES\n", stderr);
        return 2;
    }
    const std::int64_t events = std::atoll(argv[1]);
    const int machines = std::atoi(argv[2]);
    const QTemporaryDir folder;
    const Instant end = test::at("2026-01-31T12:34:56Z");
    auto factory = std::move(StoreFactory::open({folder.filePath(QStringLiteral("bench.db"))}).value());
    fill(*factory->openWriter().value(), events, machines, end);
    const auto reader = std::move(factory->openReader().value());

    const std::pair<const char *, std::chrono::minutes> windows[] = {
        {"1 hour", 1h}, {"8 hours", 8h}, {"a day", 24h}, {"30 days", 30 * 24h}};
    for (const auto &[name, length] : windows) {
        const TimeWindow window{end - length, end};
        const auto machine = [machines](int run) {
            return MachineId("M-" + std::to_string(run * 7 % machines));
        };
        std::printf("%s\n", name);
        measure("  report", *reader,
                [&](int run) { return readMachineReport(*reader, machine(run), window, end, {}).ok(); });
        measure("  cycles and rejections", *reader,
                [&](int run) { return readMachineCycles(*reader, machine(run), window).ok(); });
        measure("  list of all machines", *reader,
                [&](int) { return readMachineRows(*reader, window, end, {}).ok(); });
        measure("  list of events", *reader, [&](int) {
            return readEventIndex(*reader, {window, {}, {}}).ok();
        });
        measure("  list of those with defects", *reader, [&](int) {
            return readEventIndex(*reader, {window, {}, {}, EventDefects::Some}).ok();
        });
    }
    std::printf("anywhere\n");
    for (const char *typed : {"E", "E-1999", "nothing", "0f8fad5b-d9cb"}) {
        measure((std::string("  ids that begin with ") + typed).c_str(), *reader,
                [&](int) { return findIds(*reader, EventId(std::string(typed)), 20).ok(); });
    }
    return 0;
}
