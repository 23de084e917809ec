// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/plant.h"
#include "support/testprogram.h"

#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>

using namespace linewatch;
using namespace linewatch::simulation;
using namespace std::chrono_literals;

namespace {

const Instant start = std::chrono::sys_days{std::chrono::year{2026} / 1 / 15} + 6h;

std::vector<std::size_t> allOf(const PlantLayout &layout)
{
    std::vector<std::size_t> machines(layout.machines.size());
    for (std::size_t i = 0; i < machines.size(); ++i)
        machines[i] = i;
    return machines;
}

Plant makePlant(const PlantLayout &layout, std::uint64_t seed, double stretch = 1.0)
{
    return {std::make_shared<const PlantLayout>(layout), allOf(layout), Random(seed), start, stretch};
}

std::vector<IncomingEvent> eventsUntil(Plant plant, Instant end)
{
    std::vector<IncomingEvent> events;
    for (IncomingEvent event = plant.next(); event.payload.eventTime < end; event = plant.next())
        events.push_back(event);
    return events;
}

bool isSame(const IncomingEvent &a, const IncomingEvent &b)
{
    return a.eventId == b.eventId && a.payload == b.payload && a.claimedReceipt == b.claimedReceipt;
}

} // namespace

class TestPlant : public QObject
{
    Q_OBJECT

private slots:
    void sameSeedGivesTheSameEvents()
    {
        const PlantLayout layout = makeTestPlant(20, 4, "S1-");
        Plant one = makePlant(layout, 1);
        Plant two = makePlant(layout, 1);
        for (int i = 0; i < 2'000; ++i)
            QVERIFY(isSame(one.next(), two.next()));
    }

    void anotherSeedGivesOtherEvents()
    {
        const PlantLayout layout = makeTestPlant(20, 4, "S1-");
        QVERIFY(!isSame(makePlant(layout, 1).next(), makePlant(layout, 2).next()));
    }

    void idsAreUuidsOfVersionFourAndNeverMeet()
    {
        static const QRegularExpression uuid(
            QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
        std::set<EventId> ids;
        Plant plant = makePlant(makeTestPlant(20, 4, "S1-"), 3);
        for (int i = 0; i < 5'000; ++i) {
            const EventId id = plant.next().eventId;
            QVERIFY2(uuid.match(id.toString()).hasMatch(), id.utf8().c_str());
            QVERIFY(ids.insert(id).second);
        }
    }

    void timesNeverGoBack()
    {
        Plant plant = makePlant(makeTestPlant(50, 4, "S1-"), 4);
        Instant previous = start;
        for (int i = 0; i < 5'000; ++i) {
            const Instant time = plant.next().payload.eventTime;
            QVERIFY(time >= previous);
            previous = time;
        }
    }

    void everyEventKeepsTheRules()
    {
        Plant plant = makePlant(makeTestPlant(50, 4, "S1-"), 5);
        for (int i = 0; i < 20'000; ++i) {
            const EventPayload payload = plant.next().payload;
            QVERIFY(payload.duration >= 0ms && payload.duration <= 6h);
            QVERIFY(payload.defectCount >= UnknownDefects);
        }
    }

    void naturalRateIsWhatComesOut()
    {
        const PlantLayout layout = makeTestPlant(100, 4, "S1-");
        const double expected = naturalRate(layout, allOf(layout)) * 5.0 * 3'600;
        const auto found = static_cast<double>(eventsUntil(makePlant(layout, 6), start + 5h).size());
        QVERIFY2(std::abs(found - expected) < 0.01 * expected, qPrintable(QString::number(found / expected)));
    }

    void stretchedPlantIsSlower()
    {
        const PlantLayout layout = makeTestPlant(100, 4, "S1-");
        const auto normal = static_cast<double>(eventsUntil(makePlant(layout, 6), start + 1h).size());
        const auto slow = static_cast<double>(eventsUntil(makePlant(layout, 6, 4.0), start + 1h).size());
        QVERIFY(std::abs(4.0 * slow - normal) < 0.05 * normal);
    }

    void driftingMachineGetsWorse()
    {
        PlantLayout layout = makeTestPlant(3, 1, "S1-");
        layout.extremes = false;
        layout.machines[2].defectProbability = 0.05;
        std::array<int, 3> defectsByHour{};
        for (const IncomingEvent &event : eventsUntil(makePlant(layout, 7), start + 3h)) {
            if (event.payload.machineId == layout.machines[2].id && event.payload.defectCount > 0)
                ++defectsByHour[static_cast<std::size_t>((event.payload.eventTime - start) / 1h)];
        }
        QCOMPARE(layout.machines[2].habit, Habit::Drifts);
        QVERIFY(defectsByHour[0] < defectsByHour[1]);
        QVERIFY(defectsByHour[1] < defectsByHour[2]);
    }

    void silentMachineSaysNothingForAWhileAndComesBack()
    {
        const PlantLayout layout = makeTestPlant(5, 1, "S1-");
        std::vector<Instant> times;
        for (const IncomingEvent &event : eventsUntil(makePlant(layout, 8), start + 90min)) {
            if (event.payload.machineId == layout.machines[4].id)
                times.push_back(event.payload.eventTime);
        }
        std::chrono::microseconds longest{0};
        for (std::size_t i = 1; i < times.size(); ++i)
            longest = std::max(longest, times[i] - times[i - 1]);
        QVERIFY(longest > 12min);
        QVERIFY(times.back() > start + 85min);
    }

    void someMachinesStateNoLineAndSomeEventsLeaveItOut()
    {
        const PlantLayout layout = makeTestPlant(40, 4, "S1-");
        std::map<MachineId, std::pair<int, int>> stated; // with a line, without
        for (const IncomingEvent &event : eventsUntil(makePlant(layout, 9), start + 1h)) {
            auto &[with, without] = stated[event.payload.machineId];
            ++(event.payload.lineId.isEmpty() ? without : with);
        }
        QCOMPARE(stated[layout.machines[7].id].first, 0);
        QVERIFY(stated[layout.machines[0].id].first > stated[layout.machines[0].id].second);
        QVERIFY(stated[layout.machines[0].id].second > 0);
    }

    void demoPlantHasTwentyMachinesOnFourLinesAndFewAreBad()
    {
        const PlantLayout layout = makeDemoPlant();
        std::set<LineId> lines;
        for (const MachineProfile &machine : layout.machines)
            lines.insert(machine.line);
        QCOMPARE(layout.machines.size(), std::size_t{20});
        QCOMPARE(lines.size(), std::size_t{4});

        std::map<MachineId, int> defects;
        const auto events = eventsUntil(makePlant(layout, 10), start + 8h);
        for (const IncomingEvent &event : events)
            defects[event.payload.machineId] += std::max(event.payload.defectCount, 0);
        const auto bad = std::ranges::count_if(defects, [](const auto &sum) { return sum.second >= 2 * 8; });
        QCOMPARE(bad, 2);
    }
};

LINEWATCH_TEST(TestPlant)
#include "tst_plant.moc"
