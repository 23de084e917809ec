// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/boardupdater.h"

#include "monitor/boardseeder.h"
#include "monitor/busyreader.h"
#include "monitor/fixedclock.h"
#include "monitor/writtenplant.h"
#include "storage/sqlconnection.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

/** A board that follows what several processes write, on every engine. */
class TestBoardUpdater : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestEngines::addEngines(); }
    void init();
    void cleanup();

    void theBoardEqualsARecountAtEachUpdate();
    void theBoardEqualsARecountWhateverIsCommittedWhileItIsFilled();
    void newestEventsAreThoseOfTheStore();
    void nothingIsReadWhereNothingWasCommitted();
    void aStoreThatWentBackIsToBeReadAgain();

private:
    Result<void> fill(EventReader &reader, BoardUpdater &updater, LiveBoard &board,
                      const std::function<bool()> &wanted);

    TestEngines m_engines;
    const FixedClock m_clock{noon};
    std::unique_ptr<WrittenPlant> m_plant;
    std::unique_ptr<ReadableStore> m_store;
    std::unique_ptr<EventReader> m_reader;
};

void TestBoardUpdater::init()
{
    QFETCH_GLOBAL(const Engine, engine);
    m_plant = std::make_unique<WrittenPlant>(m_engines, engine, 7);
    m_store = m_plant->openToRead();
    m_reader = std::move(*m_store->openReader());
}

void TestBoardUpdater::cleanup()
{
    m_reader.reset();
    m_store.reset();
    m_plant.reset();
}

Result<void> TestBoardUpdater::fill(EventReader &reader, BoardUpdater &updater, LiveBoard &board,
                                    const std::function<bool()> &wanted)
{
    board.beginSeeding();
    if (Result<void> begun = updater.begin(reader); !begun)
        return begun;
    return seedBoard(reader, board, noon, boardStart(noon), wanted);
}

void TestBoardUpdater::theBoardEqualsARecountAtEachUpdate()
{
    Dice dice(3);
    LiveBoard board(rules);
    BoardUpdater updater(board, m_clock);
    for (int i = 0; i < 20; ++i)
        m_plant->commit();
    QVERIFY(fill(*m_reader, updater, board, [] { return true; }));
    for (int i = 0; i < 60; ++i) {
        for (auto left = dice.between(0, 4); left > 0; --left)
            m_plant->commit();
        const auto updated = updater.update(*m_reader);
        QVERIFY2(updated && *updated, qPrintable(updated ? QString() : updated.failure().message));
        const std::chrono::minutes shown{dice.between(1, 480)};
        QVERIFY(equalsRecount(*board.snapshot(noon, shown, std::nullopt), m_plant->plant));
        QCOMPARE(board.readAt(), std::optional(noon));
    }
}

/** Both the slices and the updates between them are read while commits go on. */
void TestBoardUpdater::theBoardEqualsARecountWhateverIsCommittedWhileItIsFilled()
{
    Dice dice(4);
    for (int run = 0; run < 8; ++run) {
        LiveBoard board(rules);
        BoardUpdater updater(board, m_clock);
        BusyReader busy(*m_reader, [&] {
            if (dice.chance(40))
                m_plant->commit();
        });
        QVERIFY(fill(busy, updater, board, [&] {
            if (!dice.chance(50))
                return true;
            const auto updated = updater.update(busy);
            return updated && *updated;
        }));
        QVERIFY(board.isSeeded());
        QVERIFY(updater.update(*m_reader));
        for (const auto shown : {1min, 60min, 480min})
            QVERIFY(equalsRecount(*board.snapshot(noon, shown, std::nullopt), m_plant->plant));
    }
}

void TestBoardUpdater::newestEventsAreThoseOfTheStore()
{
    LiveBoard board(rules);
    BoardUpdater updater(board, m_clock);
    QVERIFY(fill(*m_reader, updater, board, [] { return true; }));
    for (int i = 0; i < 40; ++i) {
        m_plant->commit();
        QVERIFY(updater.update(*m_reader));
        std::map<MachineId, Instant> newest;
        for (const EventPayload &event : m_plant->plant.events) {
            const auto [found, isFirst] = newest.try_emplace(event.machineId, event.eventTime);
            found->second = std::max(found->second, event.eventTime);
        }
        const LiveSnapshotPtr snapshot = board.snapshot(noon, 480min, std::nullopt);
        for (const MachineSnapshot &machine : snapshot->machines) {
            const auto last = newest.find(machine.machineId); // none: a correction took its only event
            QCOMPARE(machine.lastEventTime.has_value(), last != newest.end());
            if (last != newest.end())
                QCOMPARE(text(*machine.lastEventTime), text(last->second));
        }
    }
}

void TestBoardUpdater::nothingIsReadWhereNothingWasCommitted()
{
    LiveBoard board(rules);
    BoardUpdater updater(board, m_clock);
    m_plant->commit();
    QVERIFY(fill(*m_reader, updater, board, [] { return true; }));
    int questions = 0;
    BusyReader counting(*m_reader, [&questions] { ++questions; });
    QVERIFY(updater.update(counting));
    QCOMPARE(questions, 3); // the snapshot, its stamps, its end
    m_plant->commit();
    QVERIFY(updater.update(counting));
    QVERIFY(questions > 6);
}

void TestBoardUpdater::aStoreThatWentBackIsToBeReadAgain()
{
    QFETCH_GLOBAL(const Engine, engine);
    LiveBoard board(rules);
    BoardUpdater updater(board, m_clock);
    m_plant->commit();
    QVERIFY(fill(*m_reader, updater, board, [] { return true; }));
    const auto dialect = TestEngines::dialectOf(m_plant->url());
    const auto other = std::move(*SqlConnection::open(*dialect, SqlConnection::Access::ReadWrite));
    QVERIFY(other->run(engine == Engine::Sqlite
                           ? QStringLiteral("UPDATE store_state SET value = 5 WHERE name = 'last_stamp'")
                           : QStringLiteral("UPDATE node SET last_stamp = 5 WHERE last_stamp > 5")));
    const auto updated = updater.update(*m_reader);
    QVERIFY(updated);
    QVERIFY(!*updated);
}

LINEWATCH_TEST(TestBoardUpdater)
#include "tst_boardupdater.moc"
