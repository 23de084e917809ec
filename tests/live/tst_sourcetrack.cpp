// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/sourcetrack.h"

#include "model/dice.h"
#include "model/samples.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant noon = at("2026-01-15T12:00:00Z");

void add(SourceTrack &track, Instant time)
{
    track.minutes.add(time, {1, 4000, 0, 0});
    track.noteAdded(time);
}

void takeAway(SourceTrack &track, Instant time)
{
    track.minutes.takeAway(time, {1, 4000, 0, 0});
    track.noteTaken(time);
    track.settle();
}

} // namespace

class SourceTrackTest : public QObject
{
    Q_OBJECT

private slots:
    void theNewestEventIsRememberedToTheMicrosecond()
    {
        SourceTrack track;
        QVERIFY(!track.lastEventTime);
        add(track, noon + 5s);
        add(track, noon + 1s);
        QCOMPARE(text(track.lastEventTime.value()), text(noon + 5s));
        takeAway(track, noon + 1s);
        QCOMPARE(text(track.lastEventTime.value()), text(noon + 5s));
    }

    void whenTheNewestGoesTheMinuteLeftStandsIn()
    {
        SourceTrack track;
        add(track, noon + 10s);
        add(track, noon + 70s);
        takeAway(track, noon + 70s);
        QCOMPARE(text(track.lastEventTime.value()), text(noon));
        takeAway(track, noon + 10s);
        QVERIFY(!track.lastEventTime);
    }

    void theMinuteOfTheNewestIsAlwaysRight()
    {
        Dice dice(21);
        SourceTrack track;
        std::vector<Instant> kept;
        for (int i = 0; i < 5000; ++i) {
            if (!kept.empty() && dice.chance(55)) {
                const std::size_t gone = dice.below(kept.size());
                takeAway(track, kept[gone]);
                kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(gone));
            } else {
                kept.push_back(dice.between(noon, noon + 10min));
                add(track, kept.back());
            }
            QCOMPARE(track.lastEventTime.has_value(), !kept.empty());
            if (kept.empty())
                continue;
            const Instant newest = *std::max_element(kept.begin(), kept.end());
            QCOMPARE(text(std::chrono::floor<std::chrono::minutes>(*track.lastEventTime)),
                     text(std::chrono::floor<std::chrono::minutes>(newest)));
        }
    }
};

LINEWATCH_TEST(SourceTrackTest)
#include "tst_sourcetrack.moc"
