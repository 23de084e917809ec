// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/madeplant.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace linewatch::ui {

namespace {

using namespace std::chrono_literals;

constexpr int sparkPoints = 30;

QString usualLineName(int line)
{
    static const QStringList names{QStringLiteral("Press 2"), QStringLiteral("Weld 1"),
                                   QStringLiteral("Paint A"), QStringLiteral("Mould 3"),
                                   QStringLiteral("Pack 1"),  QStringLiteral("Mill 4"),
                                   QStringLiteral("Lathe 1"), QStringLiteral("Drill 2")};
    return line < names.size() ? names[line] : QStringLiteral("Line %1").arg(line + 1);
}

QString usualMachineName(int line, int machine)
{
    return QStringLiteral("M-%1%2").arg(line + 1).arg(machine + 1, 2, 10, QLatin1Char('0'));
}

MachineState usualState(int line, int machine)
{
    constexpr int warnings[] = {2, 7, 5};
    if (line < 3 && machine == warnings[line])
        return MachineState::Warning;
    if ((line == 0 && machine == 9) || (line == 3 && machine == 0))
        return MachineState::Silent;
    return line == 3 && machine == 3 ? MachineState::NoData : MachineState::Healthy;
}

class Maker
{
public:
    explicit Maker(const MadePlant &plant) : m_plant(plant), m_random(plant.seed)
    {
        m_snapshot.number = plant.seed;
        m_snapshot.takenAt = madeNow();
        m_snapshot.window = {std::chrono::floor<std::chrono::minutes>(madeNow() - plant.window), madeNow()};
        m_snapshot.previousWindow = {m_snapshot.window.start - plant.window, m_snapshot.window.start};
        m_snapshot.healthWindow = {madeNow() - 10h, madeNow()}; // a tenth of a defect an hour is one defect
        m_snapshot.trendStep = plant.step;
    }

    LiveSnapshot make()
    {
        for (int line = 0; line < m_plant.lines; ++line) {
            for (int machine = 0; machine < m_plant.machinesPerLine; ++machine)
                addMachine(line, machine);
        }
        std::ranges::sort(m_snapshot.machines, {}, [](const MachineSnapshot &machine) {
            return std::pair(machine.line.utf8(), machine.machineId.utf8());
        });
        addTrend();
        addTopLines();
        addSums();
        shareSums();
        return std::move(m_snapshot);
    }

private:
    double noise(double spread) { return std::uniform_real_distribution<>(-spread, spread)(m_random); }
    std::int64_t poisson(double mean)
    {
        return mean > 0 ? std::poisson_distribution<std::int64_t>(mean)(m_random) : 0;
    }

    void addMachine(int line, int number)
    {
        MachineSnapshot machine;
        machine.line = LineId((m_plant.lineName ? m_plant.lineName : usualLineName)(line));
        machine.machineId =
            MachineId((m_plant.machineName ? m_plant.machineName : usualMachineName)(line, number));
        machine.state = (m_plant.state ? m_plant.state : usualState)(line, number);
        machine.stateSince = madeNow() - (machine.state == MachineState::Warning ? 31min : 490min);
        if (machine.state != MachineState::NoData)
            machine.lastEventTime = madeNow() - (machine.state == MachineState::Silent ? 20min + 5s : 2s);
        const double rate = machine.state == MachineState::Warning ? 3.5 + noise(1.5) : 1 + noise(0.7);
        machine.health.defects = m_plant.defectsPerMinute > 0 ? std::lround(rate * 10) : 0;
        machine.health.events = machine.health.defects + 100;
        machine.defectRate = kpi::defectRate(machine.health.defects, m_snapshot.healthWindow.length());
        for (int i = 0; i < sparkPoints; ++i)
            machine.sparkline.push_back(sparkValue(machine.state, i));
        m_snapshot.machines.push_back(std::move(machine));
    }

    float sparkValue(MachineState state, int at)
    {
        const bool quiet =
            state == MachineState::NoData || (state == MachineState::Silent && at >= sparkPoints * 2 / 3);
        return quiet ? 0 : static_cast<float>(30 + noise(10));
    }

