// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/directory.h"

#include "analytics/teststore.h"
#include "model/samples.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant now = at("2026-01-15T12:00:00Z");

QString machinesOf(TestStore &store)
{
    QStringList rows;
    const auto machines = listMachines(store.reader(), now, StateRules{}).value();
    for (const MachineEntry &machine : machines) {
        rows << machine.machineId.toString() + u'@' + machine.line.toString() + u' '
                + QString::fromLatin1(wireName(machine.state).data());
    }
    return rows.join(u", ");
}

QString linesOf(TestStore &store)
{
    QStringList rows;
    const auto lines = listLines(store.reader()).value();
    for (const LineEntry &line : lines)
        rows << line.lineId.toString() + u' ' + QString::number(line.machines) + u' '
                + text(line.lastEventTime);
    return rows.join(u", ");
}

} // namespace

class DirectoryTest : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyStoreHasNeitherMachinesNorLines()
    {
        TestStore store;
        QCOMPARE(machinesOf(store), QString());
        QCOMPARE(linesOf(store), QString());
    }

    void machinesComeByNameWithTheirState()
    {
        TestStore store;
        store.insert("E-1", payloadOf("silent", now - 6min), now);
        store.insert("E-2", payloadOf("warning", now - 1min, 2), now + 1s);
        store.insert("E-3", payloadOf("healthy", now - 1min, 1, "LINE-A"), now + 2s);
        store.insert("E-4", payloadOf("asleep", now - 24h), now + 3s);
        store.insert("E-5", payloadOf("Upper", now - 24h + 1us), now + 4s);
        QCOMPARE(machinesOf(store),
                 QStringLiteral("Upper@Upper Silent, asleep@asleep No data, healthy@LINE-A Healthy, "
                                "silent@silent Silent, warning@warning Warning"));
    }

    void aMachineStandsWhereItsNewestEventWas()
    {
        TestStore store;
        EventPayload newest = payloadOf("M-1", now - 1min, 0, "LINE-B");
        newest.factoryId = FactoryId(std::string("F-2"));
        store.insert("E-1", newest, now);
        store.insert("E-2", payloadOf("M-1", now - 2min, 0, "LINE-A"),
                     now + 5s); // came later, happened earlier
        const auto machines = listMachines(store.reader(), now, StateRules{}).value();
        QCOMPARE(machines.size(), std::size_t{1});
        QVERIFY(machines[0].line.utf8() == "LINE-B");
        QVERIFY(machines[0].factoryId.utf8() == "F-2");
        QCOMPARE(text(machines[0].lastEventTime), text(now - 1min));
        QCOMPARE(text(machines[0].lastReceivedTime), text(now + 5s));
    }

    void defectsOnEveryLineCountForTheMachinesState()
    {
        TestStore store;
        store.insert("E-1", payloadOf("M-1", now - 1min, 1, "LINE-A"), now);
        store.insert("E-2", payloadOf("M-1", now - 2min, 1, "LINE-B"), now + 1s);
        store.insert("E-3", payloadOf("M-2", now - 1min, 1, "LINE-A"), now + 2s);
        store.insert("E-4", payloadOf("M-2", now - 61min, 1, "LINE-A"), now + 3s);
        QCOMPARE(machinesOf(store), QStringLiteral("M-1@LINE-A Warning, M-2@LINE-A Healthy"));
    }

    void linesCountTheirMachines()
    {
        TestStore store;
        store.insert("E-1", payloadOf("M-2", now - 3min, 0, "LINE-B"), now);
        store.insert("E-2", payloadOf("M-1", now - 2min, 0, "LINE-B"), now + 1s);
        store.insert("E-3", payloadOf("M-1", now - 4min, 0, "LINE-A"), now + 2s);
        EventPayload elsewhere = payloadOf("M-1", now - 5min, 0, "LINE-B");
        elsewhere.factoryId = FactoryId(std::string("F-1"));
        store.insert("E-4", elsewhere, now + 3s);
        store.insert("E-5", payloadOf("M-9", now - 1min), now + 4s);
        QCOMPARE(linesOf(store),
                 QStringLiteral("LINE-A 1 2026-01-15T11:56:00Z, LINE-B 2 2026-01-15T11:58:00Z, "
                                "M-9 1 2026-01-15T11:59:00Z"));
    }

    void whatCorrectionsLeftBehindIsNotListed()
    {
        TestStore store;
        store.insert("E-1", payloadOf("M-1", now - 3min, 0, "LINE-A"), now);
        store.correct("E-1", payloadOf("M-2", now - 1min, 0, "LINE-B"), now + 1s);
        QCOMPARE(machinesOf(store), QStringLiteral("M-2@LINE-B Healthy"));
        QCOMPARE(linesOf(store), QStringLiteral("LINE-B 1 2026-01-15T11:59:00Z"));
    }
};

LINEWATCH_TEST(DirectoryTest)
#include "tst_directory.moc"
