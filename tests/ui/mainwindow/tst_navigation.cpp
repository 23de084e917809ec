// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/teststore.h"
#include "model/samples.h"
#include "storage/readablestore.h"
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/mainwindow/mainwindowtest.h"
#include "ui/pages/eventspage.h"
#include "ui/pages/linespage.h"
#include "ui/pages/machinespage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/settingspage.h"
#include "ui/widgets/machinegrid.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/problembanner.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QSet>
#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;

/** From page to page, over a real store. */
class NavigationTest : public MainWindowTest
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const LiveSnapshot snapshot = madeSnapshot();
        int number = 0;
        for (const MachineSnapshot &machine : snapshot.machines) {
            EventPayload payload;
            payload.machineId = machine.machineId;
            payload.eventTime = snapshot.window.end - std::chrono::minutes{++number % 40 + 1};
            payload.duration = std::chrono::milliseconds{4'000};
            payload.lineId = machine.line;
            m_store.insert("E-" + std::to_string(number), payload, snapshot.window.end);
        }
        m_readable = std::move(*ReadableStore::open(m_store.url()));
        m_queries = std::make_unique<StoreQueries>([this] { return m_readable->openReader(); });
    }
    void cleanupTestCase() { m_queries.reset(); }

    void theRailLeadsToEachPage()
    {
        showPlant();
        const QList<QAbstractButton *> entries =
            m_window->findChild<NavRail *>()->findChildren<QAbstractButton *>();
        QCOMPARE(entries.size(), 5);
        QTest::mouseClick(entries.at(1), Qt::LeftButton);
        QTRY_VERIFY(isShown<LinesPage>());
        QTest::mouseClick(entries.at(2), Qt::LeftButton);
        QTRY_VERIFY(isShown<MachinesPage>());
        QTest::mouseClick(entries.at(3), Qt::LeftButton);
        QTRY_VERIFY(isShown<EventsPage>());
        QTest::mouseClick(entries.at(4), Qt::LeftButton);
        QTRY_VERIFY(isShown<SettingsPage>());
        QTest::mouseClick(entries.at(0), Qt::LeftButton);
        QTRY_VERIFY(isShown<OverviewPage>());
    }

    void aTileLeadsToItsMachineAndAltLeftBack()
    {
        showPlant();
        auto *grid = m_window->findChild<MachineGrid *>();
        QTRY_VERIFY(!grid->visualRect(grid->model()->index(1, 0)).isEmpty());
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, {},
                          grid->visualRect(grid->model()->index(1, 0)).center());
        QTRY_VERIFY(isShown<MachinesPage>());
        const MachineId machine = machines()->machine(1).machineId;
        QVERIFY(m_window->place() == Place::ofMachine(machine));
        // The rail's entry of the page leads to all machines.
        QTest::mouseClick(m_window->findChild<NavRail *>()->findChildren<QAbstractButton *>().at(2),
                          Qt::LeftButton);
        QVERIFY(m_window->place() == Place::machines());
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(m_window->place() == Place::ofMachine(machine));
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(isShown<OverviewPage>());
        QVERIFY(!action(QStringLiteral("Back"))->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
        QTRY_VERIFY(isShown<MachinesPage>());
    }

    void enterOnATileLeadsThereToo()
    {
        showPlant();
        auto *grid = m_window->findChild<MachineGrid *>();
        grid->setFocus();
        QTest::keyClick(grid, Qt::Key_Home);
        QTest::keyClick(grid, Qt::Key_Return);
        QVERIFY(m_window->place() == Place::ofMachine(machines()->machine(0).machineId));
    }

    void aLinkHoldsThePlaceAndTheTimeOnScreen()
    {
        showPlant();
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
        QVERIFY(m_window->place() == Place::lines());
        action(QStringLiteral("Copy the link to this page"))->trigger();
        const QUrl link(QGuiApplication::clipboard()->text());
        const std::optional<Place> place = placeOf(link);
        QVERIFY2(place && place->window, qPrintable(link.toString()));
        QVERIFY(place->window == madeSnapshot().window);
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
        m_window->openLink(link);
        QTRY_VERIFY(isShown<LinesPage>());
        QCOMPARE(m_window->shownWindow().kind, ShownWindow::Kind::Range);
        QVERIFY(m_window->shownWindow().range == madeSnapshot().window);
    }

    void aLinkThatLeadsNowhereIsSaid()
    {
        showPlant();
        m_window->openLink(QUrl(QStringLiteral("linewatch://nowhere")));
        QVERIFY(isShown<ProblemBanner>());
        QVERIFY(isShown<OverviewPage>());
    }

    void theLastPageComesBackAtTheNextStart()
    {
        showPlant();
        QTest::keyClick(m_window.get(), Qt::Key_4, Qt::AltModifier);
        QVERIFY(m_window->place() == Place::events());
        start();
        m_window->show();
        QVERIFY(m_window->place() == Place::events());
        QTRY_VERIFY(isShown<EventsPage>());
    }

    void anotherLanguageStaysOnThePage()
    {
        showPlant();
        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::AltModifier);
        action(QStringLiteral("Deutsch"))->trigger();
        QTRY_VERIFY(isShown<MachinesPage>());
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
        QTRY_VERIFY(isShown<OverviewPage>());
    }

    /** Every page with what it shows, by Tab alone. */
    void tabReachesEverythingOnEachPage()
    {
        showPlant();
        const MachineSnapshot &machine = machines()->machine(0);
        for (const Place &place : {Place::lines(), Place::ofLine(machine.line), Place::machines(),
                                   Place::ofMachine(machine.machineId), Place::events(),
                                   Place::ofEvent(EventId(std::string("E-1")))}) {
            const QByteArray link = linkTo(place).toString().toLatin1();
            m_window->openLink(linkTo(place));
            QTRY_VERIFY2(!isWaiting(), link);
            QSet<QWidget *> reached;
            for (int i = 0; i < 300; ++i) {
                QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(),
                                Qt::Key_Tab);
                QWidget *now = QApplication::focusWidget();
                if (now && reached.contains(now) && reached.size() > 8)
                    break;
                reached.insert(now);
            }
            for (QWidget *widget : m_window->findChildren<QWidget *>()) {
                const bool byTab = widget->focusPolicy() & Qt::TabFocus;
                if (!byTab || !widget->isVisible() || !widget->isEnabled() || widget->focusProxy())
                    continue;
                QVERIFY2(reached.contains(widget),
                         link + ' ' + widget->metaObject()->className() + ' '
                             + widget->accessibleName().toUtf8());
                QVERIFY2(!widget->accessibleName().isEmpty() || qobject_cast<QAbstractButton *>(widget),
                         link + ' ' + widget->metaObject()->className());
            }
        }
    }

private:
    /** Whether the page on screen has not shown its first figures yet. */
    bool isWaiting() const
    {
        const auto pages = m_window->findChildren<Page *>();
        const auto seen = std::ranges::find_if(pages, [](const Page *page) { return page->isVisible(); });
        return seen == pages.end() || (*seen)->isWaiting();
    }

    void showPlant()
    {
        m_window->setStore(m_queries.get(), {});
        m_window->showSnapshot(shared(madeSnapshot()));
        QTRY_VERIFY(machines()->rowCount() > 0);
    }

    TestStore m_store;
    std::unique_ptr<ReadableStore> m_readable;
    std::unique_ptr<StoreQueries> m_queries;
};

LINEWATCH_WIDGET_TEST(NavigationTest)
#include "tst_navigation.moc"
