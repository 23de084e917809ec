// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/calculation.h"
#include "ui/fakescheme.h"
#include "ui/madeplant.h"
#include "ui/models/machinegridmodel.h"
#include "ui/models/settlingtext.h"
#include "ui/pages/overviewpage.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/explainpopup.h"
#include "ui/widgets/keyfigurecard.h"
#include "ui/widgets/machinegrid.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

/** The figures of the Overview explain themselves, as a user asks them to. */
class TestOverviewPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_page.reset(); }

    void everyCardMultipliesOutByMouse();
    void everyCardMultipliesOutByKeyboard();
    void aViewersCardTellsOfReading();
    void aTileExplainsItselfByKeyboard();
    void aTileExplainsItselfByMouse();
    void aClickOnATileStillOpensIt();
    void whereNoTileIsThereIsNoMenu();
    void theMenuLeadsOnToo();
    void provisionalFiguresSaySo();
    void theEventsBehindAreThoseOfTheSnapshot();

private:
    QList<KeyFigureCard *> cards() const { return m_page->findChildren<KeyFigureCard *>(); }
    ExplainPopup *popup() const { return m_page->findChild<ExplainPopup *>(); }
    MachineGrid *grid() const { return m_page->findChild<MachineGrid *>(); }
    MachineGridModel *machines() const { return m_page->findChild<MachineGridModel *>(); }
    /** 'Machines: 34 of 40 healthy. ...': its number. */
    static QString valueOf(const KeyFigureCard &card)
    {
        return card.accessibleDescription().section(QStringLiteral(": "), 1);
    }
    void wantMenu(int row, QContextMenuEvent::Reason reason);
    QMenu *menu() const;
    void choose(const QString &text);

    FakeScheme m_desktop;
    ThemeController m_themes{m_desktop};
    std::unique_ptr<OverviewPage> m_page;
    LiveSnapshotPtr m_snapshot;
    std::vector<Place> m_places;
};

void TestOverviewPage::init()
{
    m_places.clear();
    m_page = std::make_unique<OverviewPage>(m_themes, madeFormats());
    connect(m_page.get(), &OverviewPage::placeChosen, this,
            [this](const Place &place) { m_places.push_back(place); });
    m_page->resize(1280, 720);
    m_snapshot = shared(madeSnapshot());
    m_page->showSnapshot(m_snapshot);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestOverviewPage::everyCardMultipliesOutByMouse()
{
    QCOMPARE(cards().size(), 5);
    for (KeyFigureCard *card : cards()) {
        QTest::mouseClick(card, Qt::LeftButton);
        QTRY_VERIFY2(popup()->isVisible(), qPrintable(card->accessibleName()));
        const QString problem = problemOf(*popup(), valueOf(*card));
        QVERIFY2(problem.isEmpty(), qPrintable(card->accessibleName() + QStringLiteral(": ") + problem));
        popup()->close();
    }
}

void TestOverviewPage::everyCardMultipliesOutByKeyboard()
{
    QStringList titles;
    for (KeyFigureCard *card : cards()) {
        QVERIFY(card->focusPolicy() & Qt::TabFocus);
        card->setFocus(Qt::TabFocusReason);
        QTest::keyClick(card, Qt::Key_Return);
        QTRY_VERIFY(popup()->isVisible());
        const QString problem = problemOf(*popup(), valueOf(*card));
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        titles << popup()->accessibleName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!popup()->isVisible());
        QTRY_VERIFY(card->hasFocus());
    }
    QCOMPARE(titles,
             (QStringList{
                 QStringLiteral("Healthy machines of the plant"),
                 QStringLiteral("Events a minute of the plant"), QStringLiteral("Known defects of the plant"),
                 QStringLiteral("Availability of the plant"), QStringLiteral("Ingest: the newest commit")}));
}

void TestOverviewPage::aViewersCardTellsOfReading()
{
    LiveSnapshot viewed = *m_snapshot;
    viewed.ingest = {};
    viewed.ingest.isElsewhere = true;
    viewed.ingest.lastRead = 7'600us;
    m_page->showSnapshot(shared(viewed));
    QTest::mouseClick(cards().last(), Qt::LeftButton);
    QTRY_VERIFY(popup()->isVisible());
    QCOMPARE(popup()->accessibleName(), QStringLiteral("Store: the newest reading"));
    QCOMPARE(problemOf(*popup(), valueOf(*cards().last())), QString());
    // There are no events behind a stop watch; the keyboard still finds a way out.
    for (const QPushButton *button : popup()->findChildren<QPushButton *>())
        QCOMPARE(button->isVisible(), button->text().contains(QStringLiteral("Close")));
    QVERIFY(QApplication::focusWidget() && popup()->isAncestorOf(QApplication::focusWidget()));
    popup()->close();
}

void TestOverviewPage::wantMenu(int row, QContextMenuEvent::Reason reason)
{
    const QModelIndex tile = machines()->index(row);
    const QPoint middle = grid()->visualRect(tile).center();
    grid()->setFocus();
    if (reason == QContextMenuEvent::Keyboard)
        grid()->setCurrentIndex(tile);
    QContextMenuEvent wanted(reason, middle, grid()->viewport()->mapToGlobal(middle));
    QCoreApplication::sendEvent(grid()->viewport(), &wanted);
    QTRY_VERIFY(menu());
}

