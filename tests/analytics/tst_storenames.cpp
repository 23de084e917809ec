// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/storenames.h"

#include "analytics/teststore.h"
#include "model/samples.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::test;

class StoreNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyStoreHasNone()
    {
        TestStore store;
        QVERIFY(*readStoreNames(store.reader()) == StoreNames());
    }

    void aMachineStandsOnTheLineOfItsNewestReceiptAndEveryLineIsNamed()
    {
        TestStore store;
        const Instant time = at("2026-01-15T12:00:00Z");
        const auto insert = [&](const char *id, const char *machine, const char *line, int second) {
            EventPayload payload;
            payload.machineId = MachineId(std::string(machine));
            payload.lineId = LineId(std::string(line));
            payload.eventTime = time;
            store.insert(id, payload, time + std::chrono::seconds{second});
        };
        insert("E-1", "M-2", "L-1", 1);
        insert("E-2", "M-1", "L-2", 2);
        insert("E-3", "M-2", "L-3", 3);
        insert("E-4", "M-3", "", 4);
        const Result<StoreNames> names = readStoreNames(store.reader());
        QVERIFY(names);
        const auto line = [](const char *name) { return LineId(std::string(name)); };
        QVERIFY((names->lines == std::vector{line("L-1"), line("L-2"), line("L-3"), line("M-3")}));
        QCOMPARE(names->machines.size(), std::size_t{3});
        QVERIFY((names->machines[0] == MachineName{MachineId(std::string("M-1")), line("L-2")}));
        QVERIFY((names->machines[1] == MachineName{MachineId(std::string("M-2")), line("L-3")}));
        QVERIFY((names->machines[2] == MachineName{MachineId(std::string("M-3")), line("M-3")}));
        QVERIFY(*hasEvent(store.reader(), EventId(std::string("E-3"))));
        QVERIFY(!*hasEvent(store.reader(), EventId(std::string("E-"))));
    }

    void anIdIsFoundWholeHoweverOldAndByItsBeginningAmongTheNewest()
    {
        TestStore store;
        const Instant time = at("2026-01-15T12:00:00Z");
        store.insert("E-1-old", payloadOf("M-1", time - std::chrono::hours{1}), time);
        store.insertMany(
            FoundIds::Among,
            [&](int number) { return payloadOf("M-1", time + std::chrono::seconds{number}); },
            time + std::chrono::hours{24});
        const auto found = [&store](const char *typed) {
            return *findIds(store.reader(), EventId(std::string(typed)), 3);
        };
        const auto id = [](const char *text) { return EventId(std::string(text)); };
        QVERIFY((found("E-1-old") == FoundIds{true, {}}));
        QVERIFY((found("E-1-ol") == FoundIds{false, {}}));
        QVERIFY((found("E-2000") == FoundIds{true, {id("E-20000")}}));
        QVERIFY((found("E-1999") == FoundIds{true, {id("E-19999"), id("E-19998"), id("E-19997")}}));
        QVERIFY((found("e-1999") == FoundIds{false, {}}));
    }
};

LINEWATCH_TEST(StoreNamesTest)
#include "tst_storenames.moc"
