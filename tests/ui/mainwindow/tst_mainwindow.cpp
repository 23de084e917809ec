// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rangedialog.h"
#include "ui/madeplant.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/machinegridmodel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/freshness.h"
#include "ui/widgets/keyfigurecard.h"
#include "ui/widgets/machinegrid.h"
#include "ui/widgets/problembanner.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/statusline.h"

#include <QAction>
#include <QApplication>
#include <QDateTimeEdit>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void beforeTheFirstSnapshotItWaits();
    void anEmptyStoreShowsHowToConnect();
    void aPlantIsShownWithItsFigures();
    void theEmptyStateGivesWayToTheFirstMachine();
    void theStatusLineSaysWhereAndHow();
    void aProblemIsSaidUntilItIsGone();
    void theWindowOfTimeIsChosenWithTheControl();
    void theWindowOfTimeIsChosenWithTheKeyboard();
    void todayIsReadFromTheStore();
    void afterMidnightTodayIsAnotherDay();
    void aRangeIsAskedForAndKept();
    void aRangeThatIsNotMeantLeavesTheChoice();
    void aRangeThatCannotBeShownIsNotTaken();
    void liveSnapshotsDoNotReplaceAWindowOfTheStore();
    void aStoreThatFailsIsSaidUntilItAnswers();
    void theThemeSwitchesLive();
    void choicesComeBackAtTheNextStart();
    void demoIsAskedForFromMenuAndPage();
    void fullScreenGoesAndComesBack();
    void aHiddenWindowShowsNothingUntilItIsShown();
    void snapshotsAreCoalesced();
    void aboutNamesTheVersionWithoutBlocking();
    void noControlIsWithoutAName();

