// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/retention.h"

#include "model/dice.h"
#include "model/samples.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;
using std::chrono::days;

class RetentionTest : public QObject
{
    Q_OBJECT

private slots:
    void unlessItIsSetNothingIsTooOld()
    {
        const Instant now = at("2026-01-15T10:00:00Z");
        QVERIFY(!Retention{}.isSet());
        QCOMPARE(Retention{}.oldestTaken(now), NothingRemoved);
        QCOMPARE(Retention{}.horizon(now), NothingRemoved);
    }

    void theHorizonIsTheHourBeforeTheAge()
    {
        const Retention retention{days{30}};
        QCOMPARE(text(retention.horizon(at("2026-01-31T10:59:59Z"))), QStringLiteral("2026-01-01T09:00:00Z"));
        QCOMPARE(text(retention.horizon(at("2026-01-31T11:00:00Z"))), QStringLiteral("2026-01-01T10:00:00Z"));
    }

    /** So that what was not too old when it arrived is not before the horizon a while later. */
    void theHorizonStaysBehindWhatIsTakenIn()
    {
        Dice dice(3);
        for (int i = 0; i < 1'000; ++i) {
            const Retention retention{days{dice.between(1, 36'500)}};
            const Instant now = dice.between(at("1990-01-01T00:00:00Z"), at("2100-01-01T00:00:00Z"));
            const Instant horizon = retention.horizon(now);
            QCOMPARE(bucketStart(horizon, BucketWidth::Hour), horizon);
            QVERIFY(retention.horizon(now + 1h) <= retention.oldestTaken(now));
        }
    }
};

LINEWATCH_TEST(RetentionTest)
#include "tst_keptage.moc"
