// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/dialogs/rangedialog.h"
#include "ui/madeplant.h"
#include "ui/mainwindow/mainwindowtest.h"
#include "ui/widgets/freshness.h"
#include "ui/widgets/problembanner.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/statusline.h"

#include <QAbstractButton>
#include <QAction>
#include <QDateTimeEdit>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

/** The window of time that the main window shows: live, today, or a range that a user asks for. */
class TestWindowOfTime : public MainWindowTest
{
    Q_OBJECT

private slots:
    void theWindowOfTimeIsChosenWithTheControl();
    void theWindowOfTimeIsChosenWithTheKeyboard();
    void todayIsReadFromTheStore();
    void afterMidnightTodayIsAnotherDay();
    void aRangeIsAskedForAndKept();
    void aRangeThatIsNotMeantLeavesTheChoice();
    void aRangeThatCannotBeShownIsNotTaken();
    void liveSnapshotsDoNotReplaceAWindowOfTheStore();
    void aStoreThatFailsIsSaidUntilItAnswers();

private:
    /** What the store says for the window that is shown. */
    LiveSnapshotPtr stored(int machines) const
    {
        LiveSnapshot snapshot = madeSnapshot({.lines = 1, .machinesPerLine = machines});
        snapshot.window = *m_window->storeWindow();
        snapshot.origin = SnapshotOrigin::StoreSoFar;
        snapshot.takenAt = snapshot.window.start + 1h;
        return shared(std::move(snapshot));
    }
    QString freshness() const { return m_window->findChild<Freshness *>()->text(); }
};

void TestWindowOfTime::theWindowOfTimeIsChosenWithTheControl()
{
    QList<std::chrono::minutes> chosen;
    connect(m_window.get(), &MainWindow::liveWindowChosen, this,
            [&chosen](auto length) { chosen << length; });
    QCOMPARE(m_window->shownWindow().live, 60min);
    auto *control = m_window->findChild<SegmentedControl *>();
    QTest::mouseClick(control->findChildren<QAbstractButton *>().at(2), Qt::LeftButton);
    QCOMPARE(chosen, QList<std::chrono::minutes>{480min});
    QCOMPARE(m_window->shownWindow().live, 480min);
    QVERIFY(action(QStringLiteral("Live, last 8 hours"))->isChecked());
}

void TestWindowOfTime::theWindowOfTimeIsChosenWithTheKeyboard()
{
    const QSignalSpy chosen(m_window.get(), &MainWindow::liveWindowChosen);
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(m_window->shownWindow().live, 15min);
    QCOMPARE(m_window->findChild<SegmentedControl *>()->choice(), 15);
}

void TestWindowOfTime::todayIsReadFromTheStore()
{
    QList<TimeWindow> asked;
    connect(m_window.get(), &MainWindow::storeWindowChosen, this, [&asked](auto window) { asked << window; });
    m_window->showSnapshot(shared(madeSnapshot()));
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked[0].length() >= 23h && asked[0].length() <= 25h);
    QCOMPARE(m_window->storeWindow(), std::optional(asked[0]));
    QVERIFY(action(QStringLiteral("Today"))->isChecked());
    QCOMPARE(machines()->rowCount(), 40); // the old figures stay while it is read
    QCOMPARE(freshness(), QStringLiteral("Reading from the store…"));
    m_window->showStoreSnapshot(stored(5));
    QTRY_COMPARE(machines()->rowCount(), 5);
    QVERIFY(freshness().startsWith(QStringLiteral("Today, updated ")));
}

void TestWindowOfTime::afterMidnightTodayIsAnotherDay()
{
    action(QStringLiteral("Today"))->trigger();
    QList<TimeWindow> asked;
    connect(m_window.get(), &MainWindow::storeWindowChosen, this, [&asked](auto window) { asked << window; });
    LiveSnapshot snapshot = *stored(5);
    m_window->showStoreSnapshot(shared(snapshot));
    QVERIFY(asked.isEmpty());
    snapshot.takenAt = snapshot.window.end + 1s;
    m_window->showStoreSnapshot(shared(snapshot));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0].start, snapshot.window.end);
}

