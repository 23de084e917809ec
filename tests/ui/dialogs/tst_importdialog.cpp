// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/cutfinder.h"
#include "ui/dialogs/importdialogtest.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int machineCount = 2'000;

bool isBad(int machine)
{
    return machine % 40 == 17;
}

/** 2,000 machines, of which each fortieth is bad in one of several ways. */
QByteArray machinesFile()
{
    QByteArray file = "machineId,name,line,lineFrom,idealCycle (ms),threshold,colour\r\n";
    for (int i = 0; i < machineCount; ++i) {
        const QByteArray id = "M-" + QByteArray::number(i);
        const QByteArrayList faults{id + ",Press,L-1,always,0,1,red",
                                    id + ",Press,L-1,always,1500,many,red",
                                    id + ",Press,L-1",
                                    id + ",Pr\"ess,L-1,always,1500,1,red",
                                    id + ",\xFF,L-1,always,1500,1,red",
                                    id + ",Press,L-1,soon,1500,1,red"};
        const QByteArray good = id + ",Press " + QByteArray::number(i) + ",L-1,always,1500,2.5,red";
        file += (isBad(i) ? faults[i / 40 % faults.size()] : good) + "\r\n";
    }
    return file;
}

} // namespace

class TestImportDialog : public ImportDialogTest
{
    Q_OBJECT

private slots:
    void init() { makeStore(); }
    void cleanup() { dropStore(); }

    void exactlyTheGoodRowsChangeOnceItIsConfirmed();
    void whatClosesItChangesNothing_data();
    void whatClosesItChangesNothing();
    void returnInTheTableConfirmsNothing();
    void aRegistryThatChangedMeanwhileIsLookedAtAgain();
    void linesAreTakenInAsMachinesAre();
    void whatHasNothingToChangeSaysSo();
    void aRowIsReadWholeAndCopied();
    void everythingIsReachedByKeyboardAndHasAName();
    void nothingIsCutAtAnySizeOfText_data();
    void nothingIsCutAtAnySizeOfText();
};

