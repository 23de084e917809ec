// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/dialogs/entrydialog.h"
#include "ui/madeplant.h"
#include "ui/models/typedvalues.h"
#include "ui/registryplant.h"
#include "ui/widgets/longtable.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int longest = 20'000; // ms

RegisteredMachine known(const QString &id, const std::string &name = {}, const QString &line = {})
{
    RegisteredMachine machine;
    machine.machineId = MachineId(id);
    machine.name = name;
    machine.confirmed = true;
    if (!line.isEmpty())
        machine.assignments = {{std::nullopt, LineId(line)}};
    return machine;
}

} // namespace

/** The dialog that edits machines and lines, by keys and the mouse, over a real store. */
class EntryDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_plant = std::make_unique<RegistryPlant>();
        m_plant->showPart(Place::Part::Machines);
    }
    void cleanup() { m_plant.reset(); }

    void everyFieldOfAMachineIsKeptAndSurvivesARestart();
    void whatIsWrongIsSaidBesideItsField_data();
    void whatIsWrongIsSaidBesideItsField();
    void nothingThatIsTypedIsLostUnasked();
    void theWindowAsksBeforeItCloses();
    void anEditIsUndone();
    void ofManyOnlyWhatIsTypedChanges();
    void ofManyAFieldIsClearedByItsButton();
    void fieldsGoBackToTheStandard();
    void aLineCountsFromNowUnlessSomethingElseIsChosen();
    void aLineOfThePastSaysWhatItRewrites();
    void anEarlierLineIsRemoved();
    void aMachineIsPutOnItsOwnLine();
    void whatOthersChangeMeanwhileIsSaidAndWhatWasTypedStays();
    void aRefusedEditIsMadeAgainOnTheNewerRegistry();
    void newOnesAreConfirmedByTheWay();
    void linesAreEditedTheSameWay();

private:
    void enter(const std::vector<RegisteredMachine> &machines)
    {
        m_plant->enter(machines);
        QTRY_VERIFY_WITH_TIMEOUT(m_plant->table()
                                     && std::size_t(m_plant->table()->model()->rowCount()) == machines.size(),
                                 longest);
    }
    template <class Widget>
    Widget *of(const char *name) const
    {
        return m_plant->dialog()->findChild<Widget *>(QLatin1String(name));
    }
    QPushButton *ok() const { return of<QPushButton>("entryOk"); }
    QString reason() const { return of<QLabel>("entryReason")->text(); }
    QString consequence() const { return of<QLabel>("lineConsequence")->text(); }
    QString notice() const
    {
        const auto *label = of<QLabel>("entryNotice");
        return label->isVisible() ? label->text() : QString();
    }
    QStringList faults() const
    {
        QStringList faults;
        for (const QLabel *label : m_plant->dialog()->findChildren<QLabel *>()) {
            if (label->isVisibleTo(m_plant->dialog()) && label->property("tone") == u"critical"_s
                && !label->text().isEmpty() && label->objectName() != u"entryNotice"_s)
                faults << label->text();
        }
        return faults;
    }
    void answer(const QString &text) const
    {
        for (QAbstractButton *button : m_plant->dialog()->findChild<QMessageBox *>()->buttons()) {
            if (button->text().remove(u'&') == text)
                QTest::mouseClick(button, Qt::LeftButton);
        }
    }

    std::unique_ptr<RegistryPlant> m_plant;
};

void EntryDialogTest::everyFieldOfAMachineIsKeptAndSurvivesARestart()
{
    enter({known(u"M-1"_s)});
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
    RegisteredMachine wanted = known(u"M-1"_s, "Press 12");
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

void EntryDialogTest::whatIsWrongIsSaidBesideItsField_data()
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

void EntryDialogTest::whatIsWrongIsSaidBesideItsField()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QString, bad);
    QFETCH(const QString, words);
    QFETCH(const QString, good);
    enter({known(u"M-1"_s)});
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

void EntryDialogTest::nothingThatIsTypedIsLostUnasked()
{
    enter({known(u"M-1"_s, "old")});
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

void EntryDialogTest::theWindowAsksBeforeItCloses()
{
    enter({known(u"M-1"_s)});
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

void EntryDialogTest::anEditIsUndone()
{
    const RegisteredMachine before = known(u"M-1"_s, "old", u"L-1"_s);
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

void EntryDialogTest::ofManyOnlyWhatIsTypedChanges()
{
    RegisteredMachine first = known(u"M-1"_s, "one", u"L-1"_s);
    first.silenceLimit = 60s;
    RegisteredMachine second = known(u"M-2"_s, "two", u"L-1"_s);
    second.silenceLimit = 120s;
    const RegisteredMachine third = known(u"M-3"_s, "three");
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

void EntryDialogTest::ofManyAFieldIsClearedByItsButton()
{
    RegisteredMachine first = known(u"M-1"_s, "one");
    RegisteredMachine second = known(u"M-2"_s, "two");
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

void EntryDialogTest::fieldsGoBackToTheStandard()
{
    RegisteredMachine machine = known(u"M-1"_s, "one");
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
    QVERIFY(m_plant->machine(u"M-1"_s) == known(u"M-1"_s, "one"));
}

void EntryDialogTest::aLineCountsFromNowUnlessSomethingElseIsChosen()
{
    enter({known(u"M-1"_s, {}, u"L-1"_s)});
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

void EntryDialogTest::aLineOfThePastSaysWhatItRewrites()
{
    enter({known(u"M-1"_s, {}, u"L-1"_s), known(u"M-2"_s)});
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

void EntryDialogTest::anEarlierLineIsRemoved()
{
    RegisteredMachine machine = known(u"M-1"_s, {}, u"L-1"_s);
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
    QVERIFY(m_plant->machine(u"M-1"_s) == known(u"M-1"_s, {}, u"L-1"_s));
}

void EntryDialogTest::aMachineIsPutOnItsOwnLine()
{
    enter({known(u"M-1"_s, {}, u"L-1"_s)});
    m_plant->edit({u"M-1"_s});
    QTest::mouseClick(of<QPushButton>("lineClear"), Qt::LeftButton);
    QTest::keyClick(of<QComboBox>("lineSince"), Qt::Key_End); // always
    m_plant->accept();
    QVERIFY(m_plant->machine(u"M-1"_s) == known(u"M-1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(u"M-1"_s, u"Line"_s), u"its own"_s, longest);
}

void EntryDialogTest::whatOthersChangeMeanwhileIsSaidAndWhatWasTypedStays()
{
    enter({known(u"M-1"_s, "old"), known(u"M-2"_s)});
    m_plant->edit({u"M-1"_s});
    m_plant->type("name", u"typed"_s);
    m_plant->enter({known(u"M-2"_s, "elsewhere")});
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(u"M-2"_s, u"Name"_s), u"elsewhere"_s, longest);
    QCOMPARE(notice(), QString()); // of another machine
    RegisteredMachine changed = known(u"M-1"_s, "theirs");
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

void EntryDialogTest::aRefusedEditIsMadeAgainOnTheNewerRegistry()
{
    enter({known(u"M-1"_s, "old")});
    m_plant->edit({u"M-1"_s});
    m_plant->type("name", u"typed"_s);
    // In the moment before OK: it is carried out first, and the window has not heard of it.
    RegisteredMachine theirs = known(u"M-1"_s, "old");
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

void EntryDialogTest::newOnesAreConfirmedByTheWay()
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

void EntryDialogTest::linesAreEditedTheSameWay()
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

LINEWATCH_WIDGET_TEST(EntryDialogTest)
#include "tst_entrydialog.moc"