void TestWindowOfTime::aRangeIsAskedForAndKept()
{
    QList<TimeWindow> asked;
    connect(m_window.get(), &MainWindow::storeWindowChosen, this, [&asked](auto window) { asked << window; });
    QTest::keyClick(m_window.get(), Qt::Key_5, Qt::ControlModifier);
    auto *dialog = m_window->findChild<RangeDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    const QList<QDateTimeEdit *> edits = dialog->findChildren<QDateTimeEdit *>();
    edits[0]->setDateTime({QDate(2026, 1, 14), QTime(6, 0), Qt::UTC});
    edits[1]->setDateTime({QDate(2026, 1, 14), QTime(14, 30), Qt::UTC});
    QTest::keyClick(dialog, Qt::Key_Return);
    const Instant six = std::chrono::sys_days{std::chrono::January / 14 / 2026} + 5h; // 06:00 in Berlin
    QCOMPARE(asked, (QList{TimeWindow{six, six + 8h + 30min}}));
    LiveSnapshot past = *stored(3);
    past.origin = SnapshotOrigin::StorePast;
    past.takenAt = madeNow();
    m_window->showStoreSnapshot(shared(past));
    QCOMPARE(freshness(), QStringLiteral("14 Jan 2026 06:00 – 14:30 CET"));
    m_window->close();
    start();
    QCOMPARE(m_window->storeWindow(), std::optional(asked[0]));
}

void TestWindowOfTime::aRangeThatIsNotMeantLeavesTheChoice()
{
    const QSignalSpy asked(m_window.get(), &MainWindow::storeWindowChosen);
    auto *control = m_window->findChild<SegmentedControl *>();
    QTest::mouseClick(control->findChildren<QAbstractButton *>().at(4), Qt::LeftButton);
    auto *dialog = m_window->findChild<RangeDialog *>();
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(asked.count(), 0);
    QCOMPARE(control->choice(), 60);
    QVERIFY(action(QStringLiteral("Live, last hour"))->isChecked());
}

void TestWindowOfTime::aRangeThatCannotBeShownIsNotTaken()
{
    action(QStringLiteral("From – to…"))->trigger();
    auto *dialog = m_window->findChild<RangeDialog *>();
    QVERIFY(dialog);
    const QList<QDateTimeEdit *> edits = dialog->findChildren<QDateTimeEdit *>();
    edits[1]->setDateTime(edits[0]->dateTime());
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(dialog->isVisible());
    QStringList said;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        said << label->text();
    QVERIFY(said.contains(QStringLiteral("The end has to be later than the start.")));
    QVERIFY(said.contains(QStringLiteral("Time zone: Europe/Berlin (CET)"))
            || said.contains(QStringLiteral("Time zone: Europe/Berlin (CEST)")));
}

void TestWindowOfTime::liveSnapshotsDoNotReplaceAWindowOfTheStore()
{
    action(QStringLiteral("Today"))->trigger();
    m_window->showStoreSnapshot(stored(5));
    m_window->showSnapshot(shared(madeSnapshot()));
    QTest::qWait(300);
    QCOMPARE(machines()->rowCount(), 5);
    const auto *status = m_window->findChild<StatusLine *>();
    QTRY_VERIFY(
        status->accessibleDescription().contains(QStringLiteral("412 events/s"))); // taking in goes on
    const LiveSnapshotPtr late = stored(5);
    action(QStringLiteral("Live, last hour"))->trigger();
    m_window->showStoreSnapshot(late);
    m_window->showSnapshot(shared(madeSnapshot()));
    QTRY_COMPARE(machines()->rowCount(), 40);
}

void TestWindowOfTime::aStoreThatFailsIsSaidUntilItAnswers()
{
    action(QStringLiteral("Today"))->trigger();
    m_window->showStoreFailure(QStringLiteral("disk I/O error"));
    QVERIFY(
        m_window->findChild<ProblemBanner *>()->accessibleName().contains(QStringLiteral("disk I/O error.")));
    QVERIFY(isShown<ProblemBanner>());
    m_window->showStoreSnapshot(stored(5));
    QVERIFY(!isShown<ProblemBanner>());
}

LINEWATCH_WIDGET_TEST(TestWindowOfTime)
#include "tst_windowoftime.moc"
