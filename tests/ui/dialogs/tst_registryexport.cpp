// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/dialogs/importdialogtest.h"
#include "ui/dialogs/registryexport.h"
#include "ui/madeplant.h"

#include <QDir>
#include <QFileDialog>
#include <QSignalSpy>
#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;

/** Files that the window writes of the registry, and takes again. */
class TestRegistryExport : public ImportDialogTest
{
    Q_OBJECT

private slots:
    void init()
    {
        makeStore();
        take("machineId,name,line,lineFrom\nM-1,\"=a;b\",L-1,always\nM-2,,,\n", RegistryKind::Machines);
        take("lineId,name\nL-1,Body\n", RegistryKind::Lines);
    }
    void cleanup() { dropStore(); }

    void whatItWritesChangesNothingWhenItIsTakenIn_data();
    void whatItWritesChangesNothingWhenItIsTakenIn();
    void aFailureIsSaidAndLeavesWhatWasThere();
    void namesSortByDay()
    {
        QCOMPARE(registryFileName(RegistryKind::Machines, QDate(2026, 11, 30)),
                 u"linewatch-machines-2026-11-30.csv"_s);
        QCOMPARE(registryFileName(RegistryKind::Lines, QDate(2026, 1, 2)),
                 u"linewatch-lines-2026-01-02.csv"_s);
    }

private:
    void take(const QByteArray &bytes, RegistryKind kind)
    {
        preview(write(u"in.csv"_s, bytes), kind);
        press("takeIn");
        QTRY_VERIFY2(says(u"Done"_s), qPrintable(words()));
    }
    QFileDialog *chooser() const { return m_window->findChild<QFileDialog *>(); }
};

void TestRegistryExport::whatItWritesChangesNothingWhenItIsTakenIn_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("filter");
    QTest::addColumn<QString>("done");
    const auto kinds = {RegistryKind::Machines, RegistryKind::Lines};
    for (const RegistryKind kind : kinds) {
        for (const int filter : {0, 1}) {
            QTest::addRow("%d %d", static_cast<int>(kind), filter)
                << static_cast<int>(kind) << filter
                << (kind == RegistryKind::Machines ? u"Done: 2 machines in "_s : u"Done: 1 lines in "_s);
        }
    }
}

void TestRegistryExport::whatItWritesChangesNothingWhenItIsTakenIn()
{
    QFETCH(int, kind);
    QFETCH(int, filter);
    QFETCH(QString, done);
    RegistryExport files(*m_editor, static_cast<RegistryKind>(kind), madeFormats(), m_window.get());
    const QSignalSpy began(&files, &RegistryExport::began);
    const QSignalSpy finished(&files, &RegistryExport::finished);
    files.ask();
    QVERIFY(chooser());
    const QString path = m_folder->filePath(u"out.csv"_s);
    chooser()->selectNameFilter(chooser()->nameFilters().at(filter));
    chooser()->selectFile(path);
    QMetaObject::invokeMethod(chooser(), "accept");
    QCOMPARE(began.count(), 1);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.first().at(1).toBool(), false);
    QCOMPARE(finished.first().first().toString(), done + path + u'.');
    QFile written(path);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll().startsWith("\xEF\xBB\xBF"), filter == 1);

    const Registry before = registry();
    preview(path, static_cast<RegistryKind>(kind));
    QVERIFY2(says(u"all is as the file says"_s), qPrintable(words()));
    QCOMPARE(registry(), before);
}

void TestRegistryExport::aFailureIsSaidAndLeavesWhatWasThere()
{
    RegistryExport files(*m_editor, RegistryKind::Machines, madeFormats(), m_window.get());
    const QSignalSpy finished(&files, &RegistryExport::finished);
    files.ask();
    emit chooser()->fileSelected(u"/dev/full"_s);
    chooser()->close();
    QVERIFY(files.isRunning());
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!files.isRunning());
    QCOMPARE(finished.first().at(1).toBool(), true);
    const QString words = finished.first().first().toString();
    QVERIFY2(words.contains(u"No space left on device"_s) && words.contains(u"nothing was written"_s),
             qPrintable(words));
}

LINEWATCH_WIDGET_TEST(TestRegistryExport)
#include "tst_registryexport.moc"
