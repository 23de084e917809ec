// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/pages/eventspagetest.h"

#include "ui/madeplant.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QCompleter>
#include <QSignalSpy>
#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;
using namespace std::chrono_literals;

/** The list of events. */
class TestEventsPage : public EventsPageTest
{
    Q_OBJECT

private slots:
    void typingAMachineLeavesItsEvents();
    void bothFiltersAreCleared();
    void thePlaceFillsTheFilters();
    void namesAreOfferedWhileOneTypes();
    void theArrowKeysOpenDetailsWithCorrections();
    void detailsLeadToTheMachineAndTheLine();
    void aLinkOpensAnEventOfAnotherTime();
    void anUnknownEventIsSaid();
    void newerEventsAreShownWhenAsked();
    void aRunningWindowKeepsItsList();
    void selectedRowsAreCopied();
    void onlyEventsWithDefectsAreListed();
    void newerEventsWithDefectsAreCounted();
    void emptyWindowsSayWhatToDo();
    void whatWasRemovedIsSaid();
    void whereNoStoreIsItIsSaid();
    void everythingHasANameAndIsReachedByKeyboard();
};

void TestEventsPage::typingAMachineLeavesItsEvents()
{
    QSignalSpy places(m_page.get(), &Page::placeChosen);
    machine()->setFocus();
    QTest::keyClicks(machine(), QStringLiteral("M-1"));
    QTest::keyClick(machine(), Qt::Key_Return);
    QTRY_COMPARE(events()->model()->rowCount(), 30);
    QTRY_COMPARE(cell(events(), 0, EventsTableModel::Event), QStringLiteral("E-90"));
    QCOMPARE(cell(events(), 1, EventsTableModel::Event), QStringLiteral("E-87"));
    QVERIFY(machine()->hasFocus());
    QCOMPARE(places.count(), 1);
    QCOMPARE(m_page->place(), Place::eventsOfMachine(MachineId(std::string("M-1"))));
    QVERIFY(says(QStringLiteral("30 event")));
}

void TestEventsPage::bothFiltersAreCleared()
{
    QTest::keyClicks(machine(), QStringLiteral("M-1"));
    QTest::keyClick(machine(), Qt::Key_Return);
    QTest::keyClicks(line(), QStringLiteral("Weld"));
    QTest::keyClick(line(), Qt::Key_Return);
    QTRY_VERIFY(says(QStringLiteral("No events in this window")));
    QVERIFY(says(QStringLiteral("Clear the filter")));
    button(QStringLiteral("Clear the filter"))->click();
    QTRY_COMPARE(events()->model()->rowCount(), 90);
    QVERIFY(events()->isVisible());
    QVERIFY(machine()->text().isEmpty() && line()->text().isEmpty());
    QVERIFY(!button(QStringLiteral("Clear the filter")));
    QCOMPARE(m_page->place(), Place::events());
}

void TestEventsPage::thePlaceFillsTheFilters()
{
    m_page->setPlace(Place::eventsOfLine(LineId(std::string("Press & 2"))));
    QCOMPARE(line()->text(), QStringLiteral("Press & 2"));
    QTRY_COMPARE(events()->model()->rowCount(), 30);
    m_page->setPlace(Place::events());
    QVERIFY(line()->text().isEmpty());
    QTRY_COMPARE(events()->model()->rowCount(), 90);
}

void TestEventsPage::namesAreOfferedWhileOneTypes()
{
    QTRY_COMPARE(machine()->completer()->model()->rowCount(), 2);
    QCOMPARE(line()->completer()->model()->index(0, 0).data().toString(), QStringLiteral("Press & 2"));
}

