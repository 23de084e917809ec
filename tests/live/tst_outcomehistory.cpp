// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/outcomehistory.h"

#include "model/samples.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant noon = at("2026-01-15T12:00:00Z");

} // namespace

class OutcomeHistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void countsAreSummedByMinuteOfArrival()
    {
        OutcomeHistory history;
        history.add(noon + 59s, {1, 2, 3, 4});
        history.add(noon + 60s, {10, 0, 0, 0});
        QVERIFY((history.sum({noon, noon + 1min}) == OutcomeCounts{1, 2, 3, 4}));
        QVERIFY((history.sum({noon, noon + 2min}) == OutcomeCounts{11, 2, 3, 4}));
        QVERIFY((history.sum({noon + 1min, noon + 1h}) == OutcomeCounts{10, 0, 0, 0}));
    }

    void theRateIsOfTheTenWholeSecondsBefore()
    {
        OutcomeHistory history;
        history.add(noon, {5, 0, 0, 0});
        history.add(noon + 9s, {10, 2, 2, 1});
        history.add(noon + 10s, {100, 0, 0, 0}); // the running second does not count yet
        QCOMPARE(history.eventsPerSecond(noon + 10s + 500ms), 2.0);
        QCOMPARE(history.eventsPerSecond(noon + 11s), 11.5);
        QCOMPARE(history.eventsPerSecond(noon + 20s), 10.0);
        QCOMPARE(history.eventsPerSecond(noon + 21s), 0.0);
    }

    void nothingIsNothing()
    {
        QCOMPARE(OutcomeHistory().eventsPerSecond(noon), 0.0);
        QCOMPARE(OutcomeHistory().sum({noon, noon + 1h}).total(), std::int64_t{0});
    }

    void whatIsForgottenIsGone()
    {
        OutcomeHistory history;
        history.add(noon, {1, 0, 0, 0});
        history.add(noon + 1h, {0, 1, 0, 0});
        history.forgetBefore(noon + 1h);
        QVERIFY((history.sum({noon, noon + 2h}) == OutcomeCounts{0, 1, 0, 0}));
    }

    void anArrivalByAClockSetBackIsCountedToo()
    {
        OutcomeHistory history;
        history.add(noon, {1, 0, 0, 0});
        history.add(noon - 1h, {0, 1, 0, 0});
        QVERIFY((history.sum({noon - 1h, noon + 1h}) == OutcomeCounts{1, 1, 0, 0}));
    }
};

LINEWATCH_TEST(OutcomeHistoryTest)
#include "tst_outcomehistory.moc"
