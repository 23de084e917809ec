// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/dialogs/entrydialogtest.h"
#include "ui/madeplant.h"
#include "ui/models/typedvalues.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace linewatch;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/** The dialog that edits machines, by keys and the mouse, over a real store. */
class EntryFieldsTest : public EntryDialogTest
{
    Q_OBJECT

private slots:
    void everyFieldOfAMachineIsKeptAndSurvivesARestart();
    void whatIsWrongIsSaidBesideItsField_data();
    void whatIsWrongIsSaidBesideItsField();
    void nothingThatIsTypedIsLostUnasked();
    void theWindowAsksBeforeItCloses();
    void anEditIsUndone();
    void ofManyOnlyWhatIsTypedChanges();
    void ofManyAFieldIsClearedByItsButton();
    void fieldsGoBackToTheStandard();
    void newOnesAreConfirmedByTheWay();
};

void EntryFieldsTest::everyFieldOfAMachineIsKeptAndSurvivesARestart()
{
    enter({madeEntry(u"M-1"_s)});
    m_plant->edit({u"M-1"_s});
    QVERIFY(!ok()->isEnabled());
    QCOMPARE(reason(), u"Nothing would change."_s);
    m_plant->type("name", u"Press 12"_s);
    m_plant->type("factory", u"Halle"_s);
    m_plant->type("idealCycle", u"4.2"_s);
    m_plant->type("unitsPerCycle", u"4"_s);
    m_plant->type("silenceLimit", u"90 s"_s);
    m_plant->type("threshold", u"3.25"_s);
    m_plant->type("retiredSince", typedMoment(madeNow(), madeFormats()));
    m_plant->type("notes", u"by the door"_s);
    QCOMPARE(faults(), QStringList());
    QVERIFY2(ok()->text().startsWith(u"Change 1 machine"_s), qPrintable(ok()->text()));
    m_plant->accept();
    RegisteredMachine wanted = madeEntry(u"M-1"_s, "Press 12");
    wanted.factoryId = FactoryId(u"Halle"_s);
    wanted.idealCycle = 4'200ms;
    wanted.unitsPerCycle = 4;
    wanted.silenceLimit = 90s;
    wanted.threshold = Decimal{325, 2};
    wanted.retiredSince = std::chrono::floor<std::chrono::minutes>(madeNow());
    wanted.notes = "by the door";
    QVERIFY(m_plant->machine(u"M-1"_s) == wanted);

    m_plant->restart();
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(u"M-1"_s, u"Name"_s), u"Press 12"_s, longest);
    QVERIFY(m_plant->machine(u"M-1"_s) == wanted);
    m_plant->edit({u"M-1"_s});
    QCOMPARE(of<QLineEdit>("idealCycle")->text(), u"4.2 s"_s);
    QCOMPARE(of<QLineEdit>("silenceLimit")->text(), u"90 s"_s);
    QCOMPARE(of<QLineEdit>("threshold")->text(), u"3.25"_s);
    QCOMPARE(of<QPlainTextEdit>("notes")->toPlainText(), u"by the door"_s);
    QCOMPARE(reason(), u"Nothing would change."_s);
}

void EntryFieldsTest::whatIsWrongIsSaidBesideItsField_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("bad");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("good");
    QTest::newRow("name") << QByteArray("name") << QString(129, u'x') << u"128"_s << QString(128, u'x');
    QTest::newRow("line") << QByteArray("line") << QString(65, u'x') << u"line's id"_s << u"L"_s;
    QTest::newRow("factory") << QByteArray("factory") << QString(65, u'x') << u"factory's id"_s << u"F"_s;
    QTest::newRow("cycle") << QByteArray("idealCycle") << u"7 h"_s << u"21600000"_s << u"6 h"_s;
    QTest::newRow("no cycle") << QByteArray("idealCycle") << u"fast"_s << u"unit"_s << u"1 ms"_s;
    QTest::newRow("units") << QByteArray("unitsPerCycle") << u"0"_s << u"1 to"_s << u"1"_s;
    QTest::newRow("half units") << QByteArray("unitsPerCycle") << u"1.5"_s << u"whole"_s << u"2"_s;
    QTest::newRow("silence") << QByteArray("silenceLimit") << u"31 d"_s << u"2592000"_s << u"30 d"_s;
    QTest::newRow("threshold") << QByteArray("threshold") << u"0"_s << u"0.01"_s << u"0.01"_s;
    QTest::newRow("places") << QByteArray("threshold") << u"1.005"_s << u"two places"_s << u"1"_s;
    QTest::newRow("date") << QByteArray("retiredSince") << u"last week"_s << u"date"_s
                          << typedMoment(madeNow(), madeFormats());
}