    void addTrend()
    {
        const double perMinute = 32.0 * m_plant.lines * m_plant.machinesPerLine;
        const double stepMinutes = std::chrono::duration<double, std::ratio<60>>(m_plant.step).count();
        int index = 0;
        const auto steps = static_cast<int>(m_plant.window / m_plant.step);
        for (Instant start = m_snapshot.window.start; start < madeNow(); start += m_plant.step, ++index) {
            TrendPoint point;
            point.start = start;
            point.length = std::min<std::chrono::microseconds>(m_plant.step, madeNow() - start);
            const double elapsed = std::chrono::duration<double, std::ratio<60>>(point.length).count();
            const double wave = 1 + 0.12 * std::sin(index * 6.0 / steps) + noise(0.05);
            const double burst = index > steps * 2 / 3 && index < steps * 2 / 3 + 4 ? 3 : 1;
            if (!m_plant.gapInTrend || index > steps / 3) {
                point.totals =
                    Totals{.events = poisson(perMinute * wave * elapsed),
                           .runTimeMs = 0,
                           .defects = poisson(m_plant.defectsPerMinute * burst * elapsed * (stepMinutes > 0)),
                           .unknownEvents = 0};
            }
            m_snapshot.trend.push_back(point);
        }
    }

    void addTopLines()
    {
        if (m_plant.defectsPerMinute <= 0)
            return;
        const int all = std::max(m_plant.lines, m_plant.lines > 2 ? 12 : m_plant.lines);
        for (int line = 0; line < all; ++line) {
            const LineId id((m_plant.lineName ? m_plant.lineName : usualLineName)(line));
            const auto defects = std::lround(20.4 * m_plant.defectsPerMinute * std::pow(0.7, line));
            if (defects > 0)
                m_snapshot.topLines.push_back(
                    {.lineId = id, .defects = defects, .events = 20 * defects + 900});
        }
    }

    void addSums()
    {
        for (const TrendPoint &point : m_snapshot.trend)
            m_snapshot.plant += point.totals.value_or(Totals{});
        m_snapshot.plant.defects = 0;
        for (const LineSnapshot &line : m_snapshot.topLines)
            m_snapshot.plant.defects += line.defects;
        m_snapshot.activeMachines = static_cast<std::size_t>(std::ranges::count_if(
            m_snapshot.machines, [](const MachineSnapshot &m) { return m.state != MachineState::NoData; }));
        const auto ms = std::chrono::floor<std::chrono::milliseconds>(m_snapshot.window.length()).count();
        m_snapshot.plant.runTimeMs = static_cast<std::int64_t>(
            0.824 * static_cast<double>(ms) * static_cast<double>(m_snapshot.activeMachines));
        m_snapshot.plant.unknownEvents = 12;
        m_snapshot.plantBefore = m_snapshot.plant;
        m_snapshot.plantBefore.events = m_snapshot.plant.events * 97 / 100;
        m_snapshot.plantBefore.runTimeMs = m_snapshot.plant.runTimeMs;
        m_snapshot.activeMachinesBefore = m_snapshot.activeMachines;
        m_snapshot.ingest = {
            .window = m_snapshot.window,
            .outcomes = {.accepted = m_snapshot.plant.events, .deduped = 31, .updated = 6, .rejected = 3},
            .queuedBatches = 0,
            .lastCommit = 4200us,
            .eventsPerSecond = 412};
    }

    /** Machines with data add up to the plant. */
    void shareSums()
    {
        Totals rest = m_snapshot.plant;
        auto left = static_cast<std::int64_t>(m_snapshot.activeMachines);
        for (MachineSnapshot &machine : m_snapshot.machines) {
            if (machine.state == MachineState::NoData)
                continue;
            machine.shown = {rest.events / left, rest.runTimeMs / left, rest.defects / left,
                             rest.unknownEvents / left};
            rest -= machine.shown;
            --left;
        }
    }

    const MadePlant &m_plant;
    std::mt19937 m_random;
    LiveSnapshot m_snapshot;
};

} // namespace

Instant madeNow()
{
    return std::chrono::sys_days{std::chrono::January / 15 / 2026} + 13h + 12min + 7s;
}

Formats madeFormats()
{
    return {QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone("Europe/Berlin")};
}

LiveSnapshot madeSnapshot(const MadePlant &plant)
{
    return Maker(plant).make();
}

LiveSnapshotPtr shared(LiveSnapshot snapshot)
{
    return std::make_shared<const LiveSnapshot>(std::move(snapshot));
}

MachineSnapshot madeMachine(const char *line, const char *machine, MachineState state)
{
    MachineSnapshot made;
    made.line = LineId(std::string(line));
    made.machineId = MachineId(std::string(machine));
    made.state = state;
    return made;
}

} // namespace linewatch::ui