private:
    void start();
    QAction *action(const QString &text) const;
    MachineGridModel *machines() const { return m_window->findChild<MachineGridModel *>(); }
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
    template <class Widget>
    bool isShown() const
    {
        return m_window->findChild<Widget *>()->isVisible();
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_settings
        = std::make_unique<QSettings>(m_home->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    start();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_settings.reset();
}

void TestMainWindow::start()
{
    m_window.reset();
    m_window = std::make_unique<MainWindow>(*m_settings, madeFormats());
}

QAction *TestMainWindow::action(const QString &text) const
{
    for (QAction *candidate : m_window->findChildren<QAction *>()) {
        if (candidate->text().remove(QLatin1Char('&')) == text)
            return candidate;
    }
    return nullptr;
}

void TestMainWindow::beforeTheFirstSnapshotItWaits()
{
    QVERIFY(!isShown<EmptyState>());
    QVERIFY(!isShown<MachineGrid>());
    QCOMPARE(m_window->findChild<Freshness *>()->text(), QStringLiteral("Waiting for data"));
}

void TestMainWindow::anEmptyStoreShowsHowToConnect()
{
    m_window->showEndpoint(QUrl(QStringLiteral("http://127.0.0.1:9999")));
    m_window->showSnapshot(shared(madeSnapshot({.lines = 0})));
    QVERIFY(isShown<EmptyState>());
    QVERIFY(!isShown<MachineGrid>());
    bool commandIsThere = false;
    for (const QLabel *label : m_window->findChild<EmptyState *>()->findChildren<QLabel *>())
        commandIsThere |= label->text().contains(QStringLiteral("curl"))
            && label->text().contains(QStringLiteral(":9999/"));
    QVERIFY(commandIsThere);
}

void TestMainWindow::aPlantIsShownWithItsFigures()
{
    m_window->showSnapshot(shared(madeSnapshot()));
    QVERIFY(isShown<MachineGrid>());
    QCOMPARE(machines()->rowCount(), 40);
    QStringList spoken;
    for (const KeyFigureCard *card : m_window->findChildren<KeyFigureCard *>())
        spoken << card->accessibleDescription();
    QVERIFY(spoken.contains(QStringLiteral("Machines: 34 of 40 healthy. 3 warning, 2 silent, 1 no data")));
    QCOMPARE(m_window->findChild<Freshness *>()->text(), QStringLiteral("Live, updated 14:12:07 CET"));
}

void TestMainWindow::theEmptyStateGivesWayToTheFirstMachine()
{
    m_window->showSnapshot(shared(madeSnapshot({.lines = 0})));
    m_window->showSnapshot(shared(madeSnapshot({.lines = 1, .machinesPerLine = 1})));
    QTRY_VERIFY(isShown<MachineGrid>());
    QVERIFY(!isShown<EmptyState>());
}

void TestMainWindow::theStatusLineSaysWhereAndHow()
{
    m_window->showEndpoint(QUrl(QStringLiteral("http://127.0.0.1:8080")));
    m_window->showStoreText(QStringLiteral("SQLite, ok"));
    m_window->showSnapshot(shared(madeSnapshot()));
    const QString status = m_window->findChild<StatusLine *>()->accessibleDescription();
    QVERIFY(status.contains(QStringLiteral("Endpoint 127.0.0.1:8080")));
    QVERIFY(status.contains(QStringLiteral("Store SQLite, ok, commit 4 ms")));
    QVERIFY(status.contains(QStringLiteral("412 events/s")));
}

void TestMainWindow::aProblemIsSaidUntilItIsGone()
{
    QVERIFY(!isShown<ProblemBanner>());
    m_window->showProblem(QStringLiteral("The disk is full."));
    QVERIFY(isShown<ProblemBanner>());
    QCOMPARE(m_window->findChild<ProblemBanner *>()->accessibleName(), QStringLiteral("The disk is full."));
    m_window->showSnapshot(shared(madeSnapshot()));
    QVERIFY(isShown<ProblemBanner>());
    m_window->clearProblem();
    QVERIFY(!isShown<ProblemBanner>());
}

void TestMainWindow::theWindowOfTimeIsChosenWithTheControl()
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

void TestMainWindow::theWindowOfTimeIsChosenWithTheKeyboard()
{
    const QSignalSpy chosen(m_window.get(), &MainWindow::liveWindowChosen);
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(m_window->shownWindow().live, 15min);
    QCOMPARE(m_window->findChild<SegmentedControl *>()->choice(), 15);
}

void TestMainWindow::todayIsReadFromTheStore()
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

void TestMainWindow::afterMidnightTodayIsAnotherDay()
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

void TestMainWindow::aRangeIsAskedForAndKept()
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

void TestMainWindow::aRangeThatIsNotMeantLeavesTheChoice()
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

void TestMainWindow::aRangeThatCannotBeShownIsNotTaken()
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

void TestMainWindow::liveSnapshotsDoNotReplaceAWindowOfTheStore()
{
    action(QStringLiteral("Today"))->trigger();
    m_window->showStoreSnapshot(stored(5));
    m_window->showSnapshot(shared(madeSnapshot()));
    QTest::qWait(300);
    QCOMPARE(machines()->rowCount(), 5);
    const QString status = m_window->findChild<StatusLine *>()->accessibleDescription();
    QVERIFY(status.contains(QStringLiteral("412 events/s"))); // taking in goes on
    const LiveSnapshotPtr late = stored(5);
    action(QStringLiteral("Live, last hour"))->trigger();
    m_window->showStoreSnapshot(late);
    m_window->showSnapshot(shared(madeSnapshot()));
    QTRY_COMPARE(machines()->rowCount(), 40);
}

void TestMainWindow::aStoreThatFailsIsSaidUntilItAnswers()
{
    action(QStringLiteral("Today"))->trigger();
    m_window->showStoreFailure(QStringLiteral("disk I/O error"));
    QVERIFY(
        m_window->findChild<ProblemBanner *>()->accessibleName().contains(QStringLiteral("disk I/O error.")));
    QVERIFY(isShown<ProblemBanner>());
    m_window->showStoreSnapshot(stored(5));
    QVERIFY(!isShown<ProblemBanner>());
}

void TestMainWindow::theThemeSwitchesLive()
{
    m_window->showSnapshot(shared(madeSnapshot()));
    action(QStringLiteral("Dark"))->trigger();
    QCOMPARE(m_window->grab().toImage().pixelColor(1000, 740), darkTheme().background);
    action(QStringLiteral("Light"))->trigger();
    QCOMPARE(m_window->grab().toImage().pixelColor(1000, 740), lightTheme().background);
}

void TestMainWindow::choicesComeBackAtTheNextStart()
{
    m_window->resize(1400, 800);
    action(QStringLiteral("Dark"))->trigger();
    action(QStringLiteral("Live, last 15 minutes"))->trigger();
    m_window->close();
    start();
    QCOMPARE(m_window->shownWindow().live, 15min);
    QVERIFY(action(QStringLiteral("Dark"))->isChecked());
    QCOMPARE(QApplication::palette().color(QPalette::Window), darkTheme().background);
    QCOMPARE(m_window->size(), QSize(1400, 800));
}

void TestMainWindow::demoIsAskedForFromMenuAndPage()
{
    const QSignalSpy asked(m_window.get(), &MainWindow::demoRequested);
    action(QStringLiteral("Start the demo plant"))->trigger();
    QCOMPARE(asked.count(), 1);
    for (QPushButton *button : m_window->findChild<EmptyState *>()->findChildren<QPushButton *>()) {
        if (button->text().contains(QStringLiteral("demo")))
            button->click();
    }
    QCOMPARE(asked.count(), 2);
}

void TestMainWindow::fullScreenGoesAndComesBack()
{
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    QTRY_VERIFY(m_window->isFullScreen());
    m_window->showNormal(); // as a window manager may
    QTRY_VERIFY(!action(QStringLiteral("Full screen"))->isChecked());
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    QTRY_VERIFY(m_window->isFullScreen());
}

void TestMainWindow::aHiddenWindowShowsNothingUntilItIsShown()
{
    m_window->hide();
    m_window->showSnapshot(shared(madeSnapshot()));
    QCOMPARE(machines()->rowCount(), 0);
    m_window->show();
    QCOMPARE(machines()->rowCount(), 40);
}

void TestMainWindow::snapshotsAreCoalesced()
{
    const QSignalSpy changes(machines(), &QAbstractItemModel::dataChanged);
    for (unsigned seed = 1; seed <= 30; ++seed)
        m_window->showSnapshot(shared(madeSnapshot({.lines = 1, .machinesPerLine = 1, .seed = seed})));
    const float newest
        = madeSnapshot({.lines = 1, .machinesPerLine = 1, .seed = 30}).machines[0].sparkline[0];
    QTRY_COMPARE(machines()->machine(0).sparkline[0], newest);
    QVERIFY(changes.count() <= 2); // a slow machine may have had time for one more
}

void TestMainWindow::aboutNamesTheVersionWithoutBlocking()
{
    action(QStringLiteral("About Linewatch"))->trigger();
    auto *about = m_window->findChild<QMessageBox *>();
    QVERIFY(about);
    QVERIFY(about->text().contains(QStringLiteral("Linewatch 0.")));
    const QString details = about->informativeText();
    for (const QString &part : {QStringLiteral("GNU General Public License"), QStringLiteral("Qt 6."),
                                QStringLiteral("Qt Charts (GPL 3)"), QStringLiteral("llhttp (MIT)"),
                                QStringLiteral("RapidJSON (MIT)"), QStringLiteral("zlib"),
                                QStringLiteral("SQLite"), QStringLiteral("Built with G")})
        QVERIFY2(details.contains(part), qPrintable(part));
    about->close();
}

void TestMainWindow::noControlIsWithoutAName()
{
    m_window->showSnapshot(shared(madeSnapshot()));
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || !widget->isVisible())
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 widget->metaObject()->className());
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
