// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/settling.h"

#include "model/dice.h"
#include "model/samples.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant now = at("2026-01-14T12:00:00Z");

} // namespace

class SettlingTest : public QObject
{
    Q_OBJECT

private slots:
    void boundsAreExact()
    {
        const auto endingAt = [](Instant end) { return settlingOf({end - 1h, end}, now); };
        QCOMPARE(endingAt(now + 1us), Settling::Running);
        QCOMPARE(endingAt(now), Settling::Running);
        QCOMPARE(endingAt(now - 1us), Settling::Settling);
        QCOMPARE(endingAt(now - SettlingTime + 1us), Settling::Settling);
        QCOMPARE(endingAt(now - SettlingTime), Settling::Settled);
    }

    void itOnlyEverSettles()
    {
        Dice dice(3);
        for (int i = 0; i < 500; ++i) {
            const Instant end = dice.between(now - 72h, now + 72h);
            const TimeWindow window{end - 1us - dice.between(0, 1'000'000) * 1ms, end};
            const Instant moment = dice.between(now - 72h, now + 72h);
            const Instant later = dice.between(moment, now + 144h);
            QVERIFY(settlingOf(window, moment) <= settlingOf(window, later));
        }
    }

    void howLongAWindowIsDoesNotMatter()
    {
        for (const auto length : {std::chrono::microseconds{1us}, std::chrono::microseconds{1000h}})
            QCOMPARE(settlingOf({now - 25h - length, now - 25h}, now), Settling::Settled);
    }
};

LINEWATCH_TEST(SettlingTest)
#include "tst_settling.moc"
