// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/calculation.h"
#include "ui/pages/machinespage.h"

#include "analytics/teststore.h"
#include "model/samples.h"
#include "model/systemclock.h"
#include "storage/readablestore.h"
#include "ui/charts/chartcanvas.h"
#include "ui/charts/statechart.h"
#include "ui/fakescheme.h"
#include "ui/madeplant.h"
#include "ui/models/machineeventsmodel.h"
#include "ui/models/machinerejectionsmodel.h"
#include "ui/pages/machineheader.h"
#include "ui/pages/machinelist.h"
#include "ui/pages/machineview.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/keyfigurecard.h"
#include "ui/widgets/explainpopup.h"
#include "ui/widgets/placelink.h"
#include "ui/widgets/statebadge.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

/** Cells of a column, from above, with | between them. */
QString cells(const QTableView &table, int column)
{
    QStringList texts;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        texts << table.model()->index(row, column).data().toString();
    return texts.join(QLatin1Char('|'));
}

} // namespace

/** The page as a user drives it, on a store with events of the last hour. */
class TestMachinesPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void machinesAreListed();
    void theListIsFiltered();
    void theListIsSorted();
    void returnOpensAMachine();
    void aClickOnANameOpensAMachine();
    void rowsKeepTheirPlaceWhileFiguresChange();
    void anEmptyStoreSaysWhatToDo();
    void withoutAStoreThePageSaysSo();
    void aMachineIsShown();
    void itsFiguresExplainThemselves();
    void whatIsPutInIsTold();
    void rowsExplainTheirFigures();
    void linksLeadOn();
    void eventsLeadToTheirDetails();
    void rejectionsAreInWords();
    void anUnknownMachineSaysSo();
    void aPartOfAChartIsWantedEverywhere();
    void anotherMachineLeavesNothingBehind();
    void aHiddenPageAsksNothing();

private:
    void fill();
    void showPage(const Place &place);
    DataTable *table(const QString &name) const;
    QString machines() const { return cells(*table(QStringLiteral("Machines")), 0); }
    QString figure(int index) const
    {
        return m_page->findChild<MachineView *>()
            ->findChildren<KeyFigureCard *>()
            .at(index)
            ->accessibleDescription();
    }
    /** The text of the page where it has no content to show. */
    bool says(const QString &words) const;

    FakeScheme m_desktop;
    ThemeController m_themes{m_desktop};
    Instant m_now;
    std::unique_ptr<test::TestStore> m_store;
    std::unique_ptr<ReadableStore> m_readable;
    std::unique_ptr<StoreQueries> m_queries;
    std::unique_ptr<MachinesPage> m_page;
    std::vector<Place> m_places; ///< that were chosen
};

void TestMachinesPage::init()
{
    m_now = std::chrono::floor<std::chrono::seconds>(SystemClock().now());
    m_store = std::make_unique<test::TestStore>();
    m_readable = std::move(ReadableStore::open(m_store->url()).value());
    m_queries = std::make_unique<StoreQueries>([this] { return m_readable->openReader(); });
    m_page = std::make_unique<MachinesPage>(m_themes, madeFormats(), nullptr);
    m_page->resize(1100, 700);
    m_places.clear();
    connect(m_page.get(), &Page::placeChosen, this,
            [this](const Place &place) { m_places.push_back(place); });
}

void TestMachinesPage::cleanup()
{
    m_page.reset();
    m_queries.reset();
    m_readable.reset();
    m_store.reset();
}

/** M-1: an event a minute up to now, a defect in every fourth; M-2 and M-3: silent; clocks 3 s ahead. */
void TestMachinesPage::fill()
{
    for (int minute = 59; minute >= 0; --minute) {
        const Instant time = m_now - std::chrono::minutes{minute};
        m_store->insert("E-" + std::to_string(minute),
                        test::payloadOf("M-1", time, minute % 4 == 0 ? 1 : 0, "Press 2", 30s), time - 3s);
    }
    m_store->insert("E-100", test::payloadOf("M-2", m_now - 20min, UnknownDefects, "Weld 1"), m_now - 1s);
    m_store->insert("E-101", test::payloadOf("M-3", m_now - 30min, 50, "Weld 1"), m_now - 900ms);
    m_store->correct("E-5", test::payloadOf("M-1", m_now - 5min, 0, "Press 2", 30s), m_now - 800ms);
    m_store->reject(
        {m_now - 700ms, RejectReason::InvalidDuration, "M-1", "10.0.0.7", "{\"durationMs\": -5}", 0});
    m_store->reject({m_now - 600ms, RejectReason::MissingEventId, "M-2", "10.0.0.8", "{}", 0});
}

