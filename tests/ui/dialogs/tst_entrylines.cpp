// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/dialogs/entrydialogtest.h"
#include "ui/madeplant.h"
#include "ui/models/typedvalues.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>

using namespace linewatch;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/** The line of machines in their dialog, lines themselves, and what others change meanwhile. */
class EntryLinesTest : public EntryDialogTest
{
    Q_OBJECT

private slots:
    void aLineCountsFromNowUnlessSomethingElseIsChosen();
    void aLineOfThePastSaysWhatItRewrites();
    void anEarlierLineIsRemoved();
    void aMachineIsPutOnItsOwnLine();
    void whatOthersChangeMeanwhileIsSaidAndWhatWasTypedStays();
    void aRefusedEditIsMadeAgainOnTheNewerRegistry();
    void anotherStoreGetsNothingOfIt();
    void linesAreEditedTheSameWay();
};

void EntryLinesTest::aLineCountsFromNowUnlessSomethingElseIsChosen()
{
    enter({madeEntry(u"M-1"_s, {}, u"L-1"_s)});
    m_plant->edit({u"M-1"_s});
    m_plant->type("line", u"L-new"_s);
    QVERIFY2(consequence().contains(u"stay as they are"_s), qPrintable(consequence()));
    const Instant before = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    m_plant->accept();
    const LineAssignments lines = m_plant->machine(u"M-1"_s).assignments;
    QCOMPARE(lines.size(), 2U);
    QVERIFY(lines[0] == (LineAssignment{std::nullopt, LineId(u"L-1"_s)}));
    QVERIFY(lines[1].line == LineId(u"L-new"_s) && lines[1].from && *lines[1].from >= before);
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(u"M-1"_s, u"Line"_s), u"L-new"_s, longest);
    m_plant->showPart(Place::Part::Lines);
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->ids(), u"L-1 L-new"_s, longest);
}

void EntryLinesTest::aLineOfThePastSaysWhatItRewrites()
{
    enter({madeEntry(u"M-1"_s, {}, u"L-1"_s), madeEntry(u"M-2"_s)});
    m_plant->edit({u"M-1"_s, u"M-2"_s});
    m_plant->type("line", u"L-2"_s);
    auto *since = of<QComboBox>("lineSince");
    QTest::keyClick(since, Qt::Key_Down);
    auto *time = of<QDateTimeEdit>("lineTime");
    QVERIFY(time->isVisible());
    time->setDateTime(QDateTime({2026, 1, 10}, {6, 0}, Qt::UTC));
    QVERIFY2(consequence().contains(u"rewrites the figures since 10 Jan 2026 06:00 CET"_s),
             qPrintable(consequence()));
    time->setDateTime(QDateTime({2126, 1, 10}, {6, 0}, Qt::UTC));
    QVERIFY2(!consequence().contains(u"rewrites"_s), qPrintable(consequence()));
    time->setDateTime(QDateTime({2026, 1, 10}, {6, 0}, Qt::UTC));
    m_plant->accept();
    const LineAssignment moved{Instant{std::chrono::sys_days{std::chrono::January / 10 / 2026} + 5h},
                               LineId(u"L-2"_s)};
    QVERIFY(m_plant->machine(u"M-1"_s).assignments
            == (LineAssignments{{std::nullopt, LineId(u"L-1"_s)}, moved}));
    QVERIFY(m_plant->machine(u"M-2"_s).assignments == LineAssignments{moved});

    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(u"M-2"_s, u"Line"_s), u"L-2"_s, longest);
    m_plant->edit({u"M-1"_s, u"M-2"_s});
    since = of<QComboBox>("lineSince");
    QTest::keyClick(since, Qt::Key_End);
    QVERIFY2(consequence().contains(u"all the past"_s), qPrintable(consequence()));
    m_plant->accept();
    for (const QString &id : {u"M-1"_s, u"M-2"_s}) {
        QVERIFY(m_plant->machine(id).assignments == (LineAssignments{{std::nullopt, LineId(u"L-2"_s)}}));
    }
}

void EntryLinesTest::anEarlierLineIsRemoved()
{
    RegisteredMachine machine = madeEntry(u"M-1"_s, {}, u"L-1"_s);
    machine.assignments.push_back({madeNow(), LineId(u"L-2"_s)});
    enter({machine});
    m_plant->edit({u"M-1"_s});
    auto *lines = of<QListWidget>("linesSoFar");
    QCOMPARE(lines->count(), 2);
    QCOMPARE(lines->item(0)->text(), u"L-1 always"_s);
    QVERIFY(!of<QPushButton>("removeLine")->isEnabled());
    lines->setFocus();
    QTest::keyClick(lines, Qt::Key_End);
    QTest::mouseClick(of<QPushButton>("removeLine"), Qt::LeftButton);
    QCOMPARE(lines->count(), 1);
    QVERIFY2(consequence().contains(u"past change"_s), qPrintable(consequence()));
    m_plant->accept();
    QVERIFY(m_plant->machine(u"M-1"_s) == madeEntry(u"M-1"_s, {}, u"L-1"_s));
}

