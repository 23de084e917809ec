// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/anyregistry.h"
#include "model/samples.h"
#include "storage/required.h"
#include "storage/sqlregistrystore.h"
#include "storage/testengines.h"
#include "storage/testwriters.h"
#include "support/testprogram.h"

#include <QtTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant noon{std::chrono::sys_days{std::chrono::January / 15 / 2026} + 12h};

MachineId machineId(std::int64_t number)
{
    return MachineId("M-" + std::to_string(number));
}

RegisteredMachine anyMachine(Dice &dice, std::int64_t number)
{
    return anyMachine(dice, machineId(number), noon);
}

RegisteredLine anyLine(Dice &dice, std::int64_t number)
{
    return anyLine(dice, LineId("L-" + std::to_string(number)));
}

/** Only what somebody entered: the machines that @p made names, and no lines of assignments. */
Registry entered(Registry registry, const Registry &made)
{
    std::erase_if(registry.machines, [&](const auto &entry) { return !made.machines.contains(entry.first); });
    std::erase_if(registry.lines, [&](const auto &entry) { return !made.lines.contains(entry.first); });
    return registry;
}

} // namespace

class TestRegistryStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestEngines::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_url = m_engines.makeDatabase(engine);
        m_factory = required(StoreFactory::open(m_url));
        m_store = required(SqlRegistryStore::open(m_url));
    }
    void cleanup()
    {
        m_store.reset();
        m_factory.reset();
    }

    void anyChangesAndUndosGiveWhatTheyShould();
    void machinesAndLinesOfEventsAppearByThemselves();
    void aChangeOfAnOldRevisionIsRefusedWhole();
    void oneBadEntryLeavesAllAsTheyWere();
    void nothingNewIsNoChange();
    void whatWasChangedSinceIsNotUndone();
    void theOldestChangesAreForgotten();
    void twoWhoChangeAtOnceDoNotMix();
    void itIsChangedWhileEventsAreWritten();
    void aStoreThatIsNotThereIsNotMade();

private:
    std::int64_t apply(std::vector<RegisteredMachine> machines, std::vector<RegisteredLine> lines = {})
    {
        return required(
            m_store->apply({required(m_store->revision()), QStringLiteral("test"), machines, lines}, noon));
    }
    void write(int from, int count, Instant stamp, EventStore &store)
    {
        ChangeSet changes;
        for (int i = 0; i < count; ++i) {
            changes.lastStamp = stamp + std::chrono::microseconds{i + 1};
            changes.changes.push_back({std::nullopt,
                                       StoredEvent{EventId("E-" + std::to_string(from + i)),
                                                   payloadOf(("M-" + std::to_string(i % 50)).c_str(), noon, 0,
                                                             i % 2 ? "stated" : ""),
                                                   changes.lastStamp, changes.lastStamp, 1}});
        }
        const Result<void> done = commitChanges(store, changes);
        QVERIFY2(done, done ? "" : qPrintable(done.failure().message));
    }

    TestEngines m_engines;
    DatabaseUrl m_url;
    std::unique_ptr<StoreFactory> m_factory;
    std::unique_ptr<SqlRegistryStore> m_store;
};

