// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/storefollower.h"

#include "monitor/fixedclock.h"
#include "monitor/writtenplant.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

/** The thread that keeps a board as its store is. */
class TestStoreFollower : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestEngines::addEngines(); }
    void init();
    void cleanup();

    void theBoardFollowsWhatOthersCommit();
    void aStoreThatCannotBeOpenedIsToldAndTriedAgain();
    void aLostDatabaseIsToldOnceAndWhatWasMissedComesWithIt();

private:
    ReaderPool::Open opening() const
    {
        return [this] { return m_store->openReader(); };
    }
    bool equals(LiveBoard &board) const
    {
        return board.isSeeded() && equalsRecount(*board.snapshot(noon, 480min, std::nullopt), m_plant->plant);
    }

    TestEngines m_engines;
    const FixedClock m_clock{noon};
    std::unique_ptr<WrittenPlant> m_plant;
    std::unique_ptr<ReadableStore> m_store;
};

void TestStoreFollower::init()
{
    QFETCH_GLOBAL(const Engine, engine);
    m_plant = std::make_unique<WrittenPlant>(m_engines, engine, 11);
    m_store = m_plant->openToRead();
}

void TestStoreFollower::cleanup()
{
    m_store.reset();
    m_plant.reset();
}

void TestStoreFollower::theBoardFollowsWhatOthersCommit()
{
    LiveBoard board(rules);
    m_plant->commit();
    const StoreFollower follower(opening(), board, m_clock, [] {});
    QTRY_VERIFY(equals(board));
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 10; ++i)
            m_plant->commit();
        QTRY_VERIFY(equals(board));
    }
}

void TestStoreFollower::aStoreThatCannotBeOpenedIsToldAndTriedAgain()
{
    LiveBoard board(rules);
    board.beginSeeding();
    m_plant->commit();
    std::atomic<bool> opens = false;
    StoreFollower follower(
        [this, &opens]() -> Result<std::unique_ptr<EventReader>> {
            if (opens)
                return m_store->openReader();
            return Failure{Failure::Kind::Unavailable, QStringLiteral("not now")};
        },
        board, m_clock, [] {});
    // Not a QSignalSpy: it would write down in the follower's thread what is read in this one.
    QStringList failures;
    connect(&follower, &StoreFollower::fillingFailed, this,
            [&failures](const QString &why) { failures << why; });
    QTRY_VERIFY(!failures.isEmpty());
    QCOMPARE(failures.first(), QStringLiteral("not now"));
    QVERIFY(!board.canShow(noon, 1min));
    opens = true;
    QTRY_VERIFY(equals(board));
}

void TestStoreFollower::aLostDatabaseIsToldOnceAndWhatWasMissedComesWithIt()
{
    QFETCH_GLOBAL(const Engine, engine);
    if (engine == Engine::Sqlite)
        QSKIP("a file cannot be lost");
    LiveBoard board(rules);
    m_plant->commit();
    StoreFollower follower(opening(), board, m_clock, [] {});
    QTRY_VERIFY(equals(board));
    QList<std::pair<QString, Instant>> lost;
    connect(&follower, &StoreFollower::lost, this,
            [&lost](const QString &why, Instant readAt) { lost.emplace_back(why, readAt); });
    int found = 0;
    connect(&follower, &StoreFollower::found, this, [&found] { ++found; });
    m_engines.mariaDb().stop();
    QTRY_COMPARE_WITH_TIMEOUT(lost.count(), 1, 20'000);
    QVERIFY(lost.first().first.contains(QStringLiteral("MySQL test")));
    QCOMPARE(text(lost.first().second), text(noon));
    const std::uint64_t revision = board.revision();
    QVERIFY(!board.snapshot(noon, 480min, std::nullopt)->isEmpty()); // stays as it was
    QVERIFY2(m_engines.mariaDb().start(), m_engines.mariaDb().log().right(1000).constData());
    QTRY_COMPARE_WITH_TIMEOUT(found, 1, 20'000);
    QCOMPARE(lost.count(), 1);
    QVERIFY(board.revision() > revision);
    m_plant->connect();
    m_plant->commit();
    QTRY_VERIFY(equals(board));
}

LINEWATCH_TEST(TestStoreFollower)
#include "tst_storefollower.moc"
