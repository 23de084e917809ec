// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/machinehealth.h"

#include "analytics/teststore.h"
#include "model/dice.h"
#include "model/samples.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const TimeWindow window{at("2026-01-15T00:00:00Z"), at("2026-01-15T06:00:00Z")};

MachineHealth healthOf(TestStore &store, const char *machine, TimeWindow asked = window,
                       double threshold = 2.0)
{
    return machineHealth(store.reader(), MachineId(std::string(machine)), asked, threshold).value();
}

} // namespace

class MachineHealthTest : public QObject
{
    Q_OBJECT

private slots:
    void aMachineNobodyHasHeardOfHasZeros()
    {
        TestStore store;
        const MachineHealth health = healthOf(store, "M-1");
        QCOMPARE(health.totals, Totals{});
        QCOMPARE(health.defectRate, (Decimal{0, 2}));
        QCOMPARE(health.availability, (Decimal{0, 4}));
        QCOMPARE(health.health, Health::Healthy);
        QVERIFY(!health.lastEventTime);
    }

    void figuresAreThoseOfTheMachineAndTheWindowAlone()
    {
        TestStore store;
        int number = 0;
        const auto add = [&](const char *machine, Instant time, int defects, const char *line = "") {
            store.insert("E-" + std::to_string(++number), payloadOf(machine, time, defects, line, 10min),
                         window.end + std::chrono::seconds{number});
        };
        add("M-1", window.start, 7, "LINE-A");
        add("M-1", window.end - 1us, 5, "LINE-B");
        add("M-1", window.start + 90min, UnknownDefects);
        add("M-1", window.start - 1us, 100);
        add("M-1", window.end, 100);
        add("m-1", window.start, 100);
        add("M-1 ", window.start, 100);
        const MachineHealth health = healthOf(store, "M-1");
        QCOMPARE(health.totals, (Totals{3, 1'800'000, 12, 1}));
        QCOMPARE(health.defectRate, (Decimal{200, 2}));
        QCOMPARE(health.availability, (Decimal{833, 4}));
        QCOMPARE(health.health, Health::Warning);
        QCOMPARE(text(health.lastEventTime.value()), text(window.end - 1us));
    }

    void theThresholdIsComparedWithTheUnroundedRate()
    {
        TestStore store;
        store.insert("E-1", payloadOf("M-1", window.start, 12), window.end);
        QCOMPARE(healthOf(store, "M-1").health, Health::Warning);
        const MachineHealth longer = healthOf(store, "M-1", {window.start, window.end + 1us});
        QCOMPARE(longer.defectRate, (Decimal{200, 2}));
        QCOMPARE(longer.health, Health::Healthy);
        QCOMPARE(healthOf(store, "M-1", window, 2.001).health, Health::Healthy);
    }

    void runTimeBeyondTheWindowIsFullAvailability()
    {
        TestStore store;
        store.insert("E-1", payloadOf("M-1", window.end - 1min, 0, "", 6h), window.end);
        QCOMPARE(healthOf(store, "M-1", {window.end - 2min, window.end}).availability, (Decimal{10'000, 4}));
    }

    void aCorrectionThatMovesTheEventTakesItAlong()
    {
        TestStore store;
        store.insert("E-1", payloadOf("M-1", window.start, 12), window.end);
        store.correct("E-1", payloadOf("M-2", window.start + 1h, 3), window.end + 1s);
        QCOMPARE(healthOf(store, "M-1").totals, Totals{});
        QVERIFY(!healthOf(store, "M-1").lastEventTime);
        QCOMPARE(healthOf(store, "M-2").totals, (Totals{1, 4000, 3, 0}));
        QCOMPARE(text(healthOf(store, "M-2").lastEventTime.value()), text(window.start + 1h));
    }

    void anyWindowEqualsBruteForce()
    {
        Dice dice(23);
        TestStore store;
        std::vector<EventPayload> events;
        for (int i = 0; i < 300; ++i) {
            const Instant time = dice.between(window.start, window.start + 50h);
            events.push_back(
                payloadOf("M-1", dice.chance(20) ? std::chrono::floor<std::chrono::minutes>(time) : time,
                          static_cast<std::int32_t>(dice.between(-1, 3)), dice.chance(50) ? "LINE-A" : ""));
            store.insert("E-" + std::to_string(i), events.back(), window.end + std::chrono::seconds{i});
        }
        for (int i = 0; i < 200; ++i) {
            const Instant start = dice.between(window.start, window.start + 50h);
            const TimeWindow asked{start, dice.between(start + 1us, window.start + 51h)};
            Totals sum;
            std::optional<Instant> last;
            for (const EventPayload &event : events) {
                if (!asked.contains(event.eventTime))
                    continue;
                sum += totalsOf(event);
                last = std::max(last, std::optional(event.eventTime));
            }
            const MachineHealth health = healthOf(store, "M-1", asked);
            QCOMPARE(health.totals, sum);
            QVERIFY(health.lastEventTime == last);
        }
    }

    void removedTimeIsToldInWholeHours()
    {
        TestStore store;
        store.insert("E-1", payloadOf("M-1", at("2026-01-15T01:10:00Z"), 3), window.end);
        store.insert("E-2", payloadOf("M-1", at("2026-01-15T01:50:00Z"), 4), window.end);
        store.insert("E-3", payloadOf("M-1", at("2026-01-15T04:10:00Z"), 5), window.end);
        store.removeBefore(at("2026-01-15T04:00:00Z"));
        const auto healthFrom = [&store](const char *start, const char *end) {
            return healthOf(store, "M-1", {at(start), at(end)});
        };
        const MachineHealth removed = healthFrom("2026-01-15T01:40:00Z", "2026-01-15T01:45:00Z");
        QCOMPARE(removed.totals.defects, 7);
        QCOMPARE(removed.defectRate, (Decimal{700, 2})); // of the hour that it is told of
        QVERIFY(!removed.lastEventTime);
        const MachineHealth across = healthFrom("2026-01-15T01:40:00Z", "2026-01-15T04:10:01Z");
        QCOMPARE(across.totals.defects, 12);
        QCOMPARE(text(across.lastEventTime.value()), QStringLiteral("2026-01-15T04:10:00Z"));
        QCOMPARE(healthFrom("2026-01-15T04:10:00Z", "2026-01-15T04:10:01Z").totals.defects, 5);
        QCOMPARE(healthFrom("2026-01-15T04:00:00Z", "2026-01-15T04:10:00Z").totals.defects, 0);
    }
};

LINEWATCH_TEST(MachineHealthTest)
#include "tst_machinehealth.moc"
