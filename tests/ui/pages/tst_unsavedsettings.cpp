// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/pages/settingspagetest.h"

#include <QAbstractButton>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;

/** What is typed and not applied. */
class TestUnsavedSettings : public SettingsPageTest
{
    Q_OBJECT

private slots:
    void leavingWithChangesAsks_data();
    void leavingWithChangesAsks();
    void closingWithChangesAsks();
    void changesSurviveANewLanguage();
};

void TestUnsavedSettings::leavingWithChangesAsks_data()
{
    QTest::addColumn<QString>("reply");
    QTest::addColumn<bool>("isApplied");
    QTest::addColumn<bool>("isChanged");
    QTest::newRow("apply") << u"Apply"_s << true << false;
    QTest::newRow("discard") << u"Discard"_s << false << false;
    QTest::newRow("back") << u"Back to the settings"_s << false << true;
}

void TestUnsavedSettings::leavingWithChangesAsks()
{
    QFETCH(QString, reply);
    QFETCH(bool, isApplied);
    QFETCH(bool, isChanged);
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
    QVERIFY(!question()); // nothing was changed
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    type(u"limits/idleSeconds"_s, u"9"_s);
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
    QVERIFY(question());
    answer(reply);
    QTRY_VERIFY(!question());
    QCOMPARE(content().contains("idleSeconds=9"), isApplied);
    QCOMPARE(m_draft->hasChanges(), isChanged);
    QCOMPARE(m_window->place(), isChanged ? Place::settings() : Place::overview());
}

void TestUnsavedSettings::closingWithChangesAsks()
{
    type(u"limits/idleSeconds"_s, u"0"_s);
    m_window->close();
    QVERIFY(m_window->isVisible());
    QVERIFY(question());
    QVERIFY(question()->informativeText().contains(u"idleSeconds"_s));
    for (const QAbstractButton *candidate : question()->buttons())
        QCOMPARE(candidate->isEnabled(), candidate->text().remove(u'&') != u"Apply"_s);
    answer(u"Back to the settings"_s);
    QTRY_VERIFY(!question());
    QVERIFY(m_window->isVisible());
    m_window->close();
    answer(u"Discard"_s);
    QTRY_VERIFY(!m_window->isVisible());
}

void TestUnsavedSettings::changesSurviveANewLanguage()
{
    type(u"limits/idleSeconds"_s, u"9"_s);
    choose(u"view/language"_s, u"de"_s);
    QCOMPARE(field(u"limits/idleSeconds"_s)->text(), u"9"_s);
    QVERIFY(button("applySettings")->isEnabled());
    QTest::mouseClick(button("applySettings"), Qt::LeftButton);
    QVERIFY(content().contains("idleSeconds=9"));
}

LINEWATCH_WIDGET_TEST(TestUnsavedSettings)
#include "tst_unsavedsettings.moc"
