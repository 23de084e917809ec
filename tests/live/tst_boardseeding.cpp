// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/liveboard.h"
#include "live/recount.h"
#include "support/testprogram.h"

#include <deque>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

using std::chrono::minutes;

/** What one transaction changed. */
struct Group {
    std::vector<EventChange> changes;
    Instant arrival;
};

/** A store whose commits reach the board some time after they can be read. */
class Store
{
public:
    /** Inserts and corrects some events. */
    void commit(Dice &dice, Instant now)
    {
        Group group{{}, now};
        for (std::int64_t left = dice.between(1, 4); left > 0; --left) {
            const EventPayload event = randomEvent(dice, now);
            if (plant.events.empty() || dice.chance(50)) {
                group.changes.push_back(stamped(std::nullopt, event));
                plant.events.push_back(event);
            } else {
                EventPayload &old = plant.events[dice.below(plant.events.size())];
                group.changes.push_back(stamped(old, event));
                old = event;
            }
        }
        m_untold.push_back(std::move(group));
    }

    /** The oldest commit that the board has not heard of. */
    void tell(LiveBoard &board)
    {
        if (m_untold.empty())
            return;
        record(board, m_untold.front().changes, m_untold.front().arrival);
        m_untold.pop_front();
    }

    bool hasUntold() const { return !m_untold.empty(); }
    Instant lastStamp() const { return m_stamp; }

    Plant plant;

private:
    EventChange stamped(const std::optional<EventPayload> &before, const EventPayload &after)
    {
        EventChange change = before ? corrected(*before, after) : inserted(after);
        change.after.recordedTime = m_stamp += 1us;
        return change;
    }

    std::deque<Group> m_untold;
    Instant m_stamp = noon;
};

/** Reads the store for a board, one small step at a time. */
class Reading
{
public:
    Reading(Store &store, LiveBoard &board, Instant now)
        : m_store(store)
        , m_board(board)
        , m_since(bucketStart(now, BucketWidth::Hour) - 2 * LongestLiveWindow)
        , m_start(bucketStart(now, BucketWidth::Minute))
    {
    }

    bool isOver() const { return m_hasSources && m_end <= m_since; }

    void step(Dice &dice)
    {
        if (!m_snapshot)
            takeSnapshot();
        else if (!m_begun)
            begin();
        else
            deliver(dice);
    }

private:
    void takeSnapshot()
    {
        m_snapshot = m_store.plant;
        m_asOf = m_store.lastStamp();
    }

    void begin()
    {
        m_begun = m_hasSources ? m_board.beginSlice(m_start, m_asOf) : m_board.beginSources(m_asOf);
        if (!m_begun)
            m_snapshot.reset();
    }

    void deliver(Dice &dice)
    {
        std::vector<SourceSeed> seeds;
        for (const EventPayload &event : m_snapshot->events)
            seeds.push_back(seedOf(event));
        m_board.seed(seeds);
        if (m_hasSources) {
            m_end = m_start;
            m_start = std::max(m_since, m_end - minutes{dice.between(1, 300)});
        }
        m_hasSources = true;
        m_begun = false;
        m_snapshot.reset();
        if (isOver())
            m_board.endSeeding();
    }

    SourceSeed seedOf(const EventPayload &event) const
    {
        SourceSeed seed{event.machineId, event.lineId, lineOf(event), std::nullopt, {}};
        const Instant minute = bucketStart(event.eventTime, BucketWidth::Minute);
        if (!m_hasSources)
            seed.lastEventTime = event.eventTime;
        else if (TimeWindow{m_start, m_end}.contains(minute))
            seed.minutes.emplace_back(minute, totalsOf(event));
        return seed;
    }

    Store &m_store;
    LiveBoard &m_board;
    const Instant m_since;
    std::optional<Plant> m_snapshot;
    Instant m_asOf;
    bool m_begun = false;
    bool m_hasSources = false;
    Instant m_start;
    Instant m_end = Instant::max();
};

/** To the minute: that is what stands in where the newest event was taken away. */
bool newestEqual(const LiveSnapshot &snapshot, const Plant &plant)
{
    std::map<MachineId, Instant> newest;
    for (const EventPayload &event : plant.events)
        newest[event.machineId] = std::max(newest[event.machineId], event.eventTime);
    return std::ranges::all_of(snapshot.machines, [&](const MachineSnapshot &machine) {
        const auto found = newest.find(machine.machineId);
        if (found == newest.end() || found->second < snapshot.previousWindow.start)
            return true; // older than what is kept
        return machine.lastEventTime
            && bucketStart(*machine.lastEventTime, BucketWidth::Minute)
            == bucketStart(found->second, BucketWidth::Minute);
    });
}

} // namespace

