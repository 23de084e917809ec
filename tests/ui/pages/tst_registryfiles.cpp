// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/dialogs/importdialog.h"
#include "ui/registryplant.h"
#include "ui/widgets/longtable.h"

#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int longEnough = 20'000; // ms

} // namespace

/** The registry out of the window into a file, and back, over a real store. */
class RegistryFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_plant.reset(); }

    void whatIsWrittenIsChangedTakenInAndTakenBack_data();
    void whatIsWrittenIsChangedTakenInAndTakenBack();
    void anotherStoreClosesTheDialog();

private:
    QFileDialog *chooser() const { return m_plant->window().findChild<QFileDialog *>(); }
    void choose(const QString &path);
    ImportDialog *importDialog() const { return m_plant->window().findChild<ImportDialog *>(); }

    QTemporaryDir m_folder;
    std::unique_ptr<RegistryPlant> m_plant;
};

void RegistryFilesTest::init()
{
    m_plant = std::make_unique<RegistryPlant>();
    RegisteredMachine machine;
    machine.machineId = MachineId(u"M-1"_s);
    machine.name = "Before";
    RegisteredLine line;
    line.lineId = LineId(u"L-1"_s);
    line.name = "Before";
    m_plant->enter({machine}, {line});
}

void RegistryFilesTest::choose(const QString &path)
{
    QTRY_VERIFY_WITH_TIMEOUT(chooser(), longEnough);
    chooser()->findChild<QLineEdit *>()->setText(path);
    QMetaObject::invokeMethod(chooser(), "accept");
    QTRY_VERIFY_WITH_TIMEOUT(!chooser(), longEnough);
}

void RegistryFilesTest::whatIsWrittenIsChangedTakenInAndTakenBack_data()
{
    QTest::addColumn<Place::Part>("part");
    QTest::addColumn<QString>("id");
    QTest::newRow("machines") << Place::Part::Machines << u"M-1"_s;
    QTest::newRow("lines") << Place::Part::Lines << u"L-1"_s;
}

void RegistryFilesTest::whatIsWrittenIsChangedTakenInAndTakenBack()
{
    QFETCH(const Place::Part, part);
    QFETCH(const QString, id);
    m_plant->showPart(part);
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(id, u"Name"_s), u"Before"_s, longEnough);

    QFile file(m_folder.filePath(id + u".csv"_s));
    m_plant->click("exportEntries");
    choose(file.fileName());
    QTRY_VERIFY_WITH_TIMEOUT(m_plant->seen<QLabel>(u"registryNotice"_s), longEnough);
    QVERIFY(m_plant->seen<QLabel>(u"registryNotice"_s)->text().contains(file.fileName()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    file.close();
    QCOMPARE(written.count("Before"), 1);

    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(written).replace("Before", "After"));
    file.close();
    m_plant->click("importEntries");
    choose(file.fileName());
    auto *take = importDialog()->findChild<QPushButton *>(u"takeIn"_s);
    QTRY_VERIFY_WITH_TIMEOUT(take->isEnabled(), longEnough);
    QCOMPARE(m_plant->cell(id, u"Name"_s), u"Before"_s);
    QTest::mouseClick(take, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(id, u"Name"_s), u"After"_s, longEnough);
    QTest::mouseClick(importDialog()->findChild<QPushButton *>(u"close"_s), Qt::LeftButton);
    QTRY_VERIFY(!importDialog());

    QTRY_VERIFY_WITH_TIMEOUT(m_plant->seen<QAbstractButton>(u"undoChange"_s)->isEnabled(), longEnough);
    m_plant->click("undoChange");
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(id, u"Name"_s), u"Before"_s, longEnough);
}

void RegistryFilesTest::anotherStoreClosesTheDialog()
{
    m_plant->showPart(Place::Part::Machines);
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->ids(), u"M-1"_s, longEnough);
    m_plant->click("importEntries");
    QTRY_VERIFY_WITH_TIMEOUT(chooser(), longEnough);
    m_plant->closeStore();
    QTRY_VERIFY(!importDialog());
    QVERIFY(!m_plant->seen<QAbstractButton>(u"importEntries"_s));
}

LINEWATCH_WIDGET_TEST(RegistryFilesTest)

#include "tst_registryfiles.moc"
