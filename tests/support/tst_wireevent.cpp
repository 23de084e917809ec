// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "support/wireevent.h"

#include <QTest>

using namespace linewatch::test;

class WireEventTest : public QObject
{
    Q_OBJECT

private slots:
    void timesAreWrittenWithoutTrailingZeros()
    {
        QCOMPARE(wireTime(TestDay), QStringLiteral("2026-01-15T00:00:00Z"));
        QCOMPARE(wireTime(TestDay + OneDay - 1), QStringLiteral("2026-01-15T23:59:59.999999Z"));
        QCOMPARE(wireTime(TestDay + 120'000), QStringLiteral("2026-01-15T00:00:00.12Z"));
        QCOMPARE(wireTime(-1), QStringLiteral("1969-12-31T23:59:59.999999Z"));
    }

    void writtenTimesAreReadBack()
    {
        for (const Micros time : {TestDay, TestDay + 1, TestDay + 100'000, nowMicros()})
            QCOMPARE(fromWireTime(wireTime(time)), time);
        QCOMPARE(fromWireTime(QStringLiteral("2026-01-15T00:00:00.10Z")), -1);
        QCOMPARE(fromWireTime(QStringLiteral("2026-01-15T00:00:00+00:00")), -1);
    }

    void membersAreSetAndRemoved()
    {
        const WireEvent event(QStringLiteral("E"), QStringLiteral("M"));
        QCOMPARE(event.defects(7).json()[QStringLiteral("defectCount")].toInt(), 7);
        QVERIFY(!event.without(QStringLiteral("eventId")).json().contains(QStringLiteral("eventId")));
        QCOMPARE(event.json()[QStringLiteral("defectCount")].toInt(), 0);
    }
};

LINEWATCH_TEST(WireEventTest)
#include "tst_wireevent.moc"