void TestImportDialog::exactlyTheGoodRowsChangeOnceItIsConfirmed()
{
    preview(write(u"machines.csv"_s, machinesFile()));
    const QSignalSpy imported(m_dialog, &ImportDialog::imported);
    QCOMPARE(rows(), machineCount);
    const auto *unknown = m_dialog->findChild<QLabel *>(u"unknownColumns"_s);
    QVERIFY(unknown->isVisible() && unknown->text().contains(u"colour"_s));
    choose(u"Refused 50"_s);
    QCOMPARE(rows(), 50);
    QCOMPARE(cell(0, 0), u"19"_s); // as a spreadsheet counts, with the names of the columns as row 1
    for (int row = 0; row < rows(); ++row)
        QVERIFY2(cell(row, 2).startsWith(u"Refused: "_s), qPrintable(cell(row, 2)));
    choose(u"Unchanged 0"_s);
    QCOMPARE(rows(), 0);
    choose(u"Will change 1,950"_s);
    QCOMPARE(rows(), 1'950);
    QCOMPARE(cell(0, 1), u"M-0"_s);
    QVERIFY2(cell(0, 2).startsWith(u"New machine; Name: nothing → Press 0; Line: nothing → L-1"_s),
             qPrintable(cell(0, 2)));
    QCOMPARE(registry(), Registry{}); // nothing was confirmed yet
    QCOMPARE(button("takeIn")->text().remove(u'&'), u"Import 1,950 machines"_s);

    press("takeIn");
    QTRY_COMPARE(imported.count(), 1);
    QCOMPARE(imported.first().first().toLongLong(), 1'950);
    QVERIFY2(says(u"Done: 1,950 machines changed."_s) && says(u"50"_s), qPrintable(words()));
    const Registry after = registry();
    QCOMPARE(after.revision, 1);
    QCOMPARE(after.machines.size(), std::size_t{1'950});
    for (int i = 0; i < machineCount; ++i) {
        const auto found = after.machines.find(MachineId("M-" + std::to_string(i)));
        QCOMPARE(found == after.machines.end(), isBad(i));
        if (!isBad(i))
            QCOMPARE(found->second.name, "Press " + std::to_string(i));
    }
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
}

void TestImportDialog::whatClosesItChangesNothing_data()
{
    QTest::addColumn<bool>("isReading");
    QTest::addColumn<bool>("byKey");
    QTest::newRow("Escape while it reads") << true << true;
    QTest::newRow("Cancel while it reads") << true << false;
    QTest::newRow("Escape in the preview") << false << true;
    QTest::newRow("Cancel in the preview") << false << false;
}

void TestImportDialog::whatClosesItChangesNothing()
{
    QFETCH(bool, isReading);
    QFETCH(bool, byKey);
    const QString path = write(u"machines.csv"_s, machinesFile());
    if (isReading)
        open(path);
    else
        preview(path);
    if (byKey)
        QTest::keyClick(m_dialog, Qt::Key_Escape);
    else
        press("close");
    if (m_dialog && isReading && !byKey) { // reading was cancelled, and the dialog stays
        QVERIFY2(says(u"Nothing was changed"_s) || table()->isVisible(), qPrintable(words()));
        press("close");
    }
    QTRY_VERIFY(!m_dialog);
    bool isIdle = false;
    m_editor->lastChange(this, [&isIdle](const auto &) { isIdle = true; });
    QTRY_VERIFY(isIdle);
    QCOMPARE(registry(), Registry{});
}

void TestImportDialog::returnInTheTableConfirmsNothing()
{
    preview(write(u"machines.csv"_s, "machineId,name\nM-1,Press\n"));
    QVERIFY(table()->hasFocus());
    QTest::keyClick(table(), Qt::Key_Return);
    QTest::keyClick(table(), Qt::Key_Enter);
    QVERIFY(m_dialog && m_dialog->isVisible());
    QVERIFY(says(u"Nothing is changed yet"_s));
    QCOMPARE(registry(), Registry{});
}

void TestImportDialog::aRegistryThatChangedMeanwhileIsLookedAtAgain()
{
    preview(write(u"machines.csv"_s, "machineId,name\nM-1,Press\nM-2,Saw\n"));
    RegistryChange other{0, u"by somebody else"_s};
    other.machines.resize(1);
    other.machines.front().machineId = MachineId(std::string("M-1"));
    other.machines.front().name = "Other";
    bool isDone = false;
    m_editor->apply(other, this, [&isDone](const auto &revision) { isDone = revision.ok(); });
    QTRY_VERIFY(isDone);
    const Registry before = registry();
    press("takeIn");
    QTRY_VERIFY2(says(u"Nothing was changed"_s), qPrintable(words()));
    QCOMPARE(registry(), before);
    QVERIFY(!button("takeIn")->isEnabled());
    QVERIFY(button("lookAgain")->hasFocus());
    press("lookAgain");
    QTRY_VERIFY(button("takeIn")->isVisible() && button("takeIn")->isEnabled());
    QVERIFY2(cell(0, 2).startsWith(u"Name: Other → Press"_s), qPrintable(cell(0, 2)));
    press("takeIn");
    QTRY_VERIFY2(says(u"Done: 2 machines changed."_s), qPrintable(words()));
    QCOMPARE(registry().machine(MachineId(std::string("M-1")))->name, std::string("Press"));
}

void TestImportDialog::linesAreTakenInAsMachinesAre()
{
    preview(write(u"lines.csv"_s, "\xEF\xBB\xBFname;lineId\r\nBody;L-1\r\n;\r\n"), RegistryKind::Lines);
    QCOMPARE(rows(), 2);
    QVERIFY2(cell(0, 2).startsWith(u"New line; Name: nothing → Body"_s), qPrintable(cell(0, 2)));
    QVERIFY2(cell(1, 2).startsWith(u"Refused: a line's id"_s), qPrintable(cell(1, 2)));
    QCOMPARE(button("takeIn")->text().remove(u'&'), u"Import 1 line"_s);
    press("takeIn");
    QTRY_VERIFY2(says(u"Done: 1 line changed."_s), qPrintable(words()));
    QCOMPARE(registry().lines.at(LineId(std::string("L-1"))).name, std::string("Body"));
}

void TestImportDialog::whatHasNothingToChangeSaysSo()
{
    const QString path = write(u"machines.csv"_s, "machineId,name\nM-1,Press\n");
    preview(path);
    press("takeIn");
    QTRY_VERIFY(says(u"Done"_s));
    for (const QByteArray &file : {QByteArray("machineId,name\nM-1,Press\n"), QByteArray("machineId,name\n"),
                                   QByteArray("machineId,threshold\nM-1,many\n")}) {
        preview(write(u"again.csv"_s, file));
        QVERIFY2(says(u"nothing to import"_s), qPrintable(words()));
        QVERIFY(!button("takeIn")->isEnabled());
        QCOMPARE(button("takeIn")->accessibleDescription(), words());
    }
}

void TestImportDialog::aRowIsReadWholeAndCopied()
{
    const QByteArray notes(3'900, 'n');
    preview(write(u"machines.csv"_s,
                  "machineId,name,notes,retiredSince\nM-1,Press," + notes
                      + ",2026-01-15T12:00:00Z\nM-2,\"a\tb\",,\n"));
    const auto *details = m_dialog->findChild<QPlainTextEdit *>();
    QVERIFY(details->toPlainText().startsWith(u"Row 2, M-1\nNew machine\nName: nothing → Press\n"_s));
    QVERIFY(details->toPlainText().contains(QString::fromUtf8(notes)));
    QVERIFY2(details->toPlainText().contains(u"15 Jan 2026 13:00:00 CET"_s), // in the plant's zone
             qPrintable(details->toPlainText().right(120)));
    QVERIFY(cell(0, 2).size() < notes.size());
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList copied = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(copied.size(), 2);
    QVERIFY(copied[0].startsWith(u"2\tM-1\tNew machine; "_s) && copied[0].contains(QString::fromUtf8(notes)));
    QCOMPARE(copied[1].count(u'\t'), 2);
}

void TestImportDialog::everythingIsReachedByKeyboardAndHasAName()
{
    preview(write(u"machines.csv"_s, machinesFile()));
    QList<QWidget *> reached;
    for (int i = 0; i < 30; ++i) {
        QWidget *focus = m_dialog->focusWidget();
        QVERIFY(focus);
        const auto *asButton = qobject_cast<const QAbstractButton *>(focus);
        QVERIFY2(!focus->accessibleName().isEmpty() || (asButton && !asButton->text().isEmpty()),
                 focus->metaObject()->className());
        reached << focus;
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    for (QWidget *wanted :
         {static_cast<QWidget *>(table()), static_cast<QWidget *>(button("chooseFile")),
          static_cast<QWidget *>(button("takeIn")), static_cast<QWidget *>(button("close"))})
        QVERIFY2(reached.contains(wanted), qPrintable(wanted->objectName()));
}

void TestImportDialog::nothingIsCutAtAnySizeOfText_data()
{
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 150, 200})
        QTest::addRow("%d %%", percent) << percent;
}

void TestImportDialog::nothingIsCutAtAnySizeOfText()
{
    QFETCH(int, percent);
    m_themes.setTextPercent(percent);
    const QString path = write(u"machines.csv"_s, machinesFile());
    preview(path);
    m_dialog->resize(1366, 700);
    table()->clearSelection(); // the details of a row can be scrolled, and end where they end
    QStringList names{path};   // cells are made shorter, and whole in the details
    for (int row = 0; row < 60; ++row)
        names << cell(row, 2);
    for (const char *step : {"the preview", "the end"}) {
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
        QCoreApplication::sendPostedEvents();
        const QStringList cut = cutTexts(*m_dialog, names);
        QVERIFY2(cut.isEmpty(), qPrintable(QLatin1String(step) + u'\n' + cut.join(u'\n')));
        if (button("takeIn")->isVisible())
            press("takeIn");
        QTRY_VERIFY(says(u"Done"_s));
    }
    QVERIFY(m_dialog->minimumSizeHint().width() <= 1366 && m_dialog->minimumSizeHint().height() <= 700);
    m_themes.setTextPercent(100);
}

LINEWATCH_WIDGET_TEST(TestImportDialog)
#include "tst_importdialog.moc"