void TestRegistryStore::anyChangesAndUndosGiveWhatTheyShould()
{
    Dice dice(7);
    std::vector<Registry> states{Registry{}}; // as they are after each change that was not undone
    for (int i = 0; i < 60; ++i) {
        if (i % 10 == 9)
            m_store = required(SqlRegistryStore::open(m_url));
        const std::int64_t revision = required(m_store->revision());
        if (states.size() > 1 && dice.chance(35)) {
            const auto last = required(m_store->lastChange());
            QVERIFY(last);
            QCOMPARE(required(m_store->undo(last->number)), revision + 1);
            states.pop_back();
        } else {
            RegistryChange change{revision, QStringLiteral("change %1").arg(i)};
            Registry next = states.back();
            for (std::int64_t number = 0; number < 20; ++number) {
                if (dice.chance(30)) {
                    change.machines.push_back(anyMachine(dice, number));
                    next.machines[machineId(number)] = change.machines.back();
                }
                if (dice.chance(10)) {
                    change.lines.push_back(anyLine(dice, number));
                    next.lines[change.lines.back().lineId] = change.lines.back();
                }
            }
            const std::int64_t after = required(m_store->apply(change, noon));
            if (after == revision)
                continue; // nothing new in it
            QCOMPARE(after, revision + 1);
            states.push_back(next);
            const auto last = required(m_store->lastChange());
            QVERIFY(last);
            QCOMPARE(last->number, after);
            QCOMPARE(last->what, change.what);
            QCOMPARE(last->at, noon);
            QVERIFY(last->entries > 0);
        }
        const Registry now = required(m_store->read());
        const Registry found = entered(now, states.back());
        QVERIFY(found.machines == states.back().machines);
        QVERIFY(found.lines == states.back().lines);
        QCOMPARE(now.machines.size(), states.back().machines.size()); // what was undone is gone
    }
}

void TestRegistryStore::machinesAndLinesOfEventsAppearByThemselves()
{
    const auto writer = required(m_factory->openWriter());
    write(0, 4, noon, *writer);
    Registry registry = required(m_store->read());
    QCOMPARE(registry.machines.size(), std::size_t{4});
    QCOMPARE(registry.lines.size(), std::size_t{1});
    for (const auto &[machineId, machine] : registry.machines) {
        RegisteredMachine unknown;
        unknown.machineId = machineId;
        QCOMPARE(machine, unknown);
    }
    QVERIFY(!registry.lines.at(LineId(std::string("stated"))).confirmed);

    RegisteredMachine known = registry.machines.begin()->second;
    known.confirmed = true;
    known.assignments = {{noon, LineId(std::string("assigned"))}};
    apply({known});
    registry = required(m_store->read());
    QCOMPARE(registry.machines.size(), std::size_t{4});
    QCOMPARE(registry.machines.at(known.machineId), known);
    QVERIFY(registry.lines.contains(LineId(std::string("assigned"))));
}

void TestRegistryStore::aChangeOfAnOldRevisionIsRefusedWhole()
{
    Dice dice(1);
    const std::int64_t revision = apply({anyMachine(dice, 1)});
    const Registry before = required(m_store->read());
    const auto late = m_store->apply({revision - 1, {}, {anyMachine(dice, 2)}, {}}, noon);
    QVERIFY(!late);
    QCOMPARE(late.failure().kind, Failure::Kind::Refused);
    QVERIFY(late.failure().message.contains(QStringLiteral("meanwhile")));
    QVERIFY(required(m_store->read()) == before);
}

void TestRegistryStore::oneBadEntryLeavesAllAsTheyWere()
{
    Dice dice(1);
    RegisteredMachine bad = anyMachine(dice, 2);
    bad.unitsPerCycle = 0;
    const auto refused = m_store->apply({0, {}, {anyMachine(dice, 1), bad}, {}}, noon);
    QVERIFY(!refused);
    QVERIFY(refused.failure().message.contains(QStringLiteral("M-2")));
    QVERIFY(required(m_store->read()) == Registry{});
}

void TestRegistryStore::nothingNewIsNoChange()
{
    Dice dice(1);
    const RegisteredMachine machine = anyMachine(dice, 1);
    const std::int64_t revision = apply({machine});
    QCOMPARE(apply({machine}), revision);
    QCOMPARE(required(m_store->revision()), revision);
    QCOMPARE(required(m_store->lastChange())->number, revision);
    QCOMPARE(apply({}), revision);
}

