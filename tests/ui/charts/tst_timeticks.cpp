// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/charts/timeticks.h"
#include "ui/madeplant.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

QStringList times(const TimeWindow &window, int most, const char *zone = "Europe/Berlin")
{
    const Formats formats(QLocale::c(), QTimeZone(zone));
    QStringList texts;
    for (const Instant tick : timeTicks(window, most, formats.zone()))
        texts << formats.time(tick);
    return texts;
}

} // namespace

class TestTimeTicks : public QObject
{
    Q_OBJECT

private slots:
    void ticksAreRoundTimesOfDay();
    void moreRoomGivesMoreTicks();
    void hoursAreRoundInZonesWithHalfHours();
    void ticksStayInTheWindow();
    void longWindowsHaveDays();
};

void TestTimeTicks::ticksAreRoundTimesOfDay()
{
    const QStringList expected{QStringLiteral("13:15"), QStringLiteral("13:30"), QStringLiteral("13:45"),
                               QStringLiteral("14:00")};
    QCOMPARE(times({madeNow() - 60min, madeNow()}, 5), expected);
}

void TestTimeTicks::moreRoomGivesMoreTicks()
{
    QCOMPARE(times({madeNow() - 60min, madeNow()}, 8).size(), 6);
    QCOMPARE(times({madeNow() - 60min, madeNow()}, 2).size(), 1);
}

void TestTimeTicks::hoursAreRoundInZonesWithHalfHours()
{
    const QStringList hours = times({madeNow() - 8h, madeNow()}, 9, "Asia/Kolkata");
    QCOMPARE(hours.front(), QStringLiteral("11:00"));
}

void TestTimeTicks::ticksStayInTheWindow()
{
    const Instant start = std::chrono::floor<std::chrono::hours>(madeNow());
    const std::vector<Instant> ticks = timeTicks({start, start + 60min}, 5, QTimeZone::utc());
    QCOMPARE(ticks.front(), start);
    QCOMPARE(ticks.back(), start + 60min);
}

void TestTimeTicks::longWindowsHaveDays()
{
    QCOMPARE(timeTicks({madeNow() - 7 * 24h, madeNow()}, 8, QTimeZone("Europe/Berlin")).size(), 7U);
}

LINEWATCH_TEST(TestTimeTicks)
#include "tst_timeticks.moc"