void EntryFieldsTest::whatIsWrongIsSaidBesideItsField()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QString, bad);
    QFETCH(const QString, words);
    QFETCH(const QString, good);
    enter({madeEntry(u"M-1"_s)});
    const Registry before = m_plant->registry();
    m_plant->edit({u"M-1"_s});
    m_plant->type(field.constData(), bad);
    QCOMPARE(faults().size(), 1);
    QVERIFY2(faults().first().contains(words), qPrintable(faults().first()));
    QVERIFY(!ok()->isEnabled());
    QVERIFY(!reason().isEmpty());
    QTest::keyClick(m_plant->dialog(), Qt::Key_Return);
    QVERIFY(m_plant->registry() == before);
    m_plant->type(field.constData(), good);
    QCOMPARE(faults(), QStringList());
    m_plant->accept();
    QVERIFY(!(m_plant->registry() == before));
}

void EntryFieldsTest::nothingThatIsTypedIsLostUnasked()
{
    enter({madeEntry(u"M-1"_s, "old")});
    QTest::keyClick(m_plant->edit({u"M-1"_s}), Qt::Key_Escape);
    QTRY_VERIFY(!m_plant->dialog()); // nothing was typed
    m_plant->edit({u"M-1"_s});
    m_plant->type("name", u"new"_s);
    QTest::keyClick(m_plant->dialog(), Qt::Key_Escape);
    QVERIFY(m_plant->dialog()->findChild<QMessageBox *>());
    answer(u"Back to it"_s);
    QTRY_VERIFY(!m_plant->dialog()->findChild<QMessageBox *>());
    QCOMPARE(of<QLineEdit>("name")->text(), u"new"_s);
    // Another cannot push it aside.
    m_plant->select({u"M-1"_s});
    QTest::keyClick(m_plant->table(), Qt::Key_Return);
    QCOMPARE(m_plant->window().findChildren<EntryDialog *>().size(), 1);
    QCOMPARE(of<QLineEdit>("name")->text(), u"new"_s);
    m_plant->dialog()->close();
    answer(u"Discard"_s);
    QTRY_VERIFY(!m_plant->dialog());
    QCOMPARE(m_plant->machine(u"M-1"_s).name, std::string("old"));
}

void EntryFieldsTest::theWindowAsksBeforeItCloses()
{
    enter({madeEntry(u"M-1"_s)});
    m_plant->edit({u"M-1"_s});
    m_plant->type("name", u"new"_s);
    m_plant->window().close();
    QVERIFY(m_plant->window().isVisible());
    answer(u"Back to it"_s);
    QTRY_VERIFY(!m_plant->dialog()->findChild<QMessageBox *>());
    m_plant->window().close();
    answer(u"Discard"_s);
    QTRY_VERIFY(!m_plant->window().isVisible());
}

void EntryFieldsTest::anEditIsUndone()
{
    const RegisteredMachine before = madeEntry(u"M-1"_s, "old", u"L-1"_s);
    enter({before});
    m_plant->edit({u"M-1"_s});
    m_plant->type("name", u"new"_s);
    m_plant->type("line", u"L-2"_s);
    m_plant->accept();
    QVERIFY(!(m_plant->machine(u"M-1"_s) == before));
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->seen<QPushButton>(u"undoChange"_s)->text(), u"&Undo: edit of M-1"_s,
                              longest);
    m_plant->restart(); // changes can be undone by a later start, too
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(u"M-1"_s, u"Name"_s), u"new"_s, longest);
    QTRY_VERIFY_WITH_TIMEOUT(m_plant->seen<QPushButton>(u"undoChange"_s)->isEnabled(), longest);
    m_plant->click("undoChange");
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(u"M-1"_s, u"Name"_s), u"old"_s, longest);
    QVERIFY(m_plant->machine(u"M-1"_s) == before);
}