void EntryLinesTest::aMachineIsPutOnItsOwnLine()
{
    enter({madeEntry(u"M-1"_s, {}, u"L-1"_s)});
    m_plant->edit({u"M-1"_s});
    QTest::mouseClick(of<QPushButton>("lineClear"), Qt::LeftButton);
    QTest::keyClick(of<QComboBox>("lineSince"), Qt::Key_End); // always
    m_plant->accept();
    QVERIFY(m_plant->machine(u"M-1"_s) == madeEntry(u"M-1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(u"M-1"_s, u"Line"_s), u"its own"_s, longest);
}

void EntryLinesTest::whatOthersChangeMeanwhileIsSaidAndWhatWasTypedStays()
{
    enter({madeEntry(u"M-1"_s, "old"), madeEntry(u"M-2"_s)});
    m_plant->edit({u"M-1"_s});
    m_plant->type("name", u"typed"_s);
    m_plant->enter({madeEntry(u"M-2"_s, "elsewhere")});
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(u"M-2"_s, u"Name"_s), u"elsewhere"_s, longest);
    QCOMPARE(notice(), QString()); // of another machine
    RegisteredMachine changed = madeEntry(u"M-1"_s, "theirs");
    changed.notes = "theirs";
    m_plant->enter({changed});
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(u"meanwhile"_s), longest);
    QCOMPARE(of<QLineEdit>("name")->text(), u"typed"_s);
    QCOMPARE(of<QPlainTextEdit>("notes")->toPlainText(), u"theirs"_s);
    m_plant->accept();
    changed.name = "typed";
    QVERIFY(m_plant->machine(u"M-1"_s) == changed);
    QCOMPARE(m_plant->machine(u"M-2"_s).name, std::string("elsewhere"));
}

void EntryLinesTest::aRefusedEditIsMadeAgainOnTheNewerRegistry()
{
    enter({madeEntry(u"M-1"_s, "old")});
    m_plant->edit({u"M-1"_s});
    m_plant->type("name", u"typed"_s);
    // In the moment before OK: it is carried out first, and the window has not heard of it.
    RegisteredMachine theirs = madeEntry(u"M-1"_s, "old");
    theirs.notes = "theirs";
    QObject context;
    m_plant->monitor().registry()->apply({m_plant->registry().revision, u"theirs"_s, {theirs}}, &context,
                                         [](const Result<std::int64_t> &) {});
    m_plant->pressOk();
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(u"meanwhile"_s) && ok()->isEnabled(), longest);
    QCOMPARE(of<QLineEdit>("name")->text(), u"typed"_s);
    QVERIFY(m_plant->machine(u"M-1"_s) == theirs);
    QTRY_COMPARE_WITH_TIMEOUT(of<QPlainTextEdit>("notes")->toPlainText(), u"theirs"_s, longest);
    m_plant->accept();
    theirs.name = "typed";
    QVERIFY(m_plant->machine(u"M-1"_s) == theirs);
}

void EntryLinesTest::anotherStoreGetsNothingOfIt()
{
    enter({madeEntry(u"M-1"_s, "old")});
    m_plant->edit({u"M-1"_s});
    m_plant->type("name", u"typed"_s);
    QVERIFY(ok()->isEnabled());
    const Monitor &monitor = m_plant->monitor();
    m_plant->window().setStore(monitor.queries(), monitor.rules(), monitor.registry());
    QVERIFY(!ok()->isEnabled());
    QVERIFY2(reason().contains(u"not open any more"_s), qPrintable(reason()));
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->ids(), u"M-1"_s, longest);
    QVERIFY(!ok()->isEnabled());
    QCOMPARE(of<QLineEdit>("name")->text(), u"typed"_s);
    QCOMPARE(m_plant->machine(u"M-1"_s).name, std::string("old"));
}

void EntryLinesTest::linesAreEditedTheSameWay()
{
    const RegisteredLine first{LineId(u"L-1"_s), "one", {}, "", true};
    const RegisteredLine second{LineId(u"L-2"_s), "two", {}, "", true};
    m_plant->enter({}, {first, second});
    m_plant->showPart(Place::Part::Lines);
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->ids(), u"L-1 L-2"_s, longest);
    m_plant->edit({u"L-1"_s, u"L-2"_s});
    m_plant->type("factory", QString(65, u'x'));
    QCOMPARE(faults().size(), 1);
    QVERIFY(!ok()->isEnabled());
    m_plant->type("factory", u"Halle"_s);
    QVERIFY2(ok()->text().startsWith(u"Change 2 line"_s), qPrintable(ok()->text()));
    m_plant->accept();
    for (RegisteredLine line : {first, second}) {
        line.factoryId = FactoryId(u"Halle"_s);
        QVERIFY(m_plant->registry().lines.at(line.lineId) == line);
    }
    m_plant->restart();
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(u"L-1"_s, u"Factory"_s), u"Halle"_s, longest);
    QTRY_VERIFY_WITH_TIMEOUT(m_plant->seen<QPushButton>(u"undoChange"_s)->isEnabled(), longest);
    m_plant->click("undoChange");
    QTRY_VERIFY_WITH_TIMEOUT(m_plant->registry().lines.at(first.lineId) == first, longest);
}

LINEWATCH_WIDGET_TEST(EntryLinesTest)
#include "tst_entrylines.moc"
