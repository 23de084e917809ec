// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/dialogs/importdialogtest.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

#include <sys/stat.h>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;

/** Files of every kind, given to the dialog of an import. */
class TestImportFiles : public ImportDialogTest
{
    Q_OBJECT

private slots:
    void init() { makeStore(); }
    void cleanup() { dropStore(); }

    void aFileThatCannotBeReadSaysWhyAndLetsChooseAnother_data();
    void aFileThatCannotBeReadSaysWhyAndLetsChooseAnother();
    void withoutAFileItAsks();
    void manyRowsAreShownWhileTheWindowGoesOn();
    void aStoreThatIsChangedForAnotherIsSaid();

private:
    /** Gives the chooser that is open a file, as a user does. */
    void giveChooser(const QString &path)
    {
        QTRY_VERIFY(m_dialog->findChild<QFileDialog *>());
        auto *chooser = m_dialog->findChild<QFileDialog *>();
        chooser->findChild<QLineEdit *>()->setText(path);
        QMetaObject::invokeMethod(chooser, "accept");
    }
    QString make(const QString &kind) const
    {
        const QString path = m_folder->filePath(kind);
        if (kind == "a folder"_L1)
            return m_folder->path();
        if (kind == "a pipe"_L1 && ::mkfifo(qPrintable(path), 0600) != 0)
            qFatal("cannot make a pipe");
        if (kind == "too large"_L1) {
            write(kind, "machineId\n");
            if (!QFile::resize(path, 64 * 1024 * 1024 + 1))
                qFatal("cannot make a large file");
        }
        if (kind == "binary"_L1)
            write(kind, QByteArray::fromHex("7f454c4602010100000000000000000003003e00"));
        if (kind == "empty"_L1)
            write(kind, {});
        if (kind == "no ids"_L1)
            write(kind, "name,line\nPress,L-1\n");
        if (kind == "an open quote"_L1)
            write(kind, "machineId\n\"M-1\n");
        return path;
    }
};

void TestImportFiles::aFileThatCannotBeReadSaysWhyAndLetsChooseAnother_data()
{
    QTest::addColumn<QString>("word");
    QTest::newRow("missing") << u"No such file"_s;
    QTest::newRow("a folder") << u"is no file"_s;
    QTest::newRow("a pipe") << u"is no file"_s;
    QTest::newRow("too large") << u"64 MiB"_s;
    QTest::newRow("binary") << u"no UTF-8"_s;
    QTest::newRow("empty") << u"is empty"_s;
    QTest::newRow("no ids") << u"machineId"_s;
    QTest::newRow("an open quote") << u"row 2"_s;
}

void TestImportFiles::aFileThatCannotBeReadSaysWhyAndLetsChooseAnother()
{
    QFETCH(QString, word);
    const QString path = make(QString::fromUtf8(QTest::currentDataTag()));
    open(path);
    QTRY_VERIFY2(says(u"cannot be imported"_s), qPrintable(words()));
    QVERIFY2(says(word) && says(path), qPrintable(words()));
    QVERIFY(!table()->isVisible());
    QVERIFY(!button("takeIn")->isVisible());
    QVERIFY(button("chooseFile")->hasFocus());
    QCOMPARE(registry(), Registry{});
    press("chooseFile");
    giveChooser(write(u"good.csv"_s, "machineId\nM-1\n"));
    QTRY_VERIFY2(table()->isVisible(), qPrintable(words()));
    QCOMPARE(rows(), 1);
}

void TestImportFiles::withoutAFileItAsks()
{
    open({});
    giveChooser(write(u"good.csv"_s, "\xEF\xBB\xBFname;machineId\r\n\"a;b\";M-1\r\n"));
    QTRY_VERIFY2(table()->isVisible(), qPrintable(words()));
    QVERIFY2(cell(0, 2).startsWith(u"New machine; Name: nothing → a;b"_s), qPrintable(cell(0, 2)));
}

void TestImportFiles::manyRowsAreShownWhileTheWindowGoesOn()
{
    constexpr int count = 100'000;
    QByteArray file = "machineId,name,line,notes\n";
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i);
        file += "M-" + number + ",Press " + number + ",L-" + QByteArray::number(i % 40) + ",\"as entered\"\n";
    }
    int turns = 0; // of the event loop
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&turns] { ++turns; });
    const QString path = write(u"many.csv"_s, file);
    open(path);
    timer.start(0);
    turns = 0;
    QTRY_VERIFY_WITH_TIMEOUT(table()->isVisible(), 60'000);
    QVERIFY(turns > 0);
    QCOMPARE(rows(), count);
    QTest::keyClick(table(), Qt::Key_End);
    QCOMPARE(table()->currentIndex().row(), count - 1);
    QCOMPARE(cell(count - 1, 0), u"100001"_s);
    choose(u"Unchanged"_s);
    QCOMPARE(rows(), 0);
    choose(u"All 100,000"_s);
    press("takeIn");
    QTest::keyClick(m_dialog, Qt::Key_Escape); // a change that is on its way is not left
    QVERIFY(m_dialog && m_dialog->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(says(u"Done: 100,000 machines"_s), 120'000);
    QCOMPARE(registry().machines.size(), std::size_t{count});
}

void TestImportFiles::aStoreThatIsChangedForAnotherIsSaid()
{
    preview(write(u"machines.csv"_s, "machineId\nM-1\n"));
    m_editor.reset();
    QVERIFY2(says(u"another store"_s), qPrintable(words()));
    QVERIFY(!button("takeIn")->isVisible() || !button("takeIn")->isEnabled());
    QCOMPARE(registry(), Registry{});
    press("close");
    QTRY_VERIFY(!m_dialog);
}

LINEWATCH_WIDGET_TEST(TestImportFiles)
#include "tst_importfiles.moc"
