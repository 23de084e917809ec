// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/calculation.h"
#include "ui/charts/chartcanvas.h"
#include "ui/charts/statechart.h"
#include "ui/models/machineeventsmodel.h"
#include "ui/models/machinerejectionsmodel.h"
#include "ui/pages/machineheader.h"
#include "ui/pages/machinespagetest.h"
#include "ui/pages/machineview.h"
#include "ui/widgets/explainpopup.h"
#include "ui/widgets/keyfigurecard.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/placelink.h"
#include "ui/widgets/statebadge.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

/** One machine on the Machines page: its figures, charts, events and rejections. */
class TestMachineDetails : public MachinesPageTest
{
    Q_OBJECT

private slots:
    void aMachineIsShown();
    void itsFiguresExplainThemselves();
    void whatIsPutInIsTold();
    void linksLeadOn();
    void eventsLeadToTheirDetails();
    void rejectionsAreInWords();
    void anUnknownMachineSaysSo();
    void aPartOfAChartIsWantedEverywhere();
    void anotherMachineLeavesNothingBehind();

private:
    QString figure(int index) const
    {
        return m_page->findChild<MachineView *>()
            ->findChildren<KeyFigureCard *>()
            .at(index)
            ->accessibleDescription();
    }
};

void TestMachineDetails::aMachineIsShown()
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

void TestMachineDetails::itsFiguresExplainThemselves()
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
    auto *state = m_page->findChild<StateBadge *>();
    QVERIFY(state->focusPolicy() & Qt::TabFocus);
    QTest::keyClick(state, Qt::Key_Return);
    QVERIFY(popup->isVisible());
    QCOMPARE(popup->accessibleName(), QStringLiteral("State of M-1"));
    QVERIFY(popup->accessibleDescription().contains(state->accessibleName()));
    popup->close();
    QTest::mouseClick(state, Qt::LeftButton);
    QVERIFY(popup->isVisible());
    popup->close();
}

void TestMachineDetails::whatIsPutInIsTold()
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

void TestMachineDetails::linksLeadOn()
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

void TestMachineDetails::eventsLeadToTheirDetails()
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

void TestMachineDetails::rejectionsAreInWords()
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

void TestMachineDetails::anUnknownMachineSaysSo()
{
    fill();
    showPage(Place::ofMachine(MachineId(QStringLiteral("m-1"))));
    QTRY_VERIFY(says(QStringLiteral("There is no machine m-1")));
    QVERIFY(says(QStringLiteral("Choose Machines on the left")));
    QVERIFY(!m_page->findChild<MachineView *>()->isVisible());
    m_page->setPlace(Place::ofMachine(MachineId(QStringLiteral("M-1"))));
    QTRY_VERIFY(m_page->findChild<MachineView *>()->isVisible());
}

void TestMachineDetails::aPartOfAChartIsWantedEverywhere()
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

void TestMachineDetails::anotherMachineLeavesNothingBehind()
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
    QTRY_VERIFY(figure(2).contains(QStringLiteral("unknown for 1 events, 100.0\u00a0%")));
    QTRY_COMPARE(rejections->rowCount(), 1);
}

LINEWATCH_WIDGET_TEST(TestMachineDetails)
#include "tst_machinedetails.moc"
