// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/chorepace.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;
using namespace std::chrono_literals;
using Time = ChorePace::Time;

namespace {

/** What a writer does for a minute: a group that takes @p work, then a wait of @p wait for the next. */
struct Minute {
    Time steps{0};
    Time all{0};

    Minute(Time work, Time wait, Time step)
    {
        ChorePace pace;
        while (all < 60s) {
            Time left = wait;
            while (left > Time{0}) { // a wait ends when a step is due
                const Time part = std::min(left, pace.patience());
                pace.waited(part);
                all += part;
                left -= part;
                stepIfDue(pace, step);
            }
            pace.worked(work);
            all += work;
            stepIfDue(pace, step);
        }
    }

    void stepIfDue(ChorePace &pace, Time step)
    {
        if (!pace.isDue())
            return;
        pace.stepped(step, true);
        steps += step;
        all += step;
    }

    double share() const { return static_cast<double>(steps.count()) / static_cast<double>(all.count()); }
};

} // namespace

class ChorePaceTest : public QObject
{
    Q_OBJECT

private slots:
    void theFirstStepIsDueAtOnce() { QVERIFY(ChorePace().isDue()); }

    void batchesThatKeepComingLoseLessThanATenth()
    {
        QVERIFY(Minute(40ms, 1us, 10ms).share() < 0.1);
        QVERIFY(Minute(40ms, 5ms, 10ms).share() < 0.1);
        QVERIFY(Minute(40ms, 40ms, 10ms).share() < 0.1);
        QVERIFY(Minute(1ms, 1us, 100ms).share() < 0.1);
        QVERIFY(Minute(40ms, 1us, 10ms).share() > 0.03); // and the chore gets on
    }

    void fewBatchesLeaveMoreToTheChore() { QVERIFY(Minute(1ms, 99ms, 10ms).share() > 0.1); }

    void withoutBatchesEveryOtherMomentIsAStep()
    {
        ChorePace pace;
        pace.stepped(10ms, true);
        QCOMPARE(pace.patience(), Time{10ms});
        pace.waited(10ms);
        QVERIFY(pace.isDue());
    }

    void withNothingToDoItIsAskedAgainAfterAWhile()
    {
        ChorePace pace;
        pace.stepped(10ms, false);
        QCOMPARE(pace.patience(), ChorePace::UntilAskedAgain);
        pace.waited(4s);
        pace.worked(6s);
        QVERIFY(pace.isDue());
    }
};

LINEWATCH_TEST(ChorePaceTest)
#include "tst_chorepace.moc"
