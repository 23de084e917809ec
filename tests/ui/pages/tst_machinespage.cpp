// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/calculation.h"
#include "ui/pages/machinelist.h"
#include "ui/pages/machinespagetest.h"
#include "ui/pages/machineview.h"
#include "ui/widgets/explainpopup.h"

#include <QAbstractItemModelTester>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

/** The list of machines. */
class TestMachinesPage : public MachinesPageTest
{
    Q_OBJECT

private slots:
    void machinesAreListed();
    void theListIsFiltered();
    void theListIsSorted();
    void returnOpensAMachine();
    void aClickOnANameOpensAMachine();
    void rowsKeepTheirPlaceWhileFiguresChange();
    void rowsExplainTheirFigures();
    void anEmptyStoreSaysWhatToDo();
    void withoutAStoreThePageSaysSo();
    void aHiddenPageAsksNothing();

private:
    QString machines() const { return cells(*table(QStringLiteral("Machines")), 0); }
};

void TestMachinesPage::machinesAreListed()
{
    fill();
    const QAbstractItemModelTester tester(table(QStringLiteral("Machines"))->model());
    showPage(Place::machines());
    QTRY_COMPARE(machines(), QStringLiteral("M-1|M-2|M-3"));
    const DataTable &list = *table(QStringLiteral("Machines"));
    QVERIFY(list.isVisible());
    QCOMPARE(cells(list, 1), QStringLiteral("Press 2|Weld 1|Weld 1"));
    QCOMPARE(cells(list, 2), QStringLiteral("Warning|Silent|Silent"));
    QCOMPARE(cells(list, 7), QStringLiteral("60|1|1"));
    QCOMPARE(cells(list, 5), QStringLiteral("0.0|100.0|0.0")); // unknown is not zero
}

void TestMachinesPage::theListIsFiltered()
{
    fill();
    showPage(Place::machines());
    QTRY_COMPARE(machines().count(QStringLiteral("M-")), 3);
    m_page->findMachine();
    auto *field = m_page->findChild<QLineEdit *>();
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("weld"));
    QCOMPARE(machines(), QStringLiteral("M-2|M-3"));
    QVERIFY(says(QStringLiteral("Machines: 2 of 3")));
    QTest::keyClicks(field, QStringLiteral("x"));
    QCOMPARE(machines(), QString());
    field->clear();
    QCOMPARE(machines().count(QStringLiteral("M-")), 3);
}

void TestMachinesPage::theListIsSorted()
{
    fill();
    showPage(Place::machines());
    QTRY_COMPARE(machines().count(QStringLiteral("M-")), 3);
    DataTable &list = *table(QStringLiteral("Machines"));
    list.sortByColumn(3, Qt::DescendingOrder);
    QCOMPARE(machines(), QStringLiteral("M-3|M-1|M-2"));
    list.sortByColumn(2, Qt::AscendingOrder); // what needs somebody first
    QVERIFY(machines().startsWith(QStringLiteral("M-1")));
    // By keyboard: the menu of the table.
    QContextMenuEvent wanted(QContextMenuEvent::Keyboard, QPoint(10, 10), list.mapToGlobal(QPoint(10, 10)));
    QCoreApplication::sendEvent(&list, &wanted);
    auto *menu = list.findChild<QMenu *>();
    QTRY_VERIFY(menu && menu->isVisible());
    const auto orders = menu->actions();
    const auto order = std::ranges::find(orders, QStringLiteral("Events"), &QAction::text);
    QVERIFY(order != orders.end());
    (*order)->trigger();
    QVERIFY(machines().endsWith(QStringLiteral("M-1")));
    menu->close();
    list.sortByColumn(0, Qt::DescendingOrder);
    QCOMPARE(machines(), QStringLiteral("M-3|M-2|M-1"));
}

void TestMachinesPage::returnOpensAMachine()
{
    fill();
    showPage(Place::machines());
    QTRY_COMPARE(machines().count(QStringLiteral("M-")), 3);
    auto *field = m_page->findChild<QLineEdit *>();
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("M-"));
    QTest::keyClick(field, Qt::Key_Return);
    DataTable &list = *table(QStringLiteral("Machines"));
    QTRY_VERIFY(list.hasFocus());
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(m_places.size(), 1U);
    QCOMPARE(m_places[0], Place::ofMachine(MachineId(QStringLiteral("M-2"))));
}

void TestMachinesPage::aClickOnANameOpensAMachine()
{
    fill();
    showPage(Place::machines());
    QTRY_COMPARE(machines().count(QStringLiteral("M-")), 3);
    DataTable &list = *table(QStringLiteral("Machines"));
    const auto click = [&list](int row, int column) {
        const QPoint where = list.visualRect(list.model()->index(row, column)).center();
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, where);
    };
    click(2, 2);
    QVERIFY(m_places.empty());
    click(2, 0);
    QCOMPARE(m_places.size(), 1U);
    QCOMPARE(m_places[0], Place::ofMachine(MachineId(QStringLiteral("M-3"))));
}