void TestMachinesPage::showPage(const Place &place)
{
    m_page->setStore(m_queries.get(), {});
    m_page->setShownTime({{m_now - 1h, m_now + 1s}, false});
    m_page->setPlace(place);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

DataTable *TestMachinesPage::table(const QString &name) const
{
    const auto tables = m_page->findChildren<DataTable *>();
    const auto found = std::ranges::find(tables, name, &QWidget::accessibleName);
    return found == tables.end() ? nullptr : *found;
}

bool TestMachinesPage::says(const QString &words) const
{
    return std::ranges::any_of(m_page->findChildren<QLabel *>(), [&words](const QLabel *label) {
        return label->isVisible() && label->text().contains(words);
    });
}

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

void TestMachinesPage::aMachineIsShown()
{
    fill();
    const QAbstractItemModelTester tester(table(QStringLiteral("Newest events"))->model());
    const QAbstractItemModelTester other(table(QStringLiteral("Rejected events"))->model());
    showPage(Place::ofMachine(MachineId(QStringLiteral("M-1"))));
    QTRY_VERIFY(m_page->findChild<MachineView *>()->isVisible());
    QCOMPARE(m_page->findChild<StateBadge *>()->accessibleName(), QStringLiteral("Warning"));
    QCOMPARE(table(QStringLiteral("Newest events"))->model()->rowCount(), 50);
    // 15 defects in an hour and a second.
    QVERIFY2(figure(0).startsWith(QStringLiteral("Defect rate: 15.0 /h")), qPrintable(figure(0)));
    QVERIFY2(figure(1).startsWith(QStringLiteral("Availability: 50.0 %")), qPrintable(figure(1)));
    QVERIFY2(figure(2).startsWith(QStringLiteral("Defects per 100 events: 25.0")), qPrintable(figure(2)));
    QTRY_COMPARE(figure(3), QStringLiteral("Events: 60. 1 of them corrected"));
    QVERIFY2(figure(4).startsWith(QStringLiteral("Mean cycle time: 30.0 s")), qPrintable(figure(4)));
    QVERIFY2(figure(5).contains(QStringLiteral("its clock is 3 s ahead")), qPrintable(figure(5)));
    const auto canvases = m_page->findChild<MachineView *>()->findChildren<ChartCanvas *>();
    QCOMPARE(canvases.size(), 4);
    for (const ChartCanvas *canvas : canvases)
        QTRY_VERIFY2(canvas->chart()->isVisible(), qPrintable(canvas->accessibleName()));
}

void TestMachinesPage::itsFiguresExplainThemselves()
{
    fill();
    showPage(Place::ofMachine(MachineId(QStringLiteral("M-1"))));
    QTRY_VERIFY(m_page->findChild<MachineView *>()->isVisible());
    auto *popup = m_page->findChild<ExplainPopup *>();
    const auto cards = m_page->findChild<MachineView *>()->findChildren<KeyFigureCard *>();
    QTRY_COMPARE(figure(3), QStringLiteral("Events: 60. 1 of them corrected"));
    const char *const titles[] = {
        "Defect rate of M-1", "Availability of M-1",    "Defects per 100 events of M-1",
        "Events of M-1",      "Mean cycle time of M-1", "Clock of M-1"};
    QCOMPARE(cards.size(), 6);
    for (int i = 0; i < cards.size(); ++i) {
        QVERIFY(cards.at(i)->focusPolicy() & Qt::TabFocus);
        QTest::keyClick(cards.at(i), Qt::Key_Return);
        QVERIFY(popup->isVisible());
        QCOMPARE(popup->accessibleName(), QLatin1String(titles[i]));
        const QString problem = problemOf(*popup, figure(i).section(QStringLiteral(": "), 1));
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QTest::keyClick(popup, Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        QTest::mouseClick(cards.at(i), Qt::LeftButton);
        QVERIFY(popup->isVisible());
        popup->close();
    }
}

void TestMachinesPage::whatIsPutInIsTold()
{
    fill();
    showPage(Place::ofMachine(MachineId(QStringLiteral("M-1"))));
    QTRY_COMPARE(figure(3), QStringLiteral("Events: 60. 1 of them corrected"));
    auto *popup = m_page->findChild<ExplainPopup *>();
    const auto cards = m_page->findChild<MachineView *>()->findChildren<KeyFigureCard *>();
    const auto told = [&](int card) {
        popup->close();
        QTest::keyClick(cards.at(card), Qt::Key_Return);
        return popup->accessibleDescription();
    };
    QVERIFY(told(3).contains(QStringLiteral("Corrected: 1 of 60 events")));
    // The rejected ones are counted meanwhile.
    QTRY_VERIFY(popup->accessibleDescription().contains(QStringLiteral("do not count: 1.")));
    QVERIFY(told(4).contains(QStringLiteral("Median, for comparison: 30 s")));
    QVERIFY(told(5).contains(QStringLiteral("Newest events looked at: 60")));
    QVERIFY(!told(5).contains(QStringLiteral("ejected"))); // how a clock goes is no count
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(!m_places.back().event.isEmpty()); // the event that tells it
    popup->close();
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

void TestMachinesPage::linksLeadOn()
{
    fill();
    showPage(Place::ofMachine(MachineId(QStringLiteral("M-1"))));
    auto *header = m_page->findChild<MachineHeader *>();
    QTRY_VERIFY(header->isVisible());
    for (PlaceLink *link : header->findChildren<PlaceLink *>()) {
        link->setFocus();
        QTRY_VERIFY(link->hasFocus());
        QTest::keyClick(link, Qt::Key_Tab); // to the link in it
        QTest::keyClick(link, Qt::Key_Return);
    }
    QCOMPARE(m_places.size(), 3U);
    QCOMPARE(m_places[0], Place::ofLine(LineId(QStringLiteral("Press 2"))));
    QCOMPARE(m_places[1], Place::eventsOfMachine(MachineId(QStringLiteral("M-1"))));
    QCOMPARE(m_places[2], Place::machines());
}

void TestMachinesPage::eventsLeadToTheirDetails()
{
    fill();
    showPage(Place::ofMachine(MachineId(QStringLiteral("M-1"))));
    DataTable *events = table(QStringLiteral("Newest events"));
    QTRY_COMPARE(events->model()->rowCount(), 50);
    events->setFocus();
    events->setCurrentIndex(events->model()->index(5, 0));
    QTest::keyClick(events, Qt::Key_Return);
    QCOMPARE(m_places.size(), 1U);
    QCOMPARE(m_places[0], Place::ofEvent(EventId(QStringLiteral("E-5"))));
    QCOMPARE(events->model()->index(5, MachineEventsModel::Corrections).data().toString(),
             QStringLiteral("1"));
    QTest::keyClick(events, Qt::Key_C, Qt::ControlModifier);
    const QStringList copied = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QVERIFY(copied.at(0).startsWith(QStringLiteral("Time\tEvent\tCycle time")));
    QVERIFY(copied.at(1).contains(QStringLiteral("\tE-5\t30 s\t0\tPress 2\t")));
}

void TestMachinesPage::rejectionsAreInWords()
{
    fill();
    showPage(Place::ofMachine(MachineId(QStringLiteral("M-1"))));
    const QAbstractItemModel *rejections = table(QStringLiteral("Rejected events"))->model();
    QTRY_COMPARE(rejections->rowCount(), 1);
    QCOMPARE(rejections->index(0, MachineRejectionsModel::Reason).data().toString(),
             QStringLiteral("Duration not valid"));
    QCOMPARE(rejections->index(0, MachineRejectionsModel::Sender).data().toString(),
             QStringLiteral("10.0.0.7"));
}

void TestMachinesPage::anUnknownMachineSaysSo()
{
    fill();
    showPage(Place::ofMachine(MachineId(QStringLiteral("m-1"))));
    QTRY_VERIFY(says(QStringLiteral("There is no machine m-1")));
    QVERIFY(says(QStringLiteral("Choose Machines on the left")));
    QVERIFY(!m_page->findChild<MachineView *>()->isVisible());
    m_page->setPlace(Place::ofMachine(MachineId(QStringLiteral("M-1"))));
    QTRY_VERIFY(m_page->findChild<MachineView *>()->isVisible());
}

void TestMachinesPage::aPartOfAChartIsWantedEverywhere()
{
    fill();
    showPage(Place::ofMachine(MachineId(QStringLiteral("M-1"))));
    std::vector<TimeWindow> chosen;
    connect(m_page.get(), &Page::windowChosen, this,
            [&chosen](TimeWindow window) { chosen.push_back(window); });
    auto *canvas = m_page->findChild<StateChart *>()->findChild<ChartCanvas *>();
    QTRY_VERIFY(canvas->isVisible());
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_Right);
    for (int i = 0; i < 9; ++i)
        QTest::keyClick(canvas, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(canvas, Qt::Key_Return);
    QTest::keyClick(canvas, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(chosen.size(), 1U);
    QVERIFY(chosen[0].start == m_now - 1h);
    QVERIFY(chosen[0].length() > 9min && chosen[0].length() <= 10min);
}

void TestMachinesPage::anotherMachineLeavesNothingBehind()
{
    fill();
    showPage(Place::ofMachine(MachineId(QStringLiteral("M-1"))));
    const QAbstractItemModel *rejections = table(QStringLiteral("Rejected events"))->model();
    QTRY_COMPARE(rejections->rowCount(), 1);
    m_page->setPlace(Place::ofMachine(MachineId(QStringLiteral("M-3"))));
    QCOMPARE(rejections->rowCount(), 0);
    QVERIFY(!m_page->findChild<MachineView *>()->isVisible()); // it is of the machine before
    QTRY_VERIFY(m_page->findChild<MachineView *>()->isVisible());
    QCOMPARE(table(QStringLiteral("Newest events"))->model()->rowCount(), 1);
    QTRY_COMPARE(figure(3), QStringLiteral("Events: 1. 0 of them corrected"));
    QCOMPARE(rejections->rowCount(), 0);
    // Its only event has no known defects.
    m_page->setPlace(Place::ofMachine(MachineId(QStringLiteral("M-2"))));
    QTRY_VERIFY(figure(2).contains(QStringLiteral("unknown of 1 events, 100.0\u00a0%")));
    QTRY_COMPARE(rejections->rowCount(), 1);
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
    QTest::qWait(50);
    m_queries.reset(); // waits for what is being read
    QCOMPARE(opened, 0);
}

LINEWATCH_WIDGET_TEST(TestMachinesPage)
#include "tst_machinespage.moc"
