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
};

LINEWATCH_TEST(StoreNamesTest)
#include "tst_storenames.moc"
