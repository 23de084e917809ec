// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/pages/settingspagetest.h"
#include "ui/mainwindow/keptformats.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;

/** What the window is like, as its user chooses it. */
class TestAppearance : public SettingsPageTest
{
    Q_OBJECT

private slots:
    void appearanceCountsAtOnceAndStays();
    void theFileGivesTheViewUntilTheUserChooses();
};

void TestAppearance::appearanceCountsAtOnceAndStays()
{
    const Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 1 / 15} + std::chrono::hours{12}};
    choose(u"view/timeZone"_s, u"Asia/Tokyo"_s);
    QCOMPARE(m_window->formats().time(noon), u"21:00"_s);
    choose(u"view/language"_s, u"de"_s);
    QCOMPARE(m_window->formats().locale().language(), QLocale::German);
    QCOMPARE(QApplication::focusWidget(), find<QComboBox>(u"view/language"_s));
    choose(u"view/theme"_s, u"dark"_s);
    QVERIFY(m_window->palette().window().color().lightness() < 100);
    choose(u"view/textPercent"_s, u"150"_s);
    start();
    QCOMPARE(m_window->formats().time(noon), u"21:00"_s);
    QCOMPARE(m_window->formats().locale().language(), QLocale::German);
    for (const auto &[key, value] : {std::pair{u"view/timeZone"_s, u"Asia/Tokyo"_s},
                                     {u"view/language"_s, u"de"_s},
                                     {u"view/theme"_s, u"dark"_s},
                                     {u"view/textPercent"_s, u"150"_s}})
        QCOMPARE(find<QComboBox>(key)->currentData().toString(), value);
    QCOMPARE(content(), QByteArray()); // of the window, and not of the plant
}

void TestAppearance::theFileGivesTheViewUntilTheUserChooses()
{
    const auto startWith = [this](const QByteArray &theme) {
        QFile file(m_home->filePath(QString::fromLatin1(theme) + u".ini"_s)); // Qt remembers what it read
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[view]\ntheme=" + theme + '\n');
        file.close();
        takeView(*m_kept, SettingsFile({file.fileName(), file.fileName(), {}}));
        start();
    };
    const auto shown = [this] { return find<QComboBox>(u"view/theme"_s)->currentData().toString(); };
    startWith("dark");
    QCOMPARE(shown(), u"dark"_s);
    choose(u"view/theme"_s, u"system"_s);
    startWith("dark");
    QCOMPARE(shown(), u"system"_s); // chosen after it was written
    startWith("light");
    QCOMPARE(shown(), u"light"_s);
    startWith("pink");
    QCOMPARE(shown(), u"light"_s);
}

LINEWATCH_WIDGET_TEST(TestAppearance)
#include "tst_appearance.moc"
