// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/boardseeder.h"

#include "analytics/teststore.h"
#include "live/recount.h"
#include "monitor/busyreader.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant since = bucketStart(noon, BucketWidth::Hour) - 2 * LongestLiveWindow;

/** Commits into a real store and tells a board of it, at once or just before the next commit. */
class Committing
{
public:
    Committing(LiveBoard &board, unsigned seed) : m_board(board), m_dice(seed) { }

    void commit()
    {
        tell();
        const EventPayload event = randomEvent(m_dice, noon);
        m_stamp += 1us;
        if (plant.events.empty() || m_dice.chance(60)) {
            store.insert(idOf(plant.events.size()), event, m_stamp);
            plant.events.push_back(event);
            m_untold = inserted(event);
        } else {
            const std::size_t number = m_dice.below(plant.events.size());
            store.correct(idOf(number), event, m_stamp);
            m_untold = corrected(std::exchange(plant.events[number], event), event);
        }
        m_untold->after.recordedTime = m_stamp;
    }

    void tell()
    {
        if (m_untold)
            record(m_board, {*std::exchange(m_untold, std::nullopt)});
    }

    void maybeCommit()
    {
        if (m_dice.chance(30))
            commit();
        if (m_dice.chance(30))
            tell();
    }

    TestStore store;
    Plant plant;

private:
    static std::string idOf(std::size_t number) { return "E-" + std::to_string(number); }

    LiveBoard &m_board;
    Dice m_dice;
    Instant m_stamp = noon;
    std::optional<EventChange> m_untold;
};

} // namespace

class BoardSeederTest : public QObject
{
    Q_OBJECT

private slots:
    void theBoardEqualsARecountWhateverIsCommittedWhileItIsRead()
    {
        for (unsigned seed = 1; seed <= 12; ++seed) {
            LiveBoard board(rules);
            Committing plant(board, seed);
            for (int i = 0; i < 30; ++i)
                plant.commit();
            plant.tell();
            board.beginSeeding();
            BusyReader reader(plant.store.reader(), [&plant] { plant.maybeCommit(); });
            QVERIFY(seedBoard(reader, board, noon, since, [] { return true; }));
            QVERIFY(board.isSeeded());
            plant.commit();
            plant.tell();
            for (const auto shown : {1min, 60min, 480min}) {
                QVERIFY2(equalsRecount(*board.snapshot(noon, shown, 0), plant.plant),
                         QByteArray::number(seed));
            }
        }
    }

    /** A write-ahead log is used from its beginning again once no snapshot is open that reads it. */
    void noSnapshotIsOpenBetweenSlices()
    {
        LiveBoard board(rules);
        Committing plant(board, 1);
        for (int i = 0; i < 50; ++i)
            plant.commit();
        plant.tell();
        board.beginSeeding();
        int slices = 0;
        bool nothingIsOpen = true;
        EventReader &reader = plant.store.reader();
        QVERIFY(seedBoard(reader, board, noon, since, [&] {
            ++slices;
            const ReadSnapshot snapshot(reader); // fails within another
            nothingIsOpen = nothingIsOpen && snapshot.begun().ok();
            return true;
        }));
        QVERIFY(slices > 3);
        QVERIFY(nothingIsOpen);
    }

    void itEndsWhenItIsNotWantedAnyMore()
    {
        LiveBoard board(rules);
        Committing plant(board, 2);
        plant.commit();
        plant.tell();
        board.beginSeeding();
        int left = 3;
        QVERIFY(seedBoard(plant.store.reader(), board, noon, since, [&left] { return left-- > 0; }));
        QVERIFY(!board.isSeeded());
        QVERIFY(!board.canShow(noon, LongestLiveWindow));
    }
};

LINEWATCH_TEST(BoardSeederTest)
#include "tst_boardseeder.moc"