void EntryFieldsTest::ofManyOnlyWhatIsTypedChanges()
{
    RegisteredMachine first = madeEntry(u"M-1"_s, "one", u"L-1"_s);
    first.silenceLimit = 60s;
    RegisteredMachine second = madeEntry(u"M-2"_s, "two", u"L-1"_s);
    second.silenceLimit = 120s;
    const RegisteredMachine third = madeEntry(u"M-3"_s, "three");
    enter({first, second, third});
    m_plant->edit({u"M-1"_s, u"M-2"_s});
    QVERIFY(m_plant->dialog()->windowTitle().startsWith(u"Edit 2 machine"_s));
    QVERIFY(of<QLineEdit>("name")->text().isEmpty());
    QVERIFY(of<QLineEdit>("name")->placeholderText().contains(u"different"_s));
    QVERIFY(!of<QLineEdit>("threshold")->placeholderText().contains(u"different"_s));
    QCOMPARE(of<QComboBox>("line")->currentText(), u"L-1"_s);
    m_plant->type("threshold", u"7"_s);
    m_plant->type("silenceLimit", u"x"_s);
    QCOMPARE(faults().size(), 1);
    m_plant->type("silenceLimit", {}); // typed and taken back: each keeps its own
    QCOMPARE(faults(), QStringList());
    QVERIFY2(ok()->text().startsWith(u"Change 2 machine"_s), qPrintable(ok()->text()));
    m_plant->accept();
    first.threshold = second.threshold = Decimal{700, 2};
    QVERIFY(m_plant->machine(u"M-1"_s) == first);
    QVERIFY(m_plant->machine(u"M-2"_s) == second);
    QVERIFY(m_plant->machine(u"M-3"_s) == third);
}

void EntryFieldsTest::ofManyAFieldIsClearedByItsButton()
{
    RegisteredMachine first = madeEntry(u"M-1"_s, "one");
    RegisteredMachine second = madeEntry(u"M-2"_s, "two");
    second.silenceLimit = 120s;
    enter({first, second});
    m_plant->edit({u"M-1"_s, u"M-2"_s});
    const auto press = [this](const char *name) { QTest::mouseClick(of<QPushButton>(name), Qt::LeftButton); };
    press("nameClear");
    QVERIFY2(ok()->text().startsWith(u"Change 2 machine"_s), qPrintable(ok()->text()));
    press("nameClear"); // a second time takes it back
    QCOMPARE(reason(), u"Nothing would change."_s);
    press("silenceLimitClear");
    QCOMPARE(of<QLineEdit>("silenceLimit")->placeholderText(), u"standard: 5 min"_s);
    QVERIFY2(ok()->text().startsWith(u"Change 1 machine"_s), qPrintable(ok()->text()));
    m_plant->accept();
    second.silenceLimit.reset();
    QVERIFY(m_plant->machine(u"M-1"_s) == first);
    QVERIFY(m_plant->machine(u"M-2"_s) == second);
}

void EntryFieldsTest::fieldsGoBackToTheStandard()
{
    RegisteredMachine machine = madeEntry(u"M-1"_s, "one");
    machine.silenceLimit = 60s;
    machine.threshold = Decimal{500, 2};
    machine.retiredSince = madeNow();
    enter({machine});
    m_plant->edit({u"M-1"_s});
    m_plant->type("silenceLimit", {});
    QCOMPARE(of<QLineEdit>("silenceLimit")->placeholderText(), u"standard: 5 min"_s);
    QTest::mouseClick(of<QPushButton>("thresholdClear"), Qt::LeftButton);
    QCOMPARE(of<QLineEdit>("threshold")->placeholderText(), u"standard: 2.0"_s);
    QTest::mouseClick(of<QPushButton>("retiredSinceClear"), Qt::LeftButton);
    m_plant->accept();
    QVERIFY(m_plant->machine(u"M-1"_s) == madeEntry(u"M-1"_s, "one"));
}

void EntryFieldsTest::newOnesAreConfirmedByTheWay()
{
    m_plant->post({u"M-1"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->ids(), u"M-1"_s, longest);
    m_plant->edit({u"M-1"_s});
    QVERIFY(ok()->isEnabled());
    QTest::mouseClick(of<QCheckBox>("confirmNew"), Qt::LeftButton, {},
                      {8, of<QCheckBox>("confirmNew")->height() / 2});
    QCOMPARE(reason(), u"Nothing would change."_s);
    m_plant->type("name", u"a"_s);
    m_plant->accept();
    QVERIFY(!m_plant->machine(u"M-1"_s).confirmed);
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(u"M-1"_s, u"Name"_s), u"a"_s, longest);
    m_plant->edit({u"M-1"_s});
    m_plant->accept();
    QVERIFY(m_plant->machine(u"M-1"_s).confirmed);
}

LINEWATCH_WIDGET_TEST(EntryFieldsTest)
#include "tst_entrydialog.moc"
