// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/mainwindow/mainwindowtest.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/freshness.h"
#include "ui/widgets/keyfigurecard.h"
#include "ui/widgets/machinegrid.h"
#include "ui/widgets/problembanner.h"
#include "ui/widgets/statusline.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

/** Qt gathers what is to be painted anew and sends one such event to the window. */
class PaintingCounter : public QObject
{
public:
    explicit PaintingCounter(QWidget &window) { window.installEventFilter(this); }
    int count() const { return m_count; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_count += event->type() == QEvent::UpdateRequest ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

private:
    int m_count = 0;
};

} // namespace

class TestMainWindow : public MainWindowTest
{
    Q_OBJECT

private slots:
    void beforeTheFirstSnapshotItWaits();
    void anEmptyStoreShowsHowToConnect();
    void aPlantIsShownWithItsFigures();
    void theEmptyStateGivesWayToTheFirstMachine();
    void theStatusLineSaysWhereAndHow();
    void theStatusLineIsCalm();
    void aProblemIsSaidUntilItIsGone();
    void theThemeSwitchesLive();
    void choicesComeBackAtTheNextStart();
    void demoIsAskedForFromMenuAndPage();
    void aDemoShowsNothingOfTheOwnPlantAndTheOtherWayRound();
    void fullScreenGoesAndComesBack();
    void aHiddenWindowShowsNothingUntilItIsShown();
    void snapshotsAreCoalesced();
    void aSnapshotIsPaintedOnce();
    void aSnapshotThatWaitsChangesNothingYet();
    void aBoardThatCannotBeFilledIsSaidUntilItIs();
    void whatWaitsForTheDatabaseIsSaidForAsLongAsItWaits();
    void aLostStoreIsSaidWithTheAgeOfWhatIsShown();
    void aWindowWithoutAnEndpointIsAViewer();
    void aboutNamesTheVersionWithoutBlocking();
    void noControlIsWithoutAName();
};

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

/** However many snapshots come, its figures change about once a second, and the newest is shown in the end.
 */
void TestMainWindow::theStatusLineIsCalm()
{
    const auto *line = m_window->findChild<StatusLine *>();
    std::set<QString> seen;
    constexpr int snapshots = 30;
    for (int i = 1; i <= snapshots; ++i) {
        LiveSnapshot snapshot = madeSnapshot();
        snapshot.number = static_cast<std::uint64_t>(i);
        snapshot.ingest.eventsPerSecond = i;
        m_window->showSnapshot(shared(std::move(snapshot)));
        QTest::qWait(50);
        seen.insert(line->accessibleDescription());
    }
    QVERIFY2(seen.size() <= 4, qPrintable(QString::number(seen.size())));
    QTRY_VERIFY(line->accessibleDescription().contains(QStringLiteral("%1.0 events/s").arg(snapshots))
                || line->accessibleDescription().contains(QStringLiteral(" %1 events/s").arg(snapshots)));
}

void TestMainWindow::aProblemIsSaidUntilItIsGone()
{
    QVERIFY(!isShown<ProblemBanner>());
    m_window->showProblem(QStringLiteral("The disk is full."));
    QVERIFY(isShown<ProblemBanner>());
    QCOMPARE(m_window->findChild<ProblemBanner *>()->accessibleName(), QStringLiteral("The disk is full."));
    m_window->showSnapshot(shared(madeSnapshot()));
    QVERIFY(isShown<ProblemBanner>());
    m_window->showProblem({});
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
    action(QStringLiteral("Demo plant"))->trigger();
    QCOMPARE(asked.count(), 1);
    for (QPushButton *button : m_window->findChild<EmptyState *>()->findChildren<QPushButton *>()) {
        if (button->text().contains(QStringLiteral("demo")))
            button->click();
    }
    QCOMPARE(asked.count(), 2);
}