/** A board that is filled from the store while commits go on, against the same counted anew. */
class BoardSeedingTest : public QObject
{
    Q_OBJECT

private slots:
    void everyChangeCountsOnceWhateverComesInMeanwhile()
    {
        for (unsigned seed = 1; seed <= 150; ++seed) {
            Dice dice(seed);
            Store store;
            for (std::int64_t left = dice.between(0, 40); left > 0; --left)
                store.commit(dice, noon);
            LiveBoard board(rules);
            while (store.hasUntold()) // of the run before: nobody hears of them
                store.tell(board);
            board.beginSeeding();
            Reading reading(store, board, noon);
            while (!reading.isOver()) {
                QVERIFY(!board.isSeeded());
                if (dice.chance(50))
                    reading.step(dice);
                else if (dice.chance(50))
                    store.commit(dice, noon);
                else
                    store.tell(board);
                // What is shown may be complete before all of it is.
                if (!store.hasUntold() && board.canShow(noon, 30min))
                    QVERIFY2(equalsRecount(*board.snapshot(noon, 30min, 0), store.plant),
                             QByteArray::number(seed));
            }
            QVERIFY(board.isSeeded() && board.canShow(noon, LongestLiveWindow));
            for (int i = 0; i < 5; ++i) {
                while (store.hasUntold())
                    store.tell(board);
                const LiveSnapshotPtr snapshot = board.snapshot(noon, minutes{dice.between(1, 480)}, 0);
                QVERIFY2(equalsRecount(*snapshot, store.plant), QByteArray::number(seed));
                QVERIFY2(newestEqual(*snapshot, store.plant), QByteArray::number(seed));
                store.commit(dice, noon);
            }
        }
    }

    void aReadingThatACommitOvertookIsNotTaken()
    {
        LiveBoard board(rules);
        board.beginSeeding();
        EventChange change = inserted(payloadOf("M-1", noon - 1min));
        change.after.recordedTime = noon;
        record(board, {change});
        QVERIFY(!board.beginSources(noon - 1us));
        QVERIFY(!board.beginSlice(noon - 1h, noon - 1us));
        QVERIFY(board.beginSources(noon));
        QVERIFY(board.beginSlice(noon - 1h, noon));
    }

    void whatIsStampedLaterThanItsReadingCountsBeforeTheReadingComes()
    {
        LiveBoard board(rules);
        board.beginSeeding();
        QVERIFY(board.beginSources(noon));
        QVERIFY(board.beginSlice(noon - 1h, noon));
        EventChange change = corrected(payloadOf("M-1", noon - 2min, 7), payloadOf("M-1", noon - 1min, 1));
        change.after.recordedTime = noon + 1us;
        record(board, {change});
        const Instant minute = bucketStart(noon - 2min, BucketWidth::Minute);
        const EventPayload read = payloadOf("M-1", noon - 2min, 7);
        board.seed({{read.machineId, read.lineId, lineOf(read), read.eventTime, {{minute, totalsOf(read)}}}});
        board.endSeeding();
        const LiveSnapshotPtr snapshot = board.snapshot(noon, 15min, 0);
        QCOMPARE(snapshot->plant, totalsOf(change.after.payload));
        QCOMPARE(text(snapshot->machines.front().lastEventTime.value()), text(noon - 1min));
    }

    void fillingAgainBeginsWithAnEmptyBoard()
    {
        LiveBoard board(rules);
        const EventPayload event = payloadOf("M-1", noon - 1min);
        const Instant minute = bucketStart(event.eventTime, BucketWidth::Minute);
        const std::vector<SourceSeed> seeds{
            {event.machineId, event.lineId, lineOf(event), event.eventTime, {{minute, totalsOf(event)}}}};
        for (int i = 0; i < 2; ++i) {
            board.beginSeeding();
            QVERIFY(board.beginSources(noon));
            QVERIFY(board.beginSlice(noon - 1h, noon));
            board.seed(seeds);
        }
        board.endSeeding();
        QCOMPARE(board.snapshot(noon, 15min, 0)->plant, totalsOf(event));
    }
};

LINEWATCH_TEST(BoardSeedingTest)
#include "tst_boardseeding.moc"
