// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/receiptstamper.h"

#include "model/dice.h"
#include "model/samples.h"
#include "support/testprogram.h"

#include <set>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant noon = at("2026-01-15T12:00:00Z");

} // namespace

class ReceiptStamperTest : public QObject
{
    Q_OBJECT

private slots:
    void writersOfOneStoreNeverGiveOutTheSameStamp()
    {
        std::set<Instant> given;
        for (std::int64_t writer = 0; writer < 16; ++writer) {
            ReceiptStamper stamper(noon - 1h, {16, writer});
            Instant last = noon - 1h;
            for (int i = -40; i < 40; ++i) { // a clock that stands still, goes back and leaps
                const Instant arrival = noon + std::chrono::microseconds{i * i};
                const auto stored = i % 3 == 0 ? std::optional(last) : std::nullopt;
                const Receipt receipt = stamper.stamp(arrival, {}, stored);
                QVERIFY(receipt.recorded > last && receipt.recorded >= arrival);
                QVERIFY(given.insert(receipt.recorded).second);
                last = receipt.recorded;
            }
        }
        // Also before the epoch, where remainders are negative.
        ReceiptStamper early(Instant{-100us}, {16, 3});
        QCOMPARE(early.stamp(Instant{-50us}).recorded, Instant{-45us});
    }

    void anArrivalIsItsOwnStamp()
    {
        ReceiptStamper stamper(noon - 1h);
        const Receipt receipt = stamper.stamp(noon);
        QCOMPARE(text(receipt.recorded), text(noon));
        QCOMPARE(text(receipt.effective), text(noon));
        QCOMPARE(text(stamper.lastStamp()), text(noon));
    }

    void twoOfOneArrivalAreOneTickApart()
    {
        ReceiptStamper stamper(noon - 1h);
        stamper.stamp(noon);
        QCOMPARE(text(stamper.stamp(noon).recorded), text(noon + 1us));
    }

    void anEarlierClaimCountsAndALaterOneDoesNot()
    {
        ReceiptStamper stamper(noon - 1h);
        const Receipt earlier = stamper.stamp(noon, noon - 10min);
        QCOMPARE(text(earlier.effective), text(noon - 10min));
        QCOMPARE(text(earlier.recorded), text(noon));
        const Receipt later = stamper.stamp(noon + 1s, noon + 1h);
        QCOMPARE(text(later.effective), text(noon + 1s));
        const Receipt same = stamper.stamp(noon + 2s, noon + 2s);
        QCOMPARE(text(same.effective), text(noon + 2s));
    }

    void isLaterThanTheVersionInTheStore()
    {
        ReceiptStamper stamper(noon - 1h);
        const Instant ahead = noon + 3min;
        const Receipt receipt = stamper.stamp(noon, {}, ahead);
        QCOMPARE(text(receipt.effective), text(ahead + 1us));
        QCOMPARE(text(receipt.recorded), text(ahead + 1us));
        QCOMPARE(text(stamper.stamp(noon).recorded), text(ahead + 2us));
    }

    void anEarlierClaimIsNotLiftedAboveTheStore()
    {
        ReceiptStamper stamper(noon - 1h);
        const Receipt receipt = stamper.stamp(noon, noon - 1s, noon + 3min);
        QCOMPARE(text(receipt.effective), text(noon - 1s));
        QCOMPARE(text(receipt.recorded), text(noon));
    }

    void aClaimThatIsNotEarlierIsAsIfThereWereNone()
    {
        ReceiptStamper stamper(noon - 1h);
        const Receipt receipt = stamper.stamp(noon, noon + 1s, noon + 3min);
        QCOMPARE(text(receipt.effective), text(noon + 3min + 1us));
    }

    void aClockThatStepsBackMeetsTheLastRunsStamp()
    {
        ReceiptStamper lastRun(noon - 1h);
        lastRun.stamp(noon);
        ReceiptStamper stamper(lastRun.lastStamp());
        QCOMPARE(text(stamper.stamp(noon - 30min).recorded), text(noon + 1us));
    }

    void stampsOnlyEverIncrease()
    {
        Dice dice(6);
        ReceiptStamper stamper(noon);
        Instant clock = noon;
        for (int i = 0; i < 50'000; ++i) {
            clock += std::chrono::microseconds{dice.between(-3, 5)};
            if (dice.chance(1))
                clock -= 1h;
            const Instant last = stamper.lastStamp();
            const auto near = [&] { return clock + std::chrono::microseconds{dice.between(-20, 20)}; };
            const auto claimed = dice.chance(30) ? std::optional(near()) : std::nullopt;
            const auto stored = dice.chance(30) ? std::optional(near()) : std::nullopt;
            const Receipt receipt = stamper.stamp(clock, claimed, stored);
            QVERIFY(receipt.recorded > last);
            QVERIFY(receipt.recorded >= clock);
            QVERIFY(receipt.recorded == stamper.lastStamp());
            QVERIFY(receipt.effective == std::min(receipt.recorded, claimed.value_or(receipt.recorded)));
            QVERIFY(!stored || receipt.effective != receipt.recorded || receipt.effective > *stored);
            if (dice.chance(1)) // a restart
                stamper = ReceiptStamper(stamper.lastStamp());
        }
    }
};

LINEWATCH_TEST(ReceiptStamperTest)
#include "tst_receiptstamper.moc"
