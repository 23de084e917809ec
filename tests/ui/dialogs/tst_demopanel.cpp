// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/dialogs/demopanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;

Q_DECLARE_METATYPE(linewatch::DemoControls)

namespace {

DemoNames names()
{
    return {{MachineId(QStringLiteral("M-101")), MachineId(QStringLiteral("M-102"))},
            {LineId(QStringLiteral("Press 2")), LineId(QStringLiteral("Weld 1"))}};
}

} // namespace

class TestDemoPanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qRegisterMetaType<DemoControls>(); }

    void itBeginsWithWhatIsInForceAndSaysNothing()
    {
        DemoControls inForce;
        inForce.speed = 30;
        inForce.duplicates = true;
        inForce.clockMachine = names().machines[1];
        inForce.clockError = std::chrono::minutes{45};
        inForce.risingLine = names().lines[1];
        DemoPanel panel(names(), inForce);
        const QSignalSpy chosen(&panel, &DemoPanel::controlsChosen);
        QCOMPARE(panel.findChild<QSlider *>()->value(), 30);
        QCOMPARE(panel.findChild<QSpinBox *>()->value(), 45);
        QVERIFY(box(panel, QStringLiteral("Duplicates"))->isChecked());
        QVERIFY(!box(panel, QStringLiteral("Network cut"))->isChecked());
        QCOMPARE(chosen.size(), 0);
        QVERIFY(panel.controls() == inForce);
        panel.findChild<QSlider *>()->setValue(31);
        inForce.speed = 31; // and nothing else has changed
        QVERIFY(panel.controls() == inForce);
    }

    void theSpeedIsChosenByKeyboard()
    {
        DemoPanel panel(names(), {});
        const QSignalSpy chosen(&panel, &DemoPanel::controlsChosen);
        auto *speed = panel.findChild<QSlider *>();
        QTest::keyClick(speed, Qt::Key_End);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.last().first().value<DemoControls>().speed, DemoControls::HighestSpeed);
        QTest::keyClick(speed, Qt::Key_Home);
        QCOMPARE(panel.controls().speed, DemoControls::SlowestSpeed);
    }

    void eachFaultIsSwitchedOnAndOff()
    {
        DemoPanel panel(names(), {});
        const QSignalSpy chosen(&panel, &DemoPanel::controlsChosen);
        QTest::keyClick(box(panel, QStringLiteral("Network cut")), Qt::Key_Space);
        QVERIFY(panel.controls().networkCut);
        QTest::keyClick(box(panel, QStringLiteral("Duplicates")), Qt::Key_Space);
        QVERIFY(panel.controls().duplicates);
        QTest::keyClick(box(panel, QStringLiteral("clock")), Qt::Key_Space);
        QCOMPARE(panel.controls().clockMachine.toString(), QStringLiteral("M-101"));
        QVERIFY(panel.controls().clockError.count() != 0);
        QTest::keyClick(box(panel, QStringLiteral("rising")), Qt::Key_Space);
        QCOMPARE(panel.controls().risingLine.toString(), QStringLiteral("Press 2"));
        QCOMPARE(chosen.size(), 4);
        for (QCheckBox *each : panel.findChildren<QCheckBox *>())
            QTest::keyClick(each, Qt::Key_Space);
        QVERIFY(panel.controls() == DemoControls{});
    }

    void anotherMachineOrLineCountsOnlyWhileItsFaultIsOn()
    {
        DemoPanel panel(names(), {});
        const QSignalSpy chosen(&panel, &DemoPanel::controlsChosen);
        for (QComboBox *each : panel.findChildren<QComboBox *>())
            QTest::keyClick(each, Qt::Key_Down);
        QCOMPARE(chosen.size(), 0);
        QTest::keyClick(box(panel, QStringLiteral("clock")), Qt::Key_Space);
        QCOMPARE(panel.controls().clockMachine.toString(), QStringLiteral("M-102"));
        QTest::keyClick(box(panel, QStringLiteral("rising")), Qt::Key_Space);
        QCOMPARE(panel.controls().risingLine.toString(), QStringLiteral("Weld 1"));
    }

    void everythingHasANameForThoseWhoDoNotSee()
    {
        const DemoPanel panel(names(), {});
        for (const QWidget *each : panel.findChildren<QWidget *>()) {
            if (qobject_cast<const QSlider *>(each) || qobject_cast<const QSpinBox *>(each)
                || qobject_cast<const QComboBox *>(each))
                QVERIFY(!each->accessibleName().isEmpty());
            if (qobject_cast<const QCheckBox *>(each))
                QVERIFY(!each->accessibleDescription().isEmpty());
        }
    }

private:
    static QCheckBox *box(const QWidget &panel, const QString &words)
    {
        for (QCheckBox *each : panel.findChildren<QCheckBox *>()) {
            if (each->text().remove(u'&').contains(words))
                return each;
        }
        return nullptr;
    }
};

LINEWATCH_WIDGET_TEST(TestDemoPanel)
#include "tst_demopanel.moc"
