// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/random.h"
#include "simulation/storyclock.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::simulation;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace {

const Instant start = std::chrono::sys_days{std::chrono::year{2026} / 1 / 15} + 6h;
constexpr StoryClock::Rest rest{50min, 20min, 33min};

bool isNear(microseconds one, microseconds other)
{
    return std::chrono::abs(one - other) <= 10us;
}

} // namespace

class TestStoryClock : public QObject
{
    Q_OBJECT

private slots:
    void itGoesWithTimeUntilItIsToldOtherwise()
    {
        QCOMPARE(StoryClock(start).at(start + 3h), microseconds{3h});
        QCOMPARE(StoryClock(start, rest).at(start + 3h), microseconds{3h});
    }

    void itGoesFasterFromTheChangeOn()
    {
        StoryClock clock(start);
        clock.setSpeed(start + 1h, 60);
        QVERIFY(isNear(clock.at(start + 1h + 1min), 2h));
        clock.setSpeed(start + 1h + 1min, 1);
        QVERIFY(isNear(clock.at(start + 2h + 1min), 3h));
    }

    void aRestTakesAsLongAsItIs()
    {
        StoryClock clock(start, rest);
        clock.setSpeed(start, 60);
        QVERIFY(isNear(clock.at(start + 20s), 20min));
        QVERIFY(isNear(clock.at(start + 20s + 13min), 33min));
        QVERIFY(isNear(clock.at(start + 20s + 13min + 37s), 70min));
    }

    void itNeverGoesBackWhateverTheSpeeds()
    {
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            Random random(seed);
            StoryClock clock(start, rest);
            Instant now = start;
            microseconds story{0};
            for (int i = 0; i < 300; ++i) {
                now += microseconds{random.between(0, microseconds{5min}.count())};
                const microseconds next = clock.at(now);
                QVERIFY(next >= story);
                story = next;
                if (random.chance(0.3)) {
                    clock.setSpeed(now, static_cast<double>(random.between(1, 60)));
                    QVERIFY(isNear(clock.at(now), story));
                }
            }
        }
    }
};

LINEWATCH_TEST(TestStoryClock)
#include "tst_storyclock.moc"