void TestMainWindow::aDemoShowsNothingOfTheOwnPlantAndTheOtherWayRound()
{
    QVERIFY(!action(QStringLiteral("Back to my plant"))->isVisible());
    for (const bool isDemo : {true, false}) {
        m_window->showSnapshot(shared(madeSnapshot()));
        m_window->showSnapshot(shared(madeSnapshot({.seed = 2}))); // waits for its turn
        m_window->showProblem(QStringLiteral("The disk is full."));
        m_window->showDemo(isDemo);
        QVERIFY(!isShown<MachineGrid>());
        QVERIFY(!isShown<ProblemBanner>());
        constexpr int longerThanSnapshotsWait = 400; // milliseconds
        QVERIFY(!QTest::qWaitFor([this] { return machines()->rowCount() > 0; }, longerThanSnapshotsWait));
        QCOMPARE(action(QStringLiteral("Back to my plant"))->isVisible(), isDemo);
        QCOMPARE(m_window->windowTitle().contains(QStringLiteral("Demo")), isDemo);
    }
    const QSignalSpy asked(m_window.get(), &MainWindow::ownPlantRequested);
    m_window->showDemo(true);
    QTRY_VERIFY(m_window->menuBar()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(asked.count(), 1);
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
    const float newest =
        madeSnapshot({.lines = 1, .machinesPerLine = 1, .seed = 30}).machines[0].sparkline[0];
    QTRY_COMPARE(machines()->machine(0).sparkline[0], newest);
    QVERIFY(changes.count() <= 2); // a slow machine may have had time for one more
}

/** Or the window would be painted once for the header and again for the rest. */
void TestMainWindow::aSnapshotIsPaintedOnce()
{
    m_window->showSnapshot(shared(madeSnapshot()));
    QTest::qWait(500);
    const PaintingCounter paintings(*m_window);
    for (int i = 1; i <= 4; ++i) {
        LiveSnapshot next = madeSnapshot();
        for (TrendPoint &step : next.trend) {
            if (step.totals)
                step.totals->defects += i * 10;
        }
        QMetaObject::invokeMethod(
            m_window.get(), [this, next = shared(next)] { m_window->showSnapshot(next); },
            Qt::QueuedConnection);
        QTest::qWait(500);
    }
    QCOMPARE(paintings.count(), 4);
}

void TestMainWindow::aSnapshotThatWaitsChangesNothingYet()
{
    const auto *freshness = m_window->findChild<Freshness *>();
    m_window->showSnapshot(shared(madeSnapshot()));
    const QString first = freshness->text();
    LiveSnapshot next = madeSnapshot();
    next.takenAt += std::chrono::seconds{1};
    m_window->showSnapshot(shared(next));
    QCOMPARE(freshness->text(), first);
    QTRY_VERIFY(freshness->text() != first);
}

void TestMainWindow::aBoardThatCannotBeFilledIsSaidUntilItIs()
{
    m_window->showBoardFailure(QStringLiteral("the file is damaged"));
    QVERIFY(m_window->findChild<ProblemBanner *>()->accessibleName().contains(
        QStringLiteral("the file is damaged.")));
    m_window->showSnapshot(shared(madeSnapshot()));
    QVERIFY(!isShown<ProblemBanner>());
}

void TestMainWindow::whatWaitsForTheDatabaseIsSaidForAsLongAsItWaits()
{
    StoreHealth health;
    health.backlog.batches = 2;
    health.backlog.events = 1234;
    health.backlog.oldestArrival = madeSnapshot().takenAt;
    m_window->showStoreHealth(health);
    m_window->showSnapshot(shared(madeSnapshot()));
    QVERIFY(
        m_window->findChild<ProblemBanner *>()->accessibleName().contains(m_window->formats().count(1234)));
    m_window->showStoreHealth({});
    QVERIFY(!isShown<ProblemBanner>());
}

void TestMainWindow::aLostStoreIsSaidWithTheAgeOfWhatIsShown()
{
    const auto *banner = m_window->findChild<ProblemBanner *>();
    m_window->showSnapshot(shared(madeSnapshot()));
    m_window->showStoreLost(QStringLiteral("nobody answers"), madeSnapshot().takenAt);
    QVERIFY(isShown<ProblemBanner>());
    QVERIFY(banner->accessibleName().contains(QStringLiteral("nobody answers. Shown is the state of ")));
    QVERIFY(banner->accessibleName().contains(m_window->formats().timeWithZone(madeSnapshot().takenAt)));
    m_window->showSnapshot(shared(madeSnapshot())); // another window of the same state
    QVERIFY(isShown<ProblemBanner>());
    m_window->clearStoreLost();
    QVERIFY(!isShown<ProblemBanner>());
}

void TestMainWindow::aWindowWithoutAnEndpointIsAViewer()
{
    m_window->showEndpoint({});
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Viewer – Linewatch"));
    m_window->showEndpoint(QUrl(QStringLiteral("http://127.0.0.1:8080")));
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Linewatch"));
}

void TestMainWindow::aboutNamesTheVersionWithoutBlocking()
{
    m_window->showEngine(QStringLiteral("SQLite 3.40.1"));
    action(QStringLiteral("About Linewatch"))->trigger();
    auto *about = m_window->findChild<QMessageBox *>();
    QVERIFY(about);
    QVERIFY(about->text().contains(QStringLiteral("Linewatch 0.")));
    const QString details = about->informativeText();
    for (const QString &part :
         {QStringLiteral("GNU General Public License"), QStringLiteral("Qt 6."),
          QStringLiteral("Qt Charts (GPL 3)"), QStringLiteral("llhttp (MIT)"),
          QStringLiteral("RapidJSON (MIT)"), QStringLiteral("zlib"),
          QStringLiteral("SQLite 3.40.1 (public domain)"), QStringLiteral("Built with G")})
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

LINEWATCH_WIDGET_TEST(TestMainWindow)
#include "tst_mainwindow.moc"
