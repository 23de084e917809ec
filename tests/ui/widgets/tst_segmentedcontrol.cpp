// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/fakescheme.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace linewatch::ui;

class TestSegmentedControl : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aClickChooses();
    void choosingTheChosenSaysNothing();
    void choosingByProgramSaysNothing();
    void tabReachesTheChosenSegment();
    void arrowKeysChoose();
    void segmentsAreRadioButtonsWithNames();

private:
    QAbstractButton *segment(int at) const { return m_control->findChildren<QAbstractButton *>().at(at); }

    FakeScheme m_desktop;
    ThemeController m_themes{m_desktop};
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_neighbour = nullptr;
    SegmentedControl *m_control = nullptr;
};

void TestSegmentedControl::init()
{
    m_window = std::make_unique<QWidget>();
    m_neighbour = new QLineEdit(m_window.get());
    m_control = new SegmentedControl(m_themes, m_window.get());
    m_control->addSegment(15, QStringLiteral("15 min"), QStringLiteral("last 15 minutes"));
    m_control->addSegment(60, QStringLiteral("1 h"), QStringLiteral("last hour"));
    m_control->addSegment(480, QStringLiteral("8 h"), QStringLiteral("last 8 hours"));
    m_control->choose(60);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_neighbour);
    layout->addWidget(m_control);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestSegmentedControl::aClickChooses()
{
    const QSignalSpy chosen(m_control, &SegmentedControl::chosen);
    QTest::mouseClick(segment(2), Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toInt(), 480);
    QCOMPARE(m_control->choice(), 480);
}

void TestSegmentedControl::choosingTheChosenSaysNothing()
{
    const QSignalSpy chosen(m_control, &SegmentedControl::chosen);
    QTest::mouseClick(segment(1), Qt::LeftButton);
    QCOMPARE(chosen.count(), 0);
}

void TestSegmentedControl::choosingByProgramSaysNothing()
{
    const QSignalSpy chosen(m_control, &SegmentedControl::chosen);
    m_control->choose(15);
    QCOMPARE(m_control->choice(), 15);
    QCOMPARE(chosen.count(), 0);
}

void TestSegmentedControl::tabReachesTheChosenSegment()
{
    m_neighbour->setFocus();
    QTest::keyClick(m_neighbour, Qt::Key_Tab);
    QVERIFY(segment(1)->hasFocus());
}

void TestSegmentedControl::arrowKeysChoose()
{
    const QSignalSpy chosen(m_control, &SegmentedControl::chosen);
    segment(1)->setFocus();
    QTest::keyClick(segment(1), Qt::Key_Right);
    QCOMPARE(m_control->choice(), 480);
    QVERIFY(segment(2)->hasFocus());
    QTest::keyClick(segment(2), Qt::Key_Left);
    QCOMPARE(m_control->choice(), 60);
    QCOMPARE(chosen.count(), 2);
}

void TestSegmentedControl::segmentsAreRadioButtonsWithNames()
{
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(segment(1));
    QCOMPARE(spoken->role(), QAccessible::RadioButton);
    QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("last hour"));
    QVERIFY(spoken->state().checked);
}

LINEWATCH_WIDGET_TEST(TestSegmentedControl)
#include "tst_segmentedcontrol.moc"