QMenu *TestOverviewPage::menu() const
{
    for (QMenu *candidate : m_page->findChildren<QMenu *>()) {
        if (candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

void TestOverviewPage::choose(const QString &text)
{
    QMenu *shown = menu();
    for (QAction *action : shown->actions()) {
        if (action->text().remove(QLatin1Char('&')) != text)
            continue;
        shown->setActiveAction(action);
        QTest::keyClick(shown, Qt::Key_Return);
        return;
    }
    QFAIL(qPrintable(text));
}

void TestOverviewPage::aTileExplainsItselfByKeyboard()
{
    int dashes = 0;
    for (int row = 0; row < 6; ++row) {
        wantMenu(row, QContextMenuEvent::Keyboard);
        choose(QStringLiteral("Explain the defect rate"));
        QTRY_VERIFY(popup()->isVisible());
        QCOMPARE(popup()->accessibleName(),
                 QStringLiteral("Defect rate of %1").arg(machines()->machine(row).machineId.toString()));
        const QString rate = machines()->tile(row).rate;
        if (rate == QString(dash))
            QVERIFY(popup()->accessibleDescription().contains(QStringLiteral("No events in this window")));
        else
            QCOMPARE(problemOf(*popup(), rate), QString());
        dashes += rate == QString(dash) ? 1 : 0;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!popup()->isVisible());
        wantMenu(row, QContextMenuEvent::Keyboard);
        choose(QStringLiteral("Explain the state"));
        QTRY_VERIFY(popup()->isVisible());
        QVERIFY(popup()->accessibleDescription().contains(machines()->tile(row).state));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!popup()->isVisible());
        QTRY_VERIFY(grid()->hasFocus());
    }
    QCOMPARE(dashes, 1); // one of them has no data
    QVERIFY(m_places.empty());
}

void TestOverviewPage::aTileExplainsItselfByMouse()
{
    wantMenu(3, QContextMenuEvent::Mouse);
    choose(QStringLiteral("Explain the number of events"));
    QTRY_VERIFY(popup()->isVisible());
    const MachineSnapshot &machine = machines()->machine(3);
    QCOMPARE(problemOf(*popup(), madeFormats().count(machine.shown.events)), QString());
    // It stands beside its tile.
    const QRect tile = grid()->visualRect(machines()->index(3));
    const QRect onScreen(grid()->viewport()->mapToGlobal(tile.topLeft()), tile.size());
    QVERIFY(popup()->geometry().top() > onScreen.bottom() || popup()->geometry().bottom() < onScreen.top()
            || popup()->geometry().top() == popup()->screen()->availableGeometry().top());
    popup()->close();
    QVERIFY(m_places.empty());
}

void TestOverviewPage::aClickOnATileStillOpensIt()
{
    const QPoint middle = grid()->visualRect(machines()->index(2)).center();
    QTest::mouseClick(grid()->viewport(), Qt::RightButton, {}, middle);
    QVERIFY(m_places.empty());
    QTest::mouseClick(grid()->viewport(), Qt::LeftButton, {}, middle);
    QCOMPARE(m_places.size(), 1U);
    QCOMPARE(m_places[0], Place::ofMachine(machines()->machine(2).machineId));
    QVERIFY(!popup()->isVisible());
}

void TestOverviewPage::whereNoTileIsThereIsNoMenu()
{
    const QPoint header(2, 2); // the name of the first line
    QVERIFY(!grid()->indexAt(header).isValid());
    QContextMenuEvent wanted(QContextMenuEvent::Mouse, header, grid()->viewport()->mapToGlobal(header));
    QCoreApplication::sendEvent(grid()->viewport(), &wanted);
    QVERIFY(!menu());
}

void TestOverviewPage::theMenuLeadsOnToo()
{
    const MachineId machine = machines()->machine(1).machineId;
    wantMenu(1, QContextMenuEvent::Keyboard);
    choose(QStringLiteral("Open"));
    wantMenu(1, QContextMenuEvent::Keyboard);
    choose(QStringLiteral("Show its events"));
    QCOMPARE(m_places.size(), 2U);
    QCOMPARE(m_places[0], Place::ofMachine(machine));
    QCOMPARE(m_places[1], Place::eventsOfMachine(machine));
}

void TestOverviewPage::provisionalFiguresSaySo()
{
    const auto says = [this](const LiveSnapshot &snapshot) {
        m_page->showSnapshot(shared(snapshot));
        QTest::mouseClick(cards()[2], Qt::LeftButton);
        const QString spoken = popup()->accessibleDescription();
        popup()->close();
        return spoken;
    };
    QVERIFY(says(*m_snapshot).contains(settlingHint(Settling::Running)));
    LiveSnapshot past = *m_snapshot;
    past.origin = SnapshotOrigin::StorePast;
    past.takenAt = past.window.end + 23h;
    QVERIFY(says(past).contains(settlingHint(Settling::Settling)));
    past.takenAt = past.window.end + 24h;
    QVERIFY(!says(past).contains(QStringLiteral("Provisional")));
}

void TestOverviewPage::theEventsBehindAreThoseOfTheSnapshot()
{
    QTest::mouseClick(cards()[2], Qt::LeftButton);
    QTRY_VERIFY(popup()->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(m_places.size(), 1U);
    QVERIFY(m_places[0].page == Place::Page::Events);
    QVERIFY(m_places[0].window == m_snapshot->window);
}

LINEWATCH_WIDGET_TEST(TestOverviewPage)
#include "tst_overviewpage.moc"