void TestEventsPage::theArrowKeysOpenDetailsWithCorrections()
{
    const QAbstractItemModelTester tester(changes(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    events()->setFocus();
    QTRY_VERIFY(!cell(events(), 0, EventsTableModel::Machine).isEmpty());
    QTest::keyClick(events(), Qt::Key_Home);
    QTRY_COMPARE(changes()->columnCount(), 3);
    QCOMPARE(cell(events(), 0, EventsTableModel::Version), QStringLiteral("3 (corrected)"));
    const auto text = [this](int field, int column) {
        return changes()->index(field, column).data().toString();
    };
    QCOMPARE(text(EventChanges::Defects, 0), QStringLiteral("\u2022 unknown"));
    QCOMPARE(text(EventChanges::Defects, 1), QStringLiteral("\u2022 5"));
    QCOMPARE(text(EventChanges::Defects, 2), QStringLiteral("0"));
    QCOMPARE(text(EventChanges::Duration, 0), QStringLiteral("\u2022 9.000 s"));
    QCOMPARE(text(EventChanges::Duration, 1), QStringLiteral("4.000 s"));
    QVERIFY(!changes()->isChanged(EventChanges::Machine, 0));
    QVERIFY(changes()->isChanged(EventChanges::Defects, 1));
    QCOMPARE(text(EventChanges::Replaced, 1), QStringLiteral("15 Jan 2026 17:00:00.000"));
    QVERIFY(says(QStringLiteral("Corrected 2 time")));
    QTest::keyClick(events(), Qt::Key_Down);
    QTRY_VERIFY(says(QStringLiteral("Never corrected")));
    QVERIFY(says(QStringLiteral("E-89")));
    QCOMPARE(changes()->columnCount(), 1);
    button(QStringLiteral("Close"))->click();
    QVERIFY(says(QStringLiteral("No event is chosen")));
    QVERIFY(events()->hasFocus());
}

void TestEventsPage::detailsLeadToTheMachineAndTheLine()
{
    QList<Place> places;
    connect(m_page.get(), &Page::placeChosen, this, [&places](const Place &place) { places << place; });
    events()->setFocus();
    QTest::keyClick(events(), Qt::Key_Home);
    QTRY_VERIFY(button(QStringLiteral("Machine M-1")));
    QTest::keyClick(button(QStringLiteral("Machine M-1")), Qt::Key_Space);
    QTest::keyClick(button(QStringLiteral("Line Press && 2")), Qt::Key_Space);
    QCOMPARE(places.size(), 2);
    QCOMPARE(places[0], Place::ofMachine(MachineId(std::string("M-1"))));
    QCOMPARE(places[1], Place::ofLine(LineId(std::string("Press & 2"))));
}

void TestEventsPage::aLinkOpensAnEventOfAnotherTime()
{
    m_page->setShownTime({{window().start - 24h, window().start - 23h}, false});
    QTRY_VERIFY(says(QStringLiteral("No events in this window")));
    m_page->setPlace(Place::ofEvent(EventId(std::string("E-90"))));
    QTRY_COMPARE(changes()->columnCount(), 3);
    QVERIFY(events()->isVisible());
    QCOMPARE(events()->model()->rowCount(), 0);
    QTest::keyClick(button(QStringLiteral("Close")), Qt::Key_Space);
    QTRY_VERIFY(says(QStringLiteral("No events in this window")));
    QVERIFY(m_page->place().event.isEmpty());
}

void TestEventsPage::anUnknownEventIsSaid()
{
    m_page->setPlace(Place::ofEvent(EventId(std::string("e-90"))));
    QTRY_VERIFY(says(QStringLiteral("There is no event e-90")));
    QVERIFY(says(QStringLiteral("look under Rejected")));
    QCOMPARE(events()->model()->rowCount(), 90);
}

void TestEventsPage::newerEventsAreShownWhenAsked()
{
    const QSignalSpy resets(events()->model(), &QAbstractItemModel::modelReset);
    m_page->setShownTime({window(), true});
    QTRY_COMPARE(resets.count(), 1);
    QTRY_COMPARE(cell(events(), 0, EventsTableModel::Event), QStringLiteral("E-90"));
    QVERIFY(!button(QStringLiteral("2 newer: show them")));
    m_store->insert("new-1", payloadOf("M-7", window().start + 200min), window().end + 3h);
    m_store->insert("new-2", payloadOf("M-7", window().start + 201min), window().end + 4h);
    QTRY_VERIFY(button(QStringLiteral("2 newer: show them")));
    QCOMPARE(events()->model()->rowCount(), 90);
    QCOMPARE(cell(events(), 0, EventsTableModel::Event), QStringLiteral("E-90"));
    QTest::keyClick(button(QStringLiteral("2 newer: show them")), Qt::Key_Space);
    QTRY_COMPARE(events()->model()->rowCount(), 92);
    QTRY_COMPARE(cell(events(), 0, EventsTableModel::Event), QStringLiteral("new-2"));
    QVERIFY(!button(QStringLiteral("2 newer: show them")));
}

void TestEventsPage::aRunningWindowKeepsItsList()
{
    const QSignalSpy resets(events()->model(), &QAbstractItemModel::modelReset);
    m_page->setShownTime({window(), true});
    QTRY_COMPARE(resets.count(), 1);
    m_page->setShownTime({{window().start + 5min, window().end + 5min}, true});
    m_store->insert("new-1", payloadOf("M-7", window().end + 1min), window().end + 3h);
    QTRY_VERIFY(button(QStringLiteral("1 newer: show them")));
    QCOMPARE(resets.count(), 1);
    m_page->setShownTime({{window().start + 5min, window().start + 65min}, true});
    QTRY_COMPARE(events()->model()->rowCount(), 60);
    QCOMPARE(resets.count(), 2);
}

void TestEventsPage::selectedRowsAreCopied()
{
    events()->setFocus();
    QTRY_COMPARE(cell(events(), 0, EventsTableModel::Event), QStringLiteral("E-90"));
    QTest::keyClick(events(), Qt::Key_Home);
    QTest::keyClick(events(), Qt::Key_Down, Qt::ShiftModifier);
    events()->setColumnHidden(EventsTableModel::Received, true);
    QTest::keyClick(events(), Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY(says(QStringLiteral("2 row")));
    QCOMPARE(
        QGuiApplication::clipboard()->text(),
        QStringLiteral("15 Jan 2026 08:30:00.000\tM-1\tPress & 2\t9.000 s\tunknown\t3 (corrected)\tE-90\n"
                       "15 Jan 2026 08:29:00.000\tM-2\tWeld\t4.000 s\t2\t1\tE-89\n"));
}

void TestEventsPage::onlyEventsWithDefectsAreListed()
{
    const QString defects = QStringLiteral("Defects shown");
    chooseFrom(defects, 1);
    QTRY_COMPARE(events()->model()->rowCount(), 60);
    QVERIFY(says(QStringLiteral("60 event(s) with defects")));
    QTRY_COMPARE(cell(events(), 0, EventsTableModel::Event), QStringLiteral("E-89"));
    for (int row = 0; row < 60; ++row)
        QVERIFY(cell(events(), row, EventsTableModel::Defects).toInt() > 0);
    QTest::keyClicks(line(), QStringLiteral("Press & 2"));
    QTest::keyClick(line(), Qt::Key_Return);
    QTRY_VERIFY(says(QStringLiteral("No events in this window")));
    chooseFrom(defects, 2);
    QTRY_COMPARE(events()->model()->rowCount(), 1);
    QTRY_COMPARE(cell(events(), 0, EventsTableModel::Event), QStringLiteral("E-90"));
    button(QStringLiteral("Clear the filter"))->click();
    QTRY_COMPARE(events()->model()->rowCount(), 90);
}

void TestEventsPage::newerEventsWithDefectsAreCounted()
{
    m_page->setShownTime({window(), true});
    chooseFrom(QStringLiteral("Defects shown"), 1);
    QTRY_COMPARE(events()->model()->rowCount(), 60);
    m_store->insert("new-1", payloadOf("M-7", window().start + 200min, 0), window().end + 3h);
    m_store->insert("new-2", payloadOf("M-7", window().start + 201min, 2), window().end + 4h);
    QTRY_VERIFY(button(QStringLiteral("1 newer: show them")));
    QTest::keyClick(button(QStringLiteral("1 newer: show them")), Qt::Key_Space);
    QTRY_COMPARE(events()->model()->rowCount(), 61);
}

void TestEventsPage::emptyWindowsSayWhatToDo()
{
    showRejected();
    QTRY_VERIFY(says(QStringLiteral("Nothing was rejected in this window")));
    QVERIFY(says(QStringLiteral("Choose a longer window")));
    m_page->setShownTime({{window().start - 24h, window().start - 23h}, false});
    auto *segment = named<QAbstractButton>(QStringLiteral("Events that were rejected"));
    segment->setFocus();
    QTest::keyClick(segment, Qt::Key_Left);
    QTRY_VERIFY(says(QStringLiteral("No events in this window")));
    QVERIFY(says(QStringLiteral("No machine reported anything from 14 Jan 2026")));
}

void TestEventsPage::whatWasRemovedIsSaid()
{
    m_store->removeBefore(window().start + 1h);
    m_page->setShownTime({{window().start, window().start + 2h}, false});
    QTRY_VERIFY(says(QStringLiteral("those before 15 Jan 08:00 were removed")));
    QCOMPARE(events()->model()->rowCount(), 31);
    m_page->setShownTime({{window().start, window().start + 30min}, false});
    QTRY_VERIFY(says(QStringLiteral("Events before 15 Jan 08:00 were removed")));
}

void TestEventsPage::whereNoStoreIsItIsSaid()
{
    m_page->setStore(nullptr, {});
    QTRY_VERIFY(says(QStringLiteral("The store could not be read")));
    m_page->setStore(m_queries.get(), {});
    QTRY_VERIFY(events()->isVisible());
    QTRY_COMPARE(cell(events(), 0, EventsTableModel::Event), QStringLiteral("E-90"));
}

void TestEventsPage::everythingHasANameAndIsReachedByKeyboard()
{
    events()->setFocus();
    QTest::keyClick(events(), Qt::Key_Home);
    QTRY_VERIFY(button(QStringLiteral("Machine M-1")));
    QSet<QWidget *> reached;
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached << QApplication::focusWidget();
    }
    QVERIFY(reached.contains(machine()) && reached.contains(line()) && reached.contains(events()));
    QVERIFY(reached.contains(button(QStringLiteral("Machine M-1"))));
    QVERIFY(reached.contains(button(QStringLiteral("Close"))));
    for (const QWidget *widget : reached) {
        const auto *labelled = qobject_cast<const QAbstractButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (labelled && !labelled->text().isEmpty()),
                 widget->metaObject()->className());
    }
}

LINEWATCH_WIDGET_TEST(TestEventsPage)
#include "tst_eventspage.moc"
