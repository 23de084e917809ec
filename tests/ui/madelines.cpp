// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/madelines.h"

#include "ui/madeplant.h"

#include <array>
#include <random>

namespace linewatch::ui {

using namespace std::chrono_literals;

namespace {

struct MadeLine {
    const char *name;
    int defectsPerThousand; ///< of events
    int unknownPercent;
};

constexpr std::array lines{MadeLine{"Press 2", 6, 0}, MadeLine{"Weld 1", 8, 0},   MadeLine{"Weld 10", 2, 1},
                           MadeLine{"Paint A", 6, 0}, MadeLine{"Mould 3", 4, 12}, MadeLine{"Pack 1", 1, 0}};
constexpr int machinesPerLine = 4;
constexpr auto past = 3h;
constexpr auto cycle = 12s;

bool isQuiet(int line, int machine, std::chrono::seconds ago)
{
    if (line == 1 && machine == 3)
        return ago < 25min;                         // silent
    return line == 3 && ago > 20min && ago < 34min; // a gap
}

} // namespace

TimeWindow madeHour()
{
    return {madeNow() - 1h, madeNow()};
}

void writeMadeLines(test::TestStore &store)
{
    std::mt19937 chance(11);
    const auto below = [&chance](int bound) {
        return static_cast<int>(chance() % static_cast<unsigned>(bound));
    };
    std::vector<EventPayload> events;
    for (int line = 0; line < static_cast<int>(lines.size()); ++line) {
        const MadeLine &made = lines[static_cast<std::size_t>(line)];
        for (int machine = 1; machine <= machinesPerLine; ++machine) {
            const int trouble = line == 0 && machine == 3 ? 6 : 1;
            for (std::chrono::seconds ago = past; ago > 0s; ago -= cycle) {
                if (isQuiet(line, machine, ago) || below(10) == 0)
                    continue;
                EventPayload event;
                event.machineId = MachineId("M-" + std::to_string(100 * (line + 1) + machine));
                event.lineId = LineId(std::string(made.name));
                event.eventTime = madeNow() - ago + std::chrono::milliseconds{below(9'000)};
                event.duration = std::chrono::milliseconds{8'500 + below(2'500)};
                event.defectCount = below(1'000) < trouble * made.defectsPerThousand ? 1 + below(2) : 0;
                if (below(100) < made.unknownPercent)
                    event.defectCount = UnknownDefects;
                events.push_back(event);
            }
        }
    }
    store.insertMany(
        static_cast<int>(events.size()),
        [&events](int number) { return events[static_cast<std::size_t>(number - 1)]; }, madeNow());
}

AskedStore::AskedStore(const test::TestStore &store)
    : m_store(std::move(*ReadableStore::open(store.url())))
    , m_queries([this] { return m_store->openReader(); })
{
}

} // namespace linewatch::ui