void TestRegistryStore::whatWasChangedSinceIsNotUndone()
{
    Dice dice(3);
    const std::int64_t first = apply({anyMachine(dice, 1), anyMachine(dice, 2)});
    const std::int64_t second = apply({anyMachine(dice, 2), anyMachine(dice, 3)});
    const Registry before = required(m_store->read());
    const auto refused = m_store->undo(first);
    QVERIFY(!refused);
    QCOMPARE(refused.failure().kind, Failure::Kind::Refused);
    QVERIFY2(refused.failure().message.contains(QStringLiteral("M-2")),
             qPrintable(refused.failure().message));
    QVERIFY(required(m_store->read()) == before);
    QVERIFY(m_store->undo(second));
    QVERIFY(!m_store->undo(second));
    QVERIFY(m_store->undo(first)); // nothing of it is changed now
    QVERIFY(required(m_store->read()).machines.empty());
    QVERIFY(!required(m_store->lastChange()));
}

void TestRegistryStore::theOldestChangesAreForgotten()
{
    Dice dice(4);
    for (int i = 0; i < RegistryStore::KeptChanges + 5; ++i)
        apply({anyMachine(dice, i)});
    for (std::int64_t number = RegistryStore::KeptChanges + 5; number > 5; --number)
        QVERIFY(m_store->undo(number));
    QVERIFY(!required(m_store->lastChange()));
    QVERIFY(!m_store->undo(5));
    QCOMPARE(required(m_store->read()).machines.size(), std::size_t{5});
}

/** Each of two connections adds to what it read, until it was taken; nothing that was taken may be missing.
 */
void TestRegistryStore::twoWhoChangeAtOnceDoNotMix()
{
    constexpr int changes = 25;
    const auto work = [this](int first) {
        const auto store = required(SqlRegistryStore::open(m_url));
        Dice dice(static_cast<std::uint32_t>(first));
        for (int i = 0; i < changes;) {
            const std::int64_t revision = required(store->revision());
            const auto done = store->apply({revision, {}, {anyMachine(dice, first + i)}, {}}, noon);
            if (done)
                ++i;
            else if (done.failure().kind != Failure::Kind::Refused)
                qFatal("%s", qPrintable(done.failure().message));
        }
    };
    std::thread other([&] { work(1'000); });
    work(0);
    other.join();
    QCOMPARE(required(m_store->revision()), 2 * changes);
    QCOMPARE(required(m_store->read()).machines.size(), std::size_t{2 * changes});
}

/** A change for each group that was committed, as soon as it was: neither keeps the other out for long. */
void TestRegistryStore::itIsChangedWhileEventsAreWritten()
{
    constexpr int groups = 100;
    std::atomic<int> written = 0;
    std::thread changing([&] {
        const auto store = required(SqlRegistryStore::open(m_url));
        Dice dice(9);
        for (int seen = 0; seen < groups; seen = written) {
            RegistryChange change{required(store->revision()), {}};
            for (int number = 0; number < 500; ++number)
                change.machines.push_back(anyMachine(dice, number));
            required(store->apply(change, noon));
            written.wait(seen);
        }
    });
    const auto writer = required(m_factory->openWriter());
    for (int group = 0; group < groups; ++group) {
        write(group * 200, 200, noon + std::chrono::seconds{group}, *writer);
        ++written;
        written.notify_one();
    }
    changing.join();
    const auto reader = required(m_factory->openReader());
    std::int64_t events = 0;
    for (const SourceTotals &part : required(reader->totals({}, planWindow({noon, noon + 1s}))))
        events += part.totals.events;
    QCOMPARE(events, groups * 200);
    QVERIFY(required(m_store->revision()) > 0);
}

void TestRegistryStore::aStoreThatIsNotThereIsNotMade()
{
    QFETCH_GLOBAL(Engine, engine);
    if (engine != Engine::Sqlite)
        return;
    const DatabaseUrl url{m_url.sqlitePath + QStringLiteral(".other")};
    const auto store = SqlRegistryStore::open(url);
    QVERIFY(!store);
    QVERIFY(store.failure().message.contains(url.sqlitePath));
    QVERIFY(!QFile::exists(url.sqlitePath));
}

LINEWATCH_TEST(TestRegistryStore)
#include "tst_registrystore.moc"
