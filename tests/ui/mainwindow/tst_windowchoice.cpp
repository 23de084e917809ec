// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/mainwindow/windowchoice.h"

#include "ui/madeplant.h"
#include "ui/mainwindow/shownsnapshots.h"

#include <QDialog>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

/** What the user chooses of time, and which snapshots are shown of it. */
class WindowChoiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("window.ini")),
                                                 QSettings::IniFormat);
        m_choice = std::make_unique<WindowChoice>(m_window, *m_settings);
    }

    void aChoiceIsSaidOnceAndKept()
    {
        const QSignalSpy changed(m_choice.get(), &WindowChoice::changed);
        const QSignalSpy stayed(m_choice.get(), &WindowChoice::stayed);
        m_choice->chooseRange(range);
        m_choice->chooseRange(range);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(stayed.size(), 1);
        QVERIFY(m_choice->storeWindow(madeFormats()) == range);
        m_choice->chooseLive(60min);
        QVERIFY(m_choice->isLive());
        QVERIFY(!m_choice->storeWindow(madeFormats()));
        m_choice->chooseToday();
        const WindowChoice again(m_window, *m_settings);
        QCOMPARE(again.shown().kind, ShownWindow::Kind::Today);
        QCOMPARE(again.shown().live, 60min);
        QVERIFY(again.shown().range == range);
    }

    void whoThinksBetterOfARangeKeepsWhatWas()
    {
        const QSignalSpy changed(m_choice.get(), &WindowChoice::changed);
        const QSignalSpy stayed(m_choice.get(), &WindowChoice::stayed);
        m_choice->askForRange(madeFormats());
        auto *dialog = m_window.findChild<QDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QCOMPARE(stayed.size(), 1);
        m_choice->askForRange(madeFormats());
        for (QDialog *each : m_window.findChildren<QDialog *>()) {
            if (each->isVisible())
                each->accept();
        }
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_choice->shown().kind, ShownWindow::Kind::Range);
        QCOMPARE(m_choice->shown().range.length(), 8h);
    }

    void onlySnapshotsOfTheChosenWindowAreShown()
    {
        ShownSnapshots snapshots(*m_choice);
        const QSignalSpy shown(&snapshots, &ShownSnapshots::shown);
        const auto live = std::make_shared<const LiveSnapshot>(madeSnapshot());
        LiveSnapshot read = madeSnapshot();
        read.origin = SnapshotOrigin::StoreSoFar;
        const auto stored = std::make_shared<const LiveSnapshot>(read);
        m_choice->chooseLive(60min);
        snapshots.offerLive(live);
        QTRY_COMPARE(shown.size(), 1);
        QCOMPARE(snapshots.onScreen(), LiveSnapshotPtr(live));
        m_choice->chooseRange(range);
        snapshots.offerLive(live);
        snapshots.offerRead(stored, madeFormats().zone());
        QTRY_COMPARE(shown.size(), 2);
        QCOMPARE(snapshots.onScreen()->origin, SnapshotOrigin::StoreSoFar);
        QCOMPARE(snapshots.live(), LiveSnapshotPtr(live));
        // One that waits while another window is chosen is not shown.
        snapshots.setPaused(true);
        snapshots.offerRead(stored, madeFormats().zone());
        m_choice->chooseLive(60min);
        snapshots.setPaused(false);
        snapshots.offerLive(live);
        QTRY_COMPARE(snapshots.onScreen()->origin, SnapshotOrigin::Board);
        for (const auto &each : shown.mid(2))
            QCOMPARE(each.front().value<LiveSnapshotPtr>()->origin, SnapshotOrigin::Board);
    }

    void todayIsAnotherDayAfterMidnight()
    {
        ShownSnapshots snapshots(*m_choice);
        const QSignalSpy days(&snapshots, &ShownSnapshots::dayChanged);
        m_choice->chooseToday();
        const QTimeZone zone = madeFormats().zone();
        LiveSnapshot read = madeSnapshot();
        read.origin = SnapshotOrigin::StoreSoFar;
        read.window = todayAt(read.takenAt, zone);
        snapshots.offerRead(std::make_shared<const LiveSnapshot>(read), zone);
        QCOMPARE(days.size(), 0);
        read.takenAt += 24h;
        snapshots.offerRead(std::make_shared<const LiveSnapshot>(read), zone);
        QCOMPARE(days.size(), 1);
        QVERIFY(days.front().front().value<TimeWindow>() == todayAt(read.takenAt, zone));
    }

private:
    const TimeWindow range{Instant{1'768'460'400s}, Instant{1'768'460'400s} + 2h};
    QWidget m_window;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<WindowChoice> m_choice;
};

LINEWATCH_WIDGET_TEST(WindowChoiceTest)
#include "tst_windowchoice.moc"
