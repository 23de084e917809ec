// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/theme/contrast.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <set>

using namespace linewatch;
using namespace linewatch::ui;

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void contrastIsThatOfWcag();
    void textCanBeReadOnItsGround_data();
    void textCanBeReadOnItsGround();
    void statesDifferInColour();
    void statesDifferInShape();
    void styleSheetHasNoTokenLeft();
};

void TestTheme::contrastIsThatOfWcag()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrast(QColor(0x777777), Qt::white) - 4.48) < 0.01);
}

void TestTheme::textCanBeReadOnItsGround_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const Theme &theme : {lightTheme(), darkTheme()}) {
        const char *name = theme.dark ? "dark" : "light";
        const QColor grounds[] = {theme.background,   theme.surface,       theme.raised,
                                  theme.rail,         theme.grid,          theme.warningGround,
                                  theme.silentGround, theme.criticalGround};
        for (const QColor &ground : grounds) {
            QTest::addRow("%s text on %s", name, qPrintable(ground.name())) << theme.text << ground;
            QTest::addRow("%s muted on %s", name, qPrintable(ground.name())) << theme.muted << ground;
        }
        QTest::addRow("%s healthy word", name) << theme.normal << theme.raised;
        QTest::addRow("%s chosen segment", name) << theme.onAccent << theme.accent;
        for (const QColor &ground : {theme.surface, theme.raised, theme.warningGround})
            QTest::addRow("%s warning on %s", name, qPrintable(ground.name())) << theme.warning << ground;
        for (const QColor &ground : {theme.surface, theme.raised, theme.silentGround})
            QTest::addRow("%s silent on %s", name, qPrintable(ground.name())) << theme.silent << ground;
        for (const QColor &ground : {theme.surface, theme.raised, theme.criticalGround})
            QTest::addRow("%s critical on %s", name, qPrintable(ground.name())) << theme.critical << ground;
    }
}

void TestTheme::textCanBeReadOnItsGround()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(QString::number(contrast(text, ground))));
}

void TestTheme::statesDifferInColour()
{
    for (const Theme &theme : {lightTheme(), darkTheme()}) {
        std::set<QRgb> colours;
        for (std::size_t state = 0; state < MachineStateCount; ++state)
            colours.insert(stateColour(theme, static_cast<MachineState>(state)).rgb());
        QCOMPARE(colours.size(), MachineStateCount);
    }
}

void TestTheme::statesDifferInShape()
{
    QList<QImage> pictures;
    for (std::size_t state = 0; state < MachineStateCount; ++state) {
        QImage picture(32, 32, QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        paintIcon(painter, picture.rect(), iconOf(static_cast<MachineState>(state)), Qt::black);
        painter.end();
        QVERIFY(!pictures.contains(picture));
        pictures << picture;
    }
}

void TestTheme::styleSheetHasNoTokenLeft()
{
    const QString sheet = styleSheetOf(darkTheme());
    QVERIFY(sheet.contains(darkTheme().accent.name()));
    QVERIFY(!sheet.section(QStringLiteral("*/"), 1).contains(QLatin1Char('@')));
}

LINEWATCH_WIDGET_TEST(TestTheme)
#include "tst_theme.moc"
