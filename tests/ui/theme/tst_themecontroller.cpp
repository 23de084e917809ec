// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/fakescheme.h"
#include "ui/theme/themecontroller.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace linewatch::ui;

class TestThemeController : public QObject
{
    Q_OBJECT

private slots:
    void followsTheDesktop();
    void aChoiceBeatsTheDesktop();
    void applicationGetsThePalette();
    void choiceSurvivesTheSettings();
    void textAndWhatHoldsItGrowTogether();
};

void TestThemeController::followsTheDesktop()
{
    FakeScheme desktop;
    ThemeController themes(desktop);
    QSignalSpy changes(&themes, &ThemeController::themeChanged);
    QCOMPARE(themes.theme(), lightTheme());
    desktop.setDark(true);
    QCOMPARE(themes.theme(), darkTheme());
    desktop.setDark(true);
    QCOMPARE(changes.count(), 1);
}

void TestThemeController::aChoiceBeatsTheDesktop()
{
    FakeScheme desktop;
    ThemeController themes(desktop);
    themes.choose(ThemeChoice::Light);
    desktop.setDark(true);
    QCOMPARE(themes.theme(), lightTheme());
    themes.choose(ThemeChoice::System);
    QCOMPARE(themes.theme(), darkTheme());
}

void TestThemeController::applicationGetsThePalette()
{
    FakeScheme desktop;
    ThemeController themes(desktop);
    themes.choose(ThemeChoice::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), darkTheme().background);
    themes.choose(ThemeChoice::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), lightTheme().background);
}

void TestThemeController::textAndWhatHoldsItGrowTogether()
{
    FakeScheme desktop;
    ThemeController themes(desktop);
    QWidget note;
    setFontRole(note, "small");
    note.ensurePolished();
    const QFont usual = themes.type().figure;
    QSignalSpy changes(&themes, &ThemeController::typeChanged);
    themes.setTextPercent(200);
    themes.setTextPercent(200);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(themes.type().figure.pixelSize(), 2 * usual.pixelSize());
    QCOMPARE(QApplication::font().pixelSize(), themes.type().body.pixelSize());
    QCOMPARE(themes.scaledInt(15), 30);
    QCOMPARE(note.font().pixelSize(), themes.type().small.pixelSize());
    themes.choose(ThemeChoice::Dark);
    QCOMPARE(note.font().pixelSize(), themes.type().small.pixelSize());
}

void TestThemeController::choiceSurvivesTheSettings()
{
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
        QCOMPARE(themeChoiceFrom(settingsName(choice)), choice);
    QCOMPARE(themeChoiceFrom(QStringLiteral("pink")), ThemeChoice::System);
}

LINEWATCH_WIDGET_TEST(TestThemeController)
#include "tst_themecontroller.moc"
