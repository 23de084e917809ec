// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/mainwindow/translations.h"
#include "ui/models/shownwindow.h"

#include <QLocale>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

class TestShownWindow : public QObject
{
    Q_OBJECT

private slots:
    void windowsThatAreNotOfferedBecomeTheDefault();
    void aWindowThatRunsOverKeepsItsName();
    void oneHourHasNoNumber();
    void otherLengthsAreCountedInMinutes();
    void todayIsAsLongAsTheClockMakesIt_data();
    void todayIsAsLongAsTheClockMakesIt();
    void aRangeNeedsALengthAndAStartInThePast();
    void windowsOfTheStoreAreCalledByTheirLength();

private:
    const Translations m_translations{QLocale::c()};
};

void TestShownWindow::windowsThatAreNotOfferedBecomeTheDefault()
{
    QCOMPARE(offeredOrDefault(480min), 480min);
    QCOMPARE(offeredOrDefault(0min), 60min);
    QCOMPARE(offeredOrDefault(61min), 60min);
}

void TestShownWindow::aWindowThatRunsOverKeepsItsName()
{
    const Instant start{1h};
    QCOMPARE(nominalLength({start, start + 60min + 59s}), 60min);
    QCOMPARE(nominalLength({start, start + 15min}), 15min);
    QCOMPARE(nominalLength({start, start + 42min}), 42min);
}

void TestShownWindow::oneHourHasNoNumber()
{
    QCOMPARE(windowLabel(60min), QStringLiteral("1 h"));
    QCOMPARE(lastWords(60min), QStringLiteral("last hour"));
    QCOMPARE(beforeWords(60min), QStringLiteral("the hour before"));
    QCOMPARE(lastWords(480min), QStringLiteral("last 8 hours"));
}

void TestShownWindow::otherLengthsAreCountedInMinutes()
{
    QCOMPARE(windowLabel(15min), QStringLiteral("15 min"));
    QCOMPARE(lastWords(15min), QStringLiteral("last 15 minutes"));
    QCOMPARE(beforeWords(1min), QStringLiteral("the 1 minute before"));
}

void TestShownWindow::todayIsAsLongAsTheClockMakesIt_data()
{
    using namespace std::chrono;
    QTest::addColumn<Instant>("noon");
    QTest::addColumn<int>("hours");
    QTest::newRow("usual") << Instant{sys_days{January / 15 / 2026} + 12h} << 24;
    QTest::newRow("put forward") << Instant{sys_days{March / 29 / 2026} + 12h} << 23;
    QTest::newRow("put back") << Instant{sys_days{October / 25 / 2026} + 12h} << 25;
}

void TestShownWindow::todayIsAsLongAsTheClockMakesIt()
{
    QFETCH(Instant, noon);
    QFETCH(int, hours);
    const QTimeZone berlin("Europe/Berlin");
    const TimeWindow today = todayAt(noon, berlin);
    QVERIFY(today.contains(noon));
    QCOMPARE(today.length(), std::chrono::hours{hours});
    QCOMPARE(todayAt(today.start, berlin), today);
    QCOMPARE(todayAt(today.end, berlin).start, today.end);
    ShownWindow shown{.kind = ShownWindow::Kind::Today};
    QCOMPARE(shown.fromStore(noon, berlin), std::optional(today));
    shown.kind = ShownWindow::Kind::Live;
    QVERIFY(!shown.fromStore(noon, berlin));
}

void TestShownWindow::aRangeNeedsALengthAndAStartInThePast()
{
    const Instant now{1'000h};
    QCOMPARE(rangeProblem({now - 2h, now - 1h}, now), QString());
    QCOMPARE(rangeProblem({now - 2h, now + 1h}, now), QString());
    QVERIFY(rangeProblem({now - 2h, now - 2h}, now).contains(QStringLiteral("later than the start")));
    QVERIFY(rangeProblem({now - 2h, now - 3h}, now).contains(QStringLiteral("later than the start")));
    QVERIFY(rangeProblem({now, now + 1h}, now).contains(QStringLiteral("not come yet")));
}

void TestShownWindow::windowsOfTheStoreAreCalledByTheirLength()
{
    LiveSnapshot snapshot;
    snapshot.origin = SnapshotOrigin::StorePast;
    const Instant start{1'000h};
    const auto words = [&](std::chrono::minutes length) {
        snapshot.window = {start, start + length};
        snapshot.takenAt = start + 1'000h;
        return QPair(windowWords(snapshot, madeFormats()), comparedWords(snapshot));
    };
    QCOMPARE(words(480min), QPair(QStringLiteral("8 h"), QStringLiteral("the 8 hours before")));
    QCOMPARE(words(59min), QPair(QStringLiteral("59 min"), QStringLiteral("the 59 minutes before")));
    QCOMPARE(words(150min), QPair(QStringLiteral("2 h 30 min"), QStringLiteral("the 2 h 30 min before")));
    QCOMPARE(words(24h), QPair(QStringLiteral("24 h"), QStringLiteral("the 24 hours before")));
    QCOMPARE(words(72h), QPair(QStringLiteral("3 days"), QStringLiteral("the 3 days before")));
    snapshot.origin = SnapshotOrigin::StoreSoFar;
    snapshot.takenAt = madeNow();
    snapshot.window = {todayAt(madeNow(), madeFormats().zone()).start, madeNow()};
    QCOMPARE(windowWords(snapshot, madeFormats()), QStringLiteral("today"));
}

LINEWATCH_WIDGET_TEST(TestShownWindow)
#include "tst_shownwindow.moc"