void TestMachinesPage::rowsKeepTheirPlaceWhileFiguresChange()
{
    fill();
    showPage(Place::machines());
    QTRY_COMPARE(machines().count(QStringLiteral("M-")), 3);
    DataTable &list = *table(QStringLiteral("Machines"));
    list.sortByColumn(7, Qt::AscendingOrder);
    QCOMPARE(machines(), QStringLiteral("M-2|M-3|M-1"));
    list.selectRow(1);
    for (int i = 0; i < 3; ++i) {
        m_store->insert("F-" + std::to_string(i), test::payloadOf("M-2", m_now - 10min, 0, "Weld 1"),
                        m_now + std::chrono::milliseconds{i});
    }
    m_page->hide();
    m_page->show();
    QTRY_COMPARE(cells(list, 7), QStringLiteral("4|1|60"));
    QCOMPARE(list.currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("M-3"));
    // Another machine comes: now all find their place.
    m_store->insert("F-9", test::payloadOf("M-0", m_now - 10min, 0, "Weld 1"), m_now + 5ms);
    m_page->hide();
    m_page->show();
    QTRY_COMPARE(machines().count(QStringLiteral("M-")), 4);
    QVERIFY(machines().endsWith(QStringLiteral("M-1")));
    QCOMPARE(list.currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("M-3"));
}

void TestMachinesPage::rowsExplainTheirFigures()
{
    fill();
    showPage(Place::machines());
    QTRY_COMPARE(machines(), QStringLiteral("M-1|M-2|M-3"));
    DataTable &list = *table(QStringLiteral("Machines"));
    auto *popup = m_page->findChild<ExplainPopup *>();
    const std::pair<const char *, int> entries[] = {{"Explain the defect rate", 3},
                                                    {"Explain the defects per 100 events", 4},
                                                    {"Explain the unknown share", 5},
                                                    {"Explain the availability", 6},
                                                    {"Explain the number of events", 7}};
    for (const auto &[entry, column] : entries) {
        for (int row = 0; row < 3; ++row) {
            list.setCurrentIndex(list.model()->index(row, 0));
            QContextMenuEvent wanted(QContextMenuEvent::Keyboard, QPoint(10, 10),
                                     list.mapToGlobal(QPoint(10, 10)));
            QCoreApplication::sendEvent(&list, &wanted);
            auto *menu = list.findChild<QMenu *>();
            QVERIFY(menu && menu->isVisible());
            const auto actions = menu->actions();
            const auto found = std::ranges::find_if(actions, [entry = entry](const QAction *action) {
                return action->text().remove(QLatin1Char('&')) == QLatin1String(entry);
            });
            QVERIFY(found != actions.end());
            menu->setActiveAction(*found);
            QTest::keyClick(menu, Qt::Key_Return);
            QTRY_VERIFY(popup->isVisible());
            const QString shown = list.model()->index(row, column).data().toString();
            const QString problem = problemOf(*popup, shown);
            QVERIFY2(problem.isEmpty(), qPrintable(QLatin1String(entry) + QStringLiteral(": ") + problem));
            popup->close();
            QTRY_VERIFY(!list.findChild<QMenu *>());
        }
    }
    QVERIFY(m_places.empty());
}

void TestMachinesPage::anEmptyStoreSaysWhatToDo()
{
    showPage(Place::machines());
    QTRY_VERIFY(says(QStringLiteral("No machine has sent an event yet")));
    QVERIFY(!m_page->findChild<MachineList *>()->isVisible());
}

void TestMachinesPage::withoutAStoreThePageSaysSo()
{
    m_page->setShownTime({{m_now - 1h, m_now}, false});
    m_page->setPlace(Place::ofMachine(MachineId(QStringLiteral("M-1"))));
    m_page->show();
    QTRY_VERIFY(says(QStringLiteral("The store could not be read")));
    fill();
    m_page->setStore(m_queries.get(), {});
    QTRY_VERIFY(m_page->findChild<MachineView *>()->isVisible());
}

void TestMachinesPage::aHiddenPageAsksNothing()
{
    fill();
    int opened = 0;
    m_queries = std::make_unique<StoreQueries>([&] {
        ++opened;
        return m_readable->openReader();
    });
    m_page->setStore(m_queries.get(), {});
    m_page->setShownTime({{m_now - 1h, m_now}, false});
    m_page->setPlace(Place::machines());
    m_queries.reset(); // waits for what is being read
    QCOMPARE(opened, 0);
}

LINEWATCH_WIDGET_TEST(TestMachinesPage)
#include "tst_machinespage.moc"
